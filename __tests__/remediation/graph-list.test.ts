import { expect, test } from '@jest/globals';
import { graphList } from '../../src/remediation/targets/graph-service.ts';

test.each([
  [true, { kind: 'failed', error: 'Graph returned a list without any entry' }],
  [false, { kind: 'ok', value: { entry: null } }],
])(
  'a list without any entry does not show that one is absent if every mailbox has one: %j',
  async (neverEmpty, answer) => {
    const list = graphList(
      {
        send: () => Promise.resolve({ status: 200, outcome: { kind: 'read', body: { value: [] } } }),
        nextPage: () => ({ kind: 'none' }),
      },
      {
        path: 'calendar/calendarPermissions',
        neverEmpty,
        keyOf: ({ id }: { readonly id: string }) => [id],
        isRemade: () => false,
        valueOf: () => null,
        bodyOf: (value) => value,
      },
    );
    expect(await list.read({ address: 'a@contoso.com', entry: { id: 'AQ==' } }, [])).toMatchObject(answer);
  },
);
