import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { GraphResponse } from '../../src/graph/graph-client.ts';
import { MailboxReader } from '../../src/graph/graph-reader.ts';
import { RateLimiter } from '../../src/http/rate-limiter.ts';
import { isObject, parseJson, property, type Json, type JsonObject } from '../../src/json.ts';
import { internalDomains } from '../../src/mailboxes/internal-domains.ts';
import { mailboxList } from '../../src/mailboxes/mailbox.ts';
import { compilePolicy } from '../../src/policy/judge.ts';
import { builtInReports } from '../../src/reports/built-in.ts';
import { compileGraphQueries } from '../../src/reports/queries.ts';
import { rowsOf, type MailboxRows } from '../../src/reports/rows.ts';
import { thisMachine } from '../../src/http/machine.ts';
import { NOW, ruleOf } from './judge-policy.ts';

const GRAPH = 'https://graph.microsoft.com';
const inside = internalDomains(['contoso.com']);
const mailboxes = mailboxList([{ address: 'megan@contoso.com', file: 'list.txt', line: 1 }]);

const rule = (id: string, actions: JsonObject): JsonObject => ({
  id,
  displayName: id,
  sequence: 1,
  isEnabled: true,
  hasError: false,
  isReadOnly: false,
  actions,
});
const folder = (id: string, childFolderCount: number): JsonObject => ({
  id,
  displayName: id,
  childFolderCount,
  totalItemCount: 1,
  unreadItemCount: 0,
  isHidden: false,
});
const forwarding = rule('evil', { forwardTo: [{ emailAddress: { name: 'Eve', address: 'eve@evil.example' } }] });

/** The pages of each collection, by the path below the mailbox. Graph counts its items on the first page. */
const COLLECTIONS: Readonly<Record<string, readonly (readonly JsonObject[])[]>> = {
  'mailFolders/inbox/messageRules': [[rule('a', {}), rule('b', {})], [], [rule('c', {}), forwarding]],
  mailFolders: [[folder('i', 3), folder('s', 0)], [folder('t', 0)]],
  'mailFolders/i/childFolders': [[folder('p', 0)], [folder('q', 1), folder('r', 0)]],
  'mailFolders/q/childFolders': [[folder('evil', 0)]],
};

const CASES = [
  ['inbox-rules', { ExternalTargets: { maxItems: 0 } }],
  ['folders', { Folder: { not: { const: 'evil' } } }],
] as const;

interface Cut {
  /** Which request, counted from the first. */
  readonly request: number;
  readonly kind: 'text' | 'items' | 'last items' | 'no page' | 'empty page' | 'error' | 'nested link';
  /** Between 0 and 1: where. */
  readonly at: number;
}

const cut: fc.Arbitrary<Cut> = fc.record({
  request: fc.nat(6),
  kind: fc.constantFrom('text', 'items', 'last items', 'no page', 'empty page', 'error', 'nested link'),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
});

function pageOf(url: string): JsonObject {
  const { pathname, searchParams } = new URL(url.replace(/^\/users\/[^/]*\//, '/'), GRAPH);
  const path = decodeURIComponent(pathname.slice(1));
  const pages = COLLECTIONS[path] ?? [];
  const at = Number(searchParams.get('$skiptoken') ?? 0);
  const next = at + 1 < pages.length ? `${GRAPH}/v1.0/users/x/${path}?$skiptoken=${at + 1}` : undefined;
  return {
    ...(at === 0 ? { '@odata.count': pages.flat().length } : {}),
    value: [...(pages[at] ?? [])],
    ...(next === undefined ? {} : { '@odata.nextLink': next }),
  };
}

function itemOf(id: string, page: JsonObject, { kind, at }: Cut): JsonObject | undefined {
  const { '@odata.nextLink': link, value, ...others } = page;
  const items = Array.isArray(value) ? value : [];
  const few = items.slice(0, Math.floor(at * items.length));
  const ok = (body: JsonObject): JsonObject => ({ id, status: 200, body });
  switch (kind) {
    case 'items':
      return ok({ ...page, value: few });
    case 'last items':
      return ok({ ...others, value: few });
    case 'no page':
      return undefined;
    case 'empty page':
      return ok({});
    case 'error':
      return { id, status: 500, body: { error: { code: 'InternalServerError', message: '' } } };
    case 'nested link':
      return ok({ ...others, value: items, 'value@odata.nextLink': link ?? `${GRAPH}/v1.0/users/x/y` });
    case 'text':
      return ok(page);
  }
}

/** The rows of a run in which the answer to one request is cut, at each attempt. */
async function rowsFor(name: string, damage?: Cut): Promise<MailboxRows> {
  const report = builtInReports.get(name);
  const [query] = report === undefined ? [] : await compileGraphQueries([report], inside, NOW);
  if (report === undefined || query === undefined) throw new Error(`no report ${name}`);
  const seen: string[] = [];
  const answered = (body: string): string => {
    const requests = property(parseJson(body), 'requests');
    let textCuts = 0;
    const responses = (Array.isArray(requests) ? requests : []).flatMap((request): Json[] => {
      const [id, url] = [property(request, 'id'), property(request, 'url')];
      if (typeof id !== 'string' || typeof url !== 'string') throw new Error('no request');
      if (!seen.includes(url)) seen.push(url);
      if (damage?.request !== seen.indexOf(url)) {
        return [{ id, status: 200, body: pageOf(url) }];
      }
      textCuts += damage.kind === 'text' ? 1 : 0;
      return [itemOf(id, pageOf(url), damage)].filter(isObject);
    });
    const text = JSON.stringify({ responses });
    return textCuts > 0 && damage !== undefined ? text.slice(0, Math.floor(damage.at * text.length)) : text;
  };
  let time = 0;
  const now = (): number => (time += 1_000);
  const reader = new MailboxReader({
    ...thisMachine(),
    mailboxes,
    queries: [query],
    graphUrl: GRAPH,
    post: (_path, body): Promise<GraphResponse> =>
      Promise.resolve({
        status: 200,
        headers: {},
        text: answered(body),
        clientRequestId: '',
        renewToken: () => Promise.resolve(),
      }),
    limiter: new RateLimiter({ concurrency: 1, random: () => 0 }),
    now,
    random: () => 0,
    signal: new AbortController().signal,
    backoff: { first: 1, longest: 1 },
  });
  for await (const [answer] of reader.read()) {
    const [result] = answer?.results ?? [];
    if (answer !== undefined && result !== undefined) return rowsOf(answer.mailbox, result, report);
  }
  throw new Error('no result');
}

test.each(CASES)('%s: no mailbox gets better if its answer is cut anywhere', async (name, expected) => {
  const judge = compilePolicy(
    { file: 'policy.yml', rules: [ruleOf({ report: name, expect: expected })], exemptions: [] },
    [...builtInReports.values()],
    NOW,
  ).judgeOf(name);
  const verdictOf = (rows: MailboxRows): string | undefined => judge?.(rows).rules[0]?.verdict;
  expect(verdictOf(await rowsFor(name))).toBe('fail');
  await fc.assert(
    fc.asyncProperty(cut, async (damage) => {
      expect(['fail', 'inconclusive']).toContain(verdictOf(await rowsFor(name, damage)));
    }),
    { numRuns: 150 },
  );
});
