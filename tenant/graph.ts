import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { AccessTokens, TokenCheck } from './access-tokens.ts';
import { altered } from './alterations.ts';
import { parseBatch, type BatchItem } from './batch-request.ts';
import { Chance } from './chance.ts';
import type { Counts, LogEntry } from './counts.ts';
import { retryAfterHeader } from './fault-options.ts';
import type { FaultPlan, RequestFault } from './faults.ts';
import { badRequest, graphError, tooManyRequests, unavailable, type GraphAnswer } from './graph-errors.ts';
import { readBody, send } from './http.ts';
import type { Host } from './listen.ts';
import type { MailboxReads, Read } from './mailbox-reads.ts';
import type { Resource } from './resource.ts';
import { GATEWAY_PAGE, isSpoiling, sendSpoiled, type SpoilingFault } from './spoiled-answers.ts';
import { Gates, type Closure } from './throttle.ts';

const MOST_BYTES = 4 * 1024 * 1024;
const JSON_TYPE =
  'application/json; odata.metadata=minimal; odata.streaming=true; IEEE754Compatible=false; charset=utf-8';

export interface GraphOptions {
  readonly reads: MailboxReads;
  readonly tokens: AccessTokens;
  readonly resource: Resource;
  readonly seed: number;
  /** For how long a request may come of somebody who was not yet told to wait. */
  readonly inFlightMs: number;
  readonly clock: () => number;
  readonly host: Host;
  /** Ms that a batch and a single request take. */
  readonly latency: { readonly batch: number; readonly single: number };
  readonly counts: Counts;
  readonly log: (entry: LogEntry) => void;
  readonly faults: () => FaultPlan;
  readonly graphUrl: () => string;
  readonly authorityHost: () => string;
}

/** What a request asks for. A single one is an envelope without items. */
interface Envelope {
  readonly version: string;
  readonly items: readonly BatchItem[];
  readonly reads: readonly Read[];
}

/** The exchange that a request is answered in. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly headers: OutgoingHttpHeaders;
  /** Epoch ms. */
  readonly arrived: number;
}

/** Graph's front: versions, tokens, batches, and the faults that meet whole requests. */
export class Graph {
  readonly #options: GraphOptions;
  readonly #gates: Gates;
  readonly #order: Chance;
  #inHand = 0;

  constructor(options: GraphOptions) {
    this.#options = options;
    this.#gates = new Gates(options.inFlightMs);
    this.#order = new Chance(options.seed ^ 0x6f726465, 0);
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { counts, clock, host, tokens, resource, faults, graphUrl, reads, latency } = this.#options;
    const exchange = { request, response, headers: responseHeaders(request, host.newId()), arrived: clock() };
    this.#inHand++;
    counts.maxConcurrentRequests = Math.max(counts.maxConcurrentRequests, this.#inHand);
    response.once('close', () => this.#inHand--);

    const content = await readBody(request, MOST_BYTES);
    const envelope = this.#open(request, content, exchange.arrived);
    const kind = /^\/[^/]+\/\$batch$/.test(request.url ?? '') ? 'batch' : 'single';
    if (kind === 'batch') counts.batches++;
    else counts.singles++;
    const { alterations } = faults();
    const wholeBatch = `$batch ${content?.toString().match(/"id"/g)?.length ?? 0}`;
    if ('status' in envelope) {
      this.#finish(exchange, altered(envelope, wholeBatch, alterations), kind, 0);
      return;
    }
    const size = envelope.reads.length;
    const mailboxes = envelope.reads.map(({ mailbox }) => mailbox);
    counts.items += size;
    counts.writes += envelope.reads.filter(
      ({ method, path }) => method !== 'GET' && 'ok' in path && !('collection' in path),
    ).length;
    counts.early += this.#gates.early(mailboxes, exchange.arrived);

    const fault = faults().nextRequest(mailboxes);
    if (fault !== undefined && !isSpoiling(fault)) {
      this.#fail(exchange, kind, size, fault);
      return;
    }
    const check = await tokens.check(request.headers.authorization, resource);
    if (!check.ok) {
      counts.unauthorized++;
      exchange.headers['WWW-Authenticate'] = this.#challenge(check);
      const answer = graphError(401, 'InvalidAuthenticationToken', check.message, exchange.arrived);
      this.#finish(exchange, answer, kind, size);
      return;
    }
    const { answers: given, closures } = await reads.run(envelope.reads, {
      caller: check,
      root: `${graphUrl()}/${envelope.version}`,
      version: envelope.version,
      arrived: exchange.arrived,
      latency: latency[kind],
    });
    const answers = given.map((answer, at) => {
      const { method = '', url = '' } = envelope.reads[at] ?? {};
      return altered(answer, `${method} ${url}`, alterations);
    });
    counts.maxConcurrentPerMailbox = reads.mostOfOneMailbox;
    counts.refused += answers.filter(({ status }) => status === 429).length;
    if (answers.some(({ status }) => status === 0)) {
      this.#note(exchange, kind, 0, size);
      request.socket.destroy();
      return;
    }
    const answer =
      kind === 'batch'
        ? altered(this.#seal(envelope, withDependencies(envelope.items, answers, clock())), wholeBatch, alterations)
        : answers[0];
    if (answer === undefined) throw new Error('a single request was left without an answer');
    this.#close(closures, clock());
    if (fault === undefined) {
      this.#finish(exchange, answer, kind, size);
      return;
    }
    this.#note(exchange, kind, fault.kind === 'reset-within' ? 0 : answer.status, size);
    await sendSpoiled(response, answer, { ...exchange.headers, 'Content-Type': JSON_TYPE }, fault, host);
  }

  #close(closures: readonly Closure[], now: number): void {
    this.#gates.close(closures, now);
    this.#options.counts.pausedMs = this.#gates.pausedMs;
  }

  /** What a request asks for, or why it is refused before that matters. */
  #open(request: IncomingMessage, body: Buffer | undefined, now: number): Envelope | GraphAnswer {
    const { url = '', method = 'GET', headers } = request;
    // Further pages of usage reports.
    const usual = url.replace(/^\/graph(\/beta)\/data\/[0-9a-f]{32}\/Microsoft\.O365Reporting\./, '$1/reports/');
    const [, version, path = ''] = /^\/(v1\.0|beta)(\/.*)$/.exec(usual) ?? [];
    if (version === undefined) return badRequest(`Invalid version: ${url.split('/')[1] ?? ''}`, now);
    const { reads } = this.#options;
    if (path !== '/$batch')
      return {
        version,
        items: [],
        reads: [reads.readOf(method, path, body?.toString('utf8'), String(headers.prefer ?? ''))],
      };
    if (method !== 'POST') {
      return graphError(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.', now);
    }
    if (body === undefined) return graphError(413, 'RequestEntityTooLarge', 'The request is too large.', now);
    if (!/^application\/json\b/i.test(headers['content-type'] ?? '')) {
      return graphError(415, 'UnsupportedMediaType', 'The content type must be application/json.', now);
    }
    const items = parseBatch(body.toString('utf8'));
    if (typeof items === 'string') return badRequest(items, now);
    return { version, items, reads: items.map((item) => reads.readOf(item.method, item.url, item.body, item.prefer)) };
  }

  /** Puts the answers of a batch into one, in another order than they were asked in. */
  #seal({ items, reads }: Envelope, answers: readonly GraphAnswer[]): GraphAnswer {
    const plan = this.#options.faults();
    const responses: string[] = [];
    for (const [at, { id }] of items.entries()) {
      const answer = answers[at];
      if (answer === undefined) throw new Error('an item of a batch was left without an answer');
      const text = itemText(id, answer);
      const times = plan.answerTimes(reads[at]?.mailbox ?? '');
      for (let time = 0; time < times; time++) responses.push(text);
    }
    this.#order.shuffle(responses);
    return { status: 200, body: `{"responses":[${responses.join(',')}]}` };
  }

  /** What comes instead of an answer. */
  #fail(
    exchange: Exchange,
    kind: 'batch' | 'single',
    items: number,
    fault: Exclude<RequestFault, SpoilingFault>,
  ): void {
    const { counts, clock } = this.#options;
    switch (fault.kind) {
      case 'hang':
        this.#note(exchange, kind, 0, items);
        return;
      case 'reset-before':
        this.#note(exchange, kind, 0, items);
        exchange.request.socket.destroy();
        return;
      case 'gateway':
      case 'html200': {
        const status = fault.kind === 'gateway' ? fault.status : 200;
        this.#note(exchange, kind, status, items);
        send(exchange.response, status, { 'Content-Type': 'text/html' }, GATEWAY_PAGE);
        return;
      }
      case '429':
      case '503': {
        const now = clock();
        const wait = retryAfterHeader(fault.retryAfter, now);
        if (wait !== undefined) this.#close([{ mailbox: undefined, opensAt: wait.opensAt }], now);
        if (fault.kind === '429') counts.refused += items;
        const answer = fault.kind === '429' ? tooManyRequests(now, wait?.header) : unavailable(503, now, wait?.header);
        this.#finish(exchange, answer, kind, items);
      }
    }
  }

  /** https://learn.microsoft.com/entra/identity-platform/app-resilience-continuous-access-evaluation */
  #challenge(check: Extract<TokenCheck, { ok: false }>): string {
    const start = `Bearer realm="", authorization_uri="${this.#options.authorityHost()}/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000"`;
    if (check.challenge === undefined) return `${start}, error="invalid_token"`;
    return `${start}, error="insufficient_claims", claims="${Buffer.from(check.challenge).toString('base64')}"`;
  }

  #finish(exchange: Exchange, answer: GraphAnswer, kind: 'batch' | 'single', items: number): void {
    this.#note(exchange, kind, answer.status, items);
    const headers = {
      ...exchange.headers,
      'Content-Type': JSON_TYPE,
      ...(answer.retryAfter === undefined ? {} : { 'Retry-After': answer.retryAfter }),
      ...(answer.location === undefined ? {} : { Location: answer.location }),
    };
    send(exchange.response, answer.status, headers, answer.body);
  }

  #note({ request, arrived }: Exchange, kind: 'batch' | 'single', status: number, items: number): void {
    this.#options.log({ time: arrived, kind, status, items, path: request.url ?? '' });
  }
}

/** Graph answers 424 for an item whose dependency failed. https://learn.microsoft.com/graph/json-batching */
function withDependencies(
  items: readonly BatchItem[],
  answers: readonly GraphAnswer[],
  now: number,
): readonly GraphAnswer[] {
  const failed = new Set<string>();
  return items.map(({ id, dependsOn }, at) => {
    const isUnmet = dependsOn.some((needed) => failed.has(needed.toLowerCase()));
    const answer = isUnmet
      ? graphError(424, 'FailedDependency', 'A request that this request depends on failed.', now)
      : answers[at];
    if (answer === undefined) throw new Error('an item of a batch was left without an answer');
    if (answer.status >= 400) failed.add(id.toLowerCase());
    return answer;
  });
}

function responseHeaders(request: IncomingMessage, id: string): OutgoingHttpHeaders {
  return {
    'Cache-Control': 'private',
    'request-id': id,
    'client-request-id': request.headers['client-request-id'] ?? id,
  };
}

function itemText(id: string, { status, body, retryAfter }: GraphAnswer): string {
  const wait = retryAfter === undefined ? '' : `"Retry-After":${JSON.stringify(retryAfter)},`;
  const start = `{"id":${JSON.stringify(id)},"status":${status},"headers":{${wait}`;
  if (body === '') return `${start}"Cache-Control":"private"}}`;
  return `${start}"Cache-Control":"private","Content-Type":"${JSON_TYPE}"},"body":${body}}`;
}
