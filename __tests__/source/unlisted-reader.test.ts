import { expect, test } from '@jest/globals';
import { mailboxList } from '../../src/mailboxes/mailbox.ts';
import { findUnlisted } from '../../src/source/unlisted-reader.ts';

test('takes an empty list of accounts for no answer, and never for a tenant without further mailboxes', async () => {
  const found = findUnlisted('fail', mailboxList([{ address: 'ann@contoso.com', file: 'list.txt', line: 1 }]), {
    graph: {
      listing: {
        graphUrl: 'https://graph.example',
        get: () => Promise.resolve({ status: 'ok', value: { value: [] } }),
      },
      readEach: () => {
        throw new Error('mailboxes are read');
      },
    },
    reports: [],
    grant: '',
    signal: new AbortController().signal,
    core: { info: () => undefined },
  });
  await expect(found).rejects.toMatchObject({
    code: 'GRAPH_LISTING',
    message: expect.stringMatching(/lists no account/),
  });
});
