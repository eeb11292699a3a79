import { afterEach, describe, expect, test } from '@jest/globals';
import { MailboxCommands, type MailboxFound } from '../../src/exchange/mailbox-commands.ts';
import type { ExchangeRequest } from '../../src/exchange/exchange-query.ts';
import type { Json, JsonObject } from '../../src/json.ts';
import { mailboxList } from '../../src/mailboxes/mailbox.ts';
import { adminApi, batch, commandIn, failure, itemsOf, json, TENANT, type AdminApi, type Answer } from './admin-api.ts';

const opened: AdminApi[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((api) => api.close()));
});

const PERMISSIONS: ExchangeRequest = { cmdlet: 'Get-MailboxPermission', select: ['User'], perMailbox: true };
const WITH_SEND_AS: ExchangeRequest = {
  ...PERMISSIONS,
  beside: { sendAs: { cmdlet: 'Get-RecipientPermission', select: ['Trustee'] } },
};

interface ReadOptions {
  /** What the listing of the tenant has, by position. */
  readonly listed?: Readonly<Record<number, readonly JsonObject[]>>;
  readonly answers: readonly Answer[];
}

async function readTwo(
  request: ExchangeRequest,
  { listed = {}, answers }: ReadOptions,
): Promise<{
  readonly api: AdminApi;
  readonly found: Promise<ReadonlyMap<number, MailboxFound>>;
  readonly notices: readonly string[];
}> {
  const api = await adminApi(...answers);
  opened.push(api);
  const notices: string[] = [];
  const addresses = ['a@contoso.com', 'b@contoso.com'];
  const commands = new MailboxCommands({
    mailboxes: mailboxList(addresses.map((address) => ({ address, file: 'list.txt', line: 1 }))),
    directory: { objectsAt: (_cmdlet, position) => listed[position] ?? [], refusalOf: () => undefined },
    runner: api.runner,
    grants: () =>
      Promise.resolve({ clientId: 'aaaaaaaa-0000', roles: ['Exchange.ManageAsApp'], isManagedIdentity: false }),
    notice: (message) => notices.push(message),
    signal: api.abort.signal,
  });
  const found = commands.read(request, [0, 1]);
  found.catch(() => undefined);
  return { api, found, notices };
}

function value(...objects: JsonObject[]): JsonObject {
  return { value: objects };
}

describe('cmdlets that run for each mailbox', () => {
  test('ask Get-RecipientPermission only about mailboxes of which its listing has nothing', async () => {
    const { api, found } = await readTwo(WITH_SEND_AS, {
      listed: { 0: [{ Trustee: 'listed' }] },
      answers: [
        batch((cmdlet, mailbox) =>
          cmdlet === 'Get-MailboxPermission' ? value({ User: mailbox }) : value({ Trustee: `asked ${mailbox}` }),
        ),
      ],
    });
    expect(Object.fromEntries(await found)).toMatchObject({
      0: { found: { value: [{ User: 'a@contoso.com' }], sendAs: [{ Trustee: 'listed' }] } },
      1: { found: { value: [{ User: 'b@contoso.com' }], sendAs: [{ Trustee: 'asked b@contoso.com' }] } },
    });
    expect(api.received.map(({ body }) => itemsOf(body).map((item) => commandIn(item).slice(0, 2)))).toEqual([
      [
        ['Get-MailboxPermission', 'a@contoso.com'],
        ['Get-MailboxPermission', 'b@contoso.com'],
      ],
      [['Get-RecipientPermission', 'b@contoso.com']],
    ]);
  });

  test('leave a mailbox unread without any entry for Send As, since each mailbox has one of itself', async () => {
    const { found } = await readTwo(WITH_SEND_AS, {
      listed: { 0: [{ Trustee: 'NT AUTHORITY\\SELF' }] },
      answers: [batch((cmdlet, mailbox) => (cmdlet === 'Get-MailboxPermission' ? value({ User: mailbox }) : value()))],
    });
    expect(Object.fromEntries(await found)).toMatchObject({
      0: { found: { sendAs: [{ Trustee: 'NT AUTHORITY\\SELF' }] } },
      1: { status: 'failed', error: expect.stringMatching(/^Get-RecipientPermission returned nothing/) },
    });
  });

  test('list an answer with further pages by itself, and never report a part of it', async () => {
    const link = (api: string): string => `http://${api}/adminapi/beta/${TENANT}/InvokeCommand?%24skiptoken=2`;
    const first = (host: string): JsonObject => ({ ...value({ User: 'first' }), '@odata.nextLink': link(host) });
    const answers = (last: Answer): Answer[] => [
      (response, received) => {
        batch((_cmdlet, mailbox) => (mailbox.startsWith('a') ? first(received.host ?? '') : value({ User: 'only' })))(
          response,
          received,
        );
      },
      (response, received) => {
        json(200, first(received.host ?? ''))(response, received);
      },
      last,
    ];
    const whole = await readTwo(PERMISSIONS, { answers: answers(json(200, value({ User: 'second' }))) });
    expect(Object.fromEntries(await whole.found)).toMatchObject({
      0: { found: { value: [{ User: 'first' }, { User: 'second' }] } },
      1: { found: { value: [{ User: 'only' }] } },
    });
    const broken = await readTwo(PERMISSIONS, { answers: answers(failure(400, 'Tasks.SomeException', 'broken')) });
    expect(Object.fromEntries(await broken.found)).toMatchObject({
      0: { status: 'failed', error: expect.stringMatching(/could not be finished.*broken/) },
      1: { found: { value: [{ User: 'only' }] } },
    });
  });

  test.each<[string, Json]>([
    ['without objects', { '@adminapi.warnings': [] }],
    ['without anything', {}],
    ['that is null', null],
    ['that is a list', []],
    ['that is a text', 'unreadable'],
    ['of an older interface', { d: { results: [{ User: 'a' }] } }],
    ['with no objects, although each mailbox has one about itself', { value: [] }],
    ['with null for the objects', { value: null }],
    ['with an object instead of a list', { value: { User: 'a' } }],
    ['with an object that is null', { value: [{ User: 'a' }, null] }],
    ['with an object without properties', { value: [{}] }],
    ['with an object of other properties', { value: [{ _clixml: '<Objs/>' }] }],
    ['with errors among its annotations', { value: [{ User: 'a' }], '@adminapi.errors': ['Some objects failed.'] }],
    ['with an error beside objects', { value: [{ User: 'a' }], error: { code: 'BadRequest', message: 'x' } }],
    ['with a count above its objects', { value: [{ User: 'a' }], '@odata.count': 2 }],
    ['with a link that is no text', { value: [{ User: 'a' }], '@odata.nextLink': 7 }],
  ])('leave a mailbox unread whose answer is one %s', async (_case, body) => {
    const { found } = await readTwo(PERMISSIONS, {
      answers: [batch((_cmdlet, mailbox) => (mailbox.startsWith('a') ? body : value({ User: 'b' })))],
    });
    expect(Object.fromEntries(await found)).toMatchObject({
      0: { status: 'failed', error: expect.stringMatching(/./) },
      1: { found: { value: [{ User: 'b' }] } },
    });
  });

  test('leave the address of a recipient unknown if the answer about it has an unknown shape', async () => {
    const request: ExchangeRequest = {
      ...PERMISSIONS,
      beside: { mailbox: { cmdlet: 'Get-Mailbox', select: ['Names'], resolves: 'Names' } },
    };
    const own = { 0: [{ Names: ['Pat'] }], 1: [{ Names: ['Kim'] }] };
    const answer = batch((cmdlet, name) => {
      if (cmdlet === 'Get-MailboxPermission') return value({ User: name });
      return name === 'Pat'
        ? { value: [null] }
        : value({ PrimarySmtpAddress: 'kim@contoso.com', ExternalEmailAddress: null });
    });
    const { found } = await readTwo(request, { listed: own, answers: [answer] });
    expect(Object.fromEntries(await found)).toMatchObject({
      0: { found: { mailbox: own[0], recipientAddresses: { Kim: 'kim@contoso.com' } } },
      1: { found: { mailbox: own[1] } },
    });
  });

  test('are not repeated for a mailbox that does not exist, whatever its name', async () => {
    const message = "The operation couldn't be performed because object 'transient@contoso.com' couldn't be found";
    const type = 'Microsoft.Exchange.Configuration.Tasks.ManagementObjectNotFoundException';
    const missing = { error: { code: 'NotFound', innererror: { internalexception: { message, type } } } };
    const { api, found } = await readTwo(PERMISSIONS, { answers: [batch(() => missing)] });
    expect(Object.fromEntries(await found)).toMatchObject({ 0: { status: 'not-found' }, 1: { status: 'not-found' } });
    expect(api.received).toHaveLength(1);
  });

  test('read an object that lacks every property of the report, since its identity shows that it is one', async () => {
    const { found } = await readTwo(PERMISSIONS, { answers: [batch((_cmdlet, Identity) => value({ Identity }))] });
    expect(Object.fromEntries(await found)).toMatchObject({ 0: { found: { value: [{ Identity: 'a@contoso.com' }] } } });
  });

  test('leave only the mailbox unread about which alone the cmdlet is refused', async () => {
    const refusal = { error: { code: 'X', innererror: { internalexception: { type: 'CommandNotFoundException' } } } };
    const { api, found } = await readTwo(PERMISSIONS, {
      answers: [batch((_cmdlet, mailbox) => (mailbox.startsWith('a') ? refusal : value({ User: mailbox })))],
    });
    expect(Object.fromEntries(await found)).toMatchObject({
      0: {
        status: 'access-denied',
        error: expect.stringMatching(/^Exchange Online refuses Get-MailboxPermission: Comm/),
      },
      1: { found: { value: [{ User: 'b@contoso.com' }] } },
    });
    expect(api.received).toHaveLength(1);
  });

  test('are run by themselves with a new token if theirs was refused within a batch', async () => {
    const [first, second] = [
      { id: '0', status: 401 },
      { id: '1', status: 200, body: value({ User: 'b@contoso.com' }) },
    ];
    const answers = [
      json(200, { responses: [second, first] }),
      json(401, {}),
      json(200, value({ User: 'a@contoso.com' })),
    ];
    const { api, found } = await readTwo(PERMISSIONS, { answers });
    expect(Object.fromEntries(await found)).toMatchObject({
      0: { found: { value: [{ User: 'a@contoso.com' }] } },
      1: { found: { value: [{ User: 'b@contoso.com' }] } },
    });
    expect(api.renewals()).toBe(1);
  });

  test.each([true, false])(
    'have what is read without a cmdlet that is refused, if it is optional: %s',
    async (isOptional) => {
      const request: ExchangeRequest = {
        ...PERMISSIONS,
        beside: { sendAs: { cmdlet: 'Get-RecipientPermission', select: ['Trustee'], isOptional } },
      };
      const refused: Answer = (response) =>
        response.writeHead(403, { 'x-ms-diagnostics': '2000003;reason="No role fits."' }).end(Buffer.alloc(64));
      const { found, notices } = await readTwo(request, {
        answers: [batch((_cmdlet, mailbox) => value({ User: mailbox })), refused],
      });
      const unread = { status: 'access-denied', error: expect.stringMatching(/Get-RecipientPermission.*No role fits/) };
      const read = { found: { sendAs: [], rejected: ['Get-RecipientPermission'] } };
      expect(Object.fromEntries(await found)).toMatchObject(
        isOptional ? { 0: read, 1: read } : { 0: unread, 1: unread },
      );
      expect(notices).toHaveLength(isOptional ? 1 : 0);
    },
  );

  test('repeat a batch that is throttled or damaged as a whole, and leave its mailboxes unread if it stays so', async () => {
    const throttled: Answer = (response) => response.writeHead(429).end('You have reached the maximum number');
    const damaged: Answer = (response) => response.writeHead(200).end('{"responses":[');
    const answered = batch((_cmdlet, mailbox) => value({ User: mailbox }));
    const passing = await readTwo(PERMISSIONS, { answers: [throttled, damaged, answered] });
    expect([...(await passing.found).values()].every((one) => 'found' in one)).toBe(true);
    expect(passing.api.received).toHaveLength(3);
    const staying = await readTwo(PERMISSIONS, { answers: [failure(400, 'Odata.ODataException', 'no batches')] });
    expect(Object.fromEntries(await staying.found)).toMatchObject({
      0: { status: 'failed', error: expect.stringContaining('no batches') },
      1: { status: 'failed' },
    });
  });
});
