import { describe, expect, test } from '@jest/globals';
import { Groups } from '../../src/access/groups.ts';
import { RunTrustees } from '../../src/access/trustees.ts';
import { describeError } from '../../src/errors.ts';
import { InternalDomains } from '../../src/mailboxes/internal-domains.ts';
import { mailboxList } from '../../src/mailboxes/mailbox.ts';
import type { Json, JsonObject } from '../../src/json.ts';
import type { QueryResult } from '../../src/mailboxes/mailbox-answer.ts';

interface World {
  /** Undefined: Graph refuses the listing. */
  readonly groups: readonly JsonObject[] | undefined;
  readonly members?: Readonly<Record<string, readonly Json[]>>;
  readonly listed?: readonly string[];
  /** Of Exchange Online. */
  readonly recipients?: readonly JsonObject[];
}

const OUTSIDER = {
  '@odata.type': '#microsoft.graph.orgContact',
  id: 'o',
  mail: 'eve@fabrikam.com',
  displayName: 'Eve',
};

function group(id: string, mail: string, more: JsonObject = {}): JsonObject {
  return { id, mail, displayName: id, proxyAddresses: [], visibility: null, ...more };
}

/** Who is behind a trustee. */
async function found(trustee: string, { groups, members = {}, listed = [], recipients }: World) {
  const listing: QueryResult<JsonObject> =
    groups === undefined
      ? { status: 'access-denied', error: 'Authorization_RequestDenied' }
      : { status: 'ok', value: { value: [...groups] } };
  const notices: string[] = [];
  const trustees = new RunTrustees({
    mailboxes: mailboxList(listed.map((address, at) => ({ address, file: 'list.txt', line: at + 1 }))),
    groups: new Groups({ graphUrl: 'https://graph.example', get: () => Promise.resolve(listing) }, async function* (
      ids,
      query,
    ) {
      for (const address of ids) {
        const mailbox = { address };
        const collector = query.newCollector();
        try {
          collector.onPage({ value: [...(members[address] ?? [])] }, false);
          yield await Promise.resolve([{ mailbox, results: [{ status: 'ok', value: collector.result() }] }]);
        } catch (error) {
          yield [{ mailbox, results: [{ status: 'failed', error: describeError(error) }] }];
        }
      }
    }),
    exchange: recipients && { groups: () => Promise.resolve(recipients), addressOf: () => undefined },
    inside: new InternalDomains(['contoso.com']),
    signal: new AbortController().signal,
    notice: (message) => notices.push(message),
  });
  await trustees.list();
  await trustees.expand([trustee]);
  const { members: persons } = trustees.find(trustee);
  return { members: persons?.isKnown === false ? 'unknown' : persons?.value.map(({ label }) => label), notices };
}

describe('a trustee', () => {
  const sales = group('sales', 'sales@contoso.com');
  const members = { sales: [OUTSIDER] };

  test('that is a group is expanded, also if the list names it as a mailbox', async () => {
    const world = { groups: [sales], members, listed: ['Sales@contoso.com'] };
    expect(await found('sales@contoso.com', world)).toEqual({ members: ['eve@fabrikam.com'], notices: [] });
  });

  test('of the list is a person if the groups are known, and may be a group if they are not', async () => {
    const listed = ['ann@contoso.com'];
    expect(await found('ann@contoso.com', { groups: [sales], listed })).toMatchObject({ members: undefined });
    expect(await found('ann@contoso.com', { groups: undefined, listed, recipients: [] })).toMatchObject({
      members: undefined,
    });
    expect(await found('ann@contoso.com', { groups: undefined, listed })).toMatchObject({ members: 'unknown' });
  });

  test('that two groups have as their address is unknown', async () => {
    const other = group('other', 'other@contoso.com', { proxyAddresses: ['smtp:SALES@contoso.com'] });
    expect(await found('sales@contoso.com', { groups: [sales, other], members })).toMatchObject({ members: 'unknown' });
    expect(await found('sales@contoso.com', { groups: [other, sales], members })).toMatchObject({ members: 'unknown' });
    const named = ['a', 'b'].map((Name) => ({ Name, PrimarySmtpAddress: 'x@contoso.com', EmailAddresses: [] }));
    expect(await found('x@contoso.com', { groups: [], recipients: named })).toMatchObject({ members: 'unknown' });
  });

  test('that hides its members is unknown, whatever the case of its visibility', async () => {
    const secret = group('sales', 'sales@contoso.com', { visibility: 'hiddenmembership' });
    expect(await found('sales@contoso.com', { groups: [secret], members })).toMatchObject({ members: 'unknown' });
  });

  test('that contains a group which Graph does not list is unknown', async () => {
    const nested = { '@odata.type': '#microsoft.graph.group', id: 'nested', mail: null, displayName: 'Nested' };
    const world = { groups: [sales], members: { sales: [OUTSIDER, nested] } };
    expect(await found('sales@contoso.com', world)).toEqual({
      members: 'unknown',
      notices: [expect.stringContaining('a group in them')],
    });
  });
});
