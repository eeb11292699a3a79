import { afterEach, describe, expect, test } from '@jest/globals';
import { hintLines, UserError } from '../../src/errors.ts';
import type { Command } from '../../src/exchange/command.ts';
import type { CommandRunner } from '../../src/exchange/command-runner.ts';
import { deniedError } from '../../src/exchange/cmdlets.ts';
import { list } from '../../src/exchange/exchange-listing.ts';
import { newDispatcher } from '../../src/http/dispatcher.ts';
import { property, type Json } from '../../src/json.ts';
import { adminApi, failure, json, MAILBOXES, page, TENANT, type AdminApi, type Answer } from './admin-api.ts';

const opened: AdminApi[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((api) => api.close()));
});

interface Listed {
  readonly api: AdminApi;
  readonly names: Json[];
  readonly restarts: () => number;
  readonly notices: readonly string[];
  readonly done: Promise<void>;
}

async function listed(...answers: Answer[]): Promise<Listed> {
  return listedBy(MAILBOXES, await adminApi(...answers));
}

function listedBy(command: Command, api: AdminApi, runner: CommandRunner = api.runner): Listed {
  opened.push(api);
  const names: Json[] = [];
  let restarts = 0;
  const sink = {
    add: (items: readonly Json[]) => names.push(...items.map((item) => property(item, 'Name') ?? null)),
    restart: () => {
      restarts += 1;
      names.length = 0;
    },
  };
  const grants = () =>
    Promise.resolve({ clientId: 'aaaaaaaa-0000', roles: ['Exchange.ManageAsApp'], isManagedIdentity: false });
  const notices: string[] = [];
  const notice = (message: string): void => {
    notices.push(message);
  };
  const done = list(command, sink, { runner, grants, notice });
  done.catch(() => undefined);
  return { api, names, restarts: () => restarts, notices, done };
}

const MORE = 'There are more results available than are currently displayed. To view them, increase the value';
const EXPIRED = failure(400, 'X', 'Expired or Invalid pagination request. Default Expiry time is 00:30:00');

describe('a listing', () => {
  test('reads every page, also empty ones, and keeps the selected properties in the spelling of the request', async () => {
    const odd = json(200, { value: [{ NAME: 'c', 'Name@odata.type': '#String', Other: 1 }] });
    const { api, names, done } = await listed(page(['a', 'b'], '2'), page([], '3'), odd);
    await done;
    expect(names).toEqual(['a', 'b', 'c']);
    expect(new Set(api.received.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  });

  test('is whole if it has as many objects as a page says', async () => {
    const { names, done } = await listed(counted(2), page(['b']));
    await done;
    expect(names).toEqual(['a', 'b']);
  });

  test('follows a link in any case of its name', async () => {
    const { api, names, done } = await listed(page(['a'], '2', '@OData.nextlink'), page(['b']));
    await done;
    expect(names).toEqual(['a', 'b']);
    expect(api.received).toHaveLength(2);
  });

  test('retries throttled, busy, truncated and undecodable responses', async () => {
    const busy: Answer[] = [
      (response) => response.writeHead(429).end('You have reached the maximum number of concurrent requests'),
      json(503, {}),
      failure(400, 'Data.Directory.ServerBusyException', 'busy'),
      (response) => response.writeHead(200).end('{"value":[{"Na'),
      (response) => response.destroy(),
    ];
    const { names, done } = await listed(...busy, page(['a']));
    await done;
    expect(names).toEqual(['a']);
  });

  test.each<[string, Answer[], RegExp]>([
    ['links that expire twice', [page(['a'], '2'), EXPIRED, page(['a'], '2'), EXPIRED], /expired twice/],
    ['a link that leads back', [page(['a'], '2'), page(['b'], '2')], /page 2: the link .* leads back/],
    ['a link to another host', [json(200, { value: [], '@odata.nextLink': 'https://evil.example/' })], /another host/],
    ['two links', [json(200, { value: [], '@odata.nextLink': 'x', '@odata.NextLink': 'y' })], /two links/],
    [
      'a part of a list in an object',
      [json(200, { value: [{ Name: 'a', EmailAddresses: [], 'EmailAddresses@odata.nextLink': 'x' }] })],
      /only a part of a list/,
    ],
    ['a link that is a number', [json(200, { value: [], '@odata.nextLink': 7 })], /is no text/],
    [
      'an answer of another shape',
      [page(['a'], '2'), json(200, { items: [] })],
      /page 2: .*no list of objects "value"/,
    ],
    ['an answer without objects', [json(200, { '@adminapi.warnings': [] })], /no list of objects "value"/],
    ['an object instead of a list', [json(200, { value: { Name: 'a' } })], /no list of objects "value"/],
    [
      'errors beside objects',
      [json(200, { value: [{ Name: 'a' }], '@adminapi.errors': ['Failed on AM9PR05MB8123.'] })],
      /answer has errors: Failed on \(server\)/,
    ],
    [
      'an error whose detail is JSON',
      [
        json(400, {
          error: { message: 'Invalid Operation', details: [{ message: '{"Message":"|X.AException|broken"}' }] },
        }),
      ],
      /AException: broken/,
    ],
    ['objects that are none', [json(200, { value: ['a'] })], /no list of objects/],
    ['objects without any property', [json(200, { value: [{ Other: 1 }] })], /none of the properties/],
    ['a count above its objects', [counted(3), page(['b'])], /returned 2 of 3 objects/],
    [
      'a count above the items of a list',
      [
        json(200, {
          value: [
            { Name: 'a', 'Name@odata.count': 1 },
            { Name: ['b'], 'Name@odata.count': 2 },
          ],
        }),
      ],
      /only a part of a list: Name@odata\.count/,
    ],
    ['a warning that there is more', [moreResults()], /no link to them/],
    ['a warning that it is a part', [moreResults('Only the first 1000 items are returned.')], /no link to them/],
    [
      'an error that stays',
      [page(['a'], '2'), failure(400, 'Tasks.SomeException', 'broken')],
      /page 2: SomeException: broken/,
    ],
    ['a missing parameter', [failure(400, 'X.ParameterBindingException', 'missing: Identity')], /missing: Identity/],
    ['a fault that stays', [json(500, {})], /HTTP 500/],
  ])('is an error with %s', async (_case, answers, reason) => {
    const { done } = await listed(...answers);
    await expect(done).rejects.toMatchObject({ code: 'EXCHANGE_LISTING', message: expect.stringMatching(reason) });
  });
});

describe('a listing of Get-RecipientPermission that takes too long', () => {
  const GRANTS: Command = { ...MAILBOXES, cmdlet: 'Get-RecipientPermission' };
  const late: Answer = (response) => response.writeHead(504).end('Gateway Timeout');
  const sizesIn = ({ received }: AdminApi): (string | undefined)[] =>
    received.map(({ headers }) => /=(\d+)$/.exec(String(headers.prefer))?.[1]);

  test('begins again with smaller pages', async () => {
    const { api, names, restarts, notices, done } = listedBy(
      GRANTS,
      await adminApi(page(['a'], '2'), late, page(['a'], '2'), page(['b'])),
    );
    await done;
    expect([names, restarts(), notices]).toEqual([['a', 'b'], 1, []]);
    expect(sizesIn(api)).toEqual(['1000', '1000', '200', '200']);
  });

  test('is empty in the end, so that the cmdlet runs for each mailbox', async () => {
    const { api, names, notices, done } = listedBy(GRANTS, await adminApi(page(['a'], '2'), late));
    await done;
    expect([names, notices]).toEqual([[], [expect.stringContaining('Get-RecipientPermission')]]);
    expect(sizesIn(api)).toEqual(['1000', '1000', '200', '50']);
  });

  test('waits 16 minutes for a page, which is not requested again as it is', async () => {
    const api = await adminApi(() => undefined);
    const waits: (number | null | undefined)[] = [];
    // So that nobody waits.
    const dispatcher = newDispatcher({ connect: 1000, headers: 100, body: 1000, total: 100 }, {}).compose(
      (dispatch) => (options, handler) => {
        waits.push(options.headersTimeout);
        return dispatch({ ...options, headersTimeout: (options.headersTimeout ?? 0) / 10_000 }, handler);
      },
    );
    const { done, names } = listedBy(GRANTS, api, api.runnerWith(dispatcher));
    await done;
    expect([names, waits, sizesIn(api)]).toEqual([[], [960_000, 960_000, 960_000], ['1000', '200', '50']]);
    await dispatcher.destroy();
  });
});

/** The first of two pages, which says how many objects both have. */
function counted(count: number): Answer {
  return (response, received) => {
    const link = `http://${received.host ?? ''}/adminapi/beta/${TENANT}/InvokeCommand?%24skiptoken=2`;
    json(200, { value: [{ Name: 'a' }], '@odata.count': count, '@odata.nextLink': link })(response, received);
  };
}

function moreResults(warning = MORE): Answer {
  return json(200, { '@adminapi.warnings': [warning], value: [{ Name: 'a' }] });
}

describe('a rejection', () => {
  const nul: Answer = (response) => {
    response.writeHead(403, {
      'content-encoding': 'gzip',
      'x-ms-diagnostics': '2000003;reason="The role assigned to application x is not supported in this scenario."',
    });
    response.end(Buffer.alloc(4096));
  };

  test.each<[string, Answer, RegExp]>([
    [
      '401 without a body',
      (response) => response.writeHead(401, { 'request-id': 'aaaaaaaa-1111-2222-3333-bbbbbbbbbbbb' }).end(),
      /HTTP 401 \(request ID aaaaaaaa-1111-2222-3333-bbbbbbbbbbbb\)/,
    ],
    ['403 of NUL characters', nul, /The role assigned to application x/],
    [
      'a cmdlet that does not exist',
      failure(400, 'CommandNotFoundException', "The term 'Get-Mailbox' is not recognized"),
      /not recognized/,
    ],
  ])('by %s names both grants with their commands', async (_case, answer, reason) => {
    const { done, api } = await listed(answer);
    await expect(done).rejects.toMatchObject({ code: 'EXCHANGE_DENIED', message: expect.stringMatching(reason) });
    const error: unknown = await done.catch((reason: unknown) => reason);
    const hint = error instanceof UserError ? hintLines(error) : '';
    expect(hint).toMatch(/az ad app permission add --id aaaaaaaa-0000 .*dc50a0fb-09a3-484d-be87-e023b12c6440=Role/);
    expect(hint).toMatch(/Global Reader.*New-ManagementRoleAssignment -Role "View-Only Recipients"/s);
    expect(api.received.length).toBeLessThanOrEqual(2);
  });

  test('says how old the token of a managed identity may be', () => {
    const grants = { clientId: '', roles: ['Exchange.ManageAsApp'] };
    expect(deniedError('Get-Mailbox', 'no', { ...grants, isManagedIdentity: true }).hint).toContain('24 hours');
    expect(deniedError('Get-Mailbox', 'no', { ...grants, isManagedIdentity: false }).hint).not.toContain('24 hours');
  });
});
