import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { AccessTokens, TokenCheck } from '../access-tokens.ts';
import { altered } from '../alterations.ts';
import { Chance } from '../chance.ts';
import type { Counts, LogEntry } from '../counts.ts';
import { retryAfterHeader } from '../fault-options.ts';
import type { FaultPlan } from '../faults.ts';
import { readBody, send } from '../http.ts';
import type { Host } from '../listen.ts';
import { property, type Json, type JsonObject } from '../json.ts';
import type { Resource } from '../resource.ts';
import { Gate } from '../throttle.ts';
import { faulted, type Accesses, type WriteFault } from '../writes.ts';
import { Access, type ExchangeGrants } from './access.ts';
import { batchItems, itemText } from './batch.ts';
import { allCmdlets } from './cmdlets.ts';
import { badRequest, internalError, JSON_TYPE, tooMany, unavailable, type ExchangeAnswer } from './errors.ts';
import { faultAnswer, isSilent, spoiled, type AnsweredFault } from './fault-answers.ts';
import type { ExchangeFaults } from './faults.ts';
import { grantFacts } from './grant-facts.ts';
import { cmdletIn, invoke, parametersIn, type Command, type Running } from './invocation.ts';
import { compress, headerOf, jsonIn, originOf } from './messages.ts';
import { changeableProperties } from './set-cmdlets.ts';
import type { OrganisationData } from './surroundings.ts';

const MOST_BYTES = 4 * 1024 * 1024;

export interface AdminApiOptions {
  readonly tenantId: string;
  /** Verified domains, which name the tenant too. */
  readonly domains: readonly string[];
  readonly clientId: string;
  readonly surroundings: OrganisationData;
  readonly grants: ExchangeGrants;
  readonly tokens: AccessTokens;
  readonly resource: Resource;
  readonly mostAPage: number;
  readonly seed: number;
  readonly clock: () => number;
  readonly host: Host;
  /** Ms that a request takes. */
  readonly latency: number;
  readonly counts: Counts;
  readonly log: (entry: LogEntry) => void;
  readonly faults: () => FaultPlan;
  readonly accesses: Accesses;
  readonly origin: () => string;
  readonly authorityHost: () => string;
}

type Route = 'InvokeCommand' | '$batch' | 'EXOModuleFile';

/** The log entry of a request. */
interface Note {
  readonly cmdlet: string;
  readonly items: number;
}

/** An answer, or the fault in whose place none is given. */
type Outcome = Note & { readonly answer: ExchangeAnswer | 'reset' };

/**
 * The admin API of Exchange Online: the endpoint behind Microsoft's PowerShell module. It has no documentation; what is
 * simulated was observed by public clients of it, such as CISA's ScubaGear and CIPP.
 */
export class AdminApi {
  readonly #options: AdminApiOptions;
  readonly #gate = new Gate();
  readonly #order: Chance;
  #inHand = 0;

  constructor(options: AdminApiOptions) {
    this.#options = options;
    this.#order = new Chance(options.seed ^ 0x65786f, 0);
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { clock, host, counts, latency, log } = this.#options;
    const time = clock();
    const path = request.url ?? '';
    counts.exchangeRequests++;
    this.#inHand++;
    counts.maxConcurrentExchange = Math.max(counts.maxConcurrentExchange, this.#inHand);
    response.once('close', () => this.#inHand--);
    if (this.#gate.early(time)) counts.early++;
    const began = host.elapsed();
    const outcome = await this.#outcome(request, await readBody(request, MOST_BYTES));
    const { cmdlet, items } = outcome;
    const asked = `${request.method ?? ''} ${path.replace('/adminapi/', '')}`;
    const answer =
      typeof outcome.answer === 'string'
        ? outcome.answer
        : altered(outcome.answer, asked, this.#options.faults().alterations);
    const sealed = typeof answer === 'string' ? answer : await compress(request, answer);
    // The time to generate a page is part of the latency.
    await host.pause(latency - (host.elapsed() - began));
    counts.exchangeCommands += items;
    const status = typeof answer === 'string' ? 0 : answer.status;
    log({ time, kind: 'exchange', status, items, path, cmdlet });
    if (sealed === 'reset') {
      request.socket.destroy();
      return;
    }
    if (sealed.opensAt !== undefined) this.#gate.close(clock(), sealed.opensAt);
    send(response, sealed.status, { ...this.#headers(request), ...sealed.headers }, sealed.body);
  }

  async #outcome(request: IncomingMessage, content: Buffer | undefined): Promise<Outcome> {
    const { tenantId, domains, tokens, resource, faults, grants, clientId } = this.#options;
    const unknown = { cmdlet: '', items: 0 };
    const [, version, realm = '', route] =
      /^\/adminapi\/(beta|v1\.0)\/([^/]+)\/(InvokeCommand|\$batch|EXOModuleFile)(?:\?|$)/i.exec(request.url ?? '') ??
      [];
    if (version === undefined || route === undefined) return { ...unknown, answer: { status: 404, body: '' } };
    const kind = routeOf(route);
    // The cmdlets' files are at one version, and commands at the other.
    const isServed =
      kind === 'EXOModuleFile' ? request.method === 'GET' : request.method === 'POST' && version === 'beta';
    if (!isServed) return { ...unknown, answer: { status: 405, body: '' } };
    const check = await tokens.check(request.headers.authorization, resource);
    if (!check.ok) return { ...unknown, answer: this.#unauthorized(check) };
    if (realm.toLowerCase() !== tenantId && !domains.includes(realm.toLowerCase())) {
      return { ...unknown, answer: this.#unauthorized({ ok: false, message: 'Invalid tenant.' }) };
    }
    // Roles of Exchange are assigned to the tenant's own application.
    const access = Access.of(check, check.clientId === clientId ? grants : {}, check.clientId);
    if ('status' in access) {
      if (access.status === 401) this.#options.counts.unauthorized++;
      return { ...unknown, answer: access };
    }
    if (kind === 'EXOModuleFile')
      return { ...unknown, answer: moduleFile(request, access, faults().exchange.moduleFile) };
    const body = jsonIn(content);
    if (body === undefined || !/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
      return { ...unknown, answer: badRequest('The request must have a body of JSON.') };
    }
    const running: Running = {
      surroundings: this.#options.surroundings,
      access,
      faults: faults().exchange,
      clientId: check.clientId,
      realms: [tenantId, ...domains.filter((domain) => domain.endsWith('.onmicrosoft.com'))],
      mostAPage: this.#options.mostAPage,
      root: `${originOf(request, this.#options.origin())}/adminapi/beta/${realm}`,
      now: this.#options.clock(),
    };
    if (kind === '$batch') return this.#batch(body, running);
    const { searchParams } = new URL(request.url ?? '', 'https://outlook.office365.com');
    const anchor = headerOf(request, 'x-anchormailbox');
    const command = { body, query: searchParams, anchor, prefer: headerOf(request, 'prefer') };
    return { cmdlet: cmdletIn(body) ?? '', items: 1, answer: this.#run(command, running) };
  }

  /** Runs a command with its fault. */
  #run(command: Command, running: Running, isItem = false): ExchangeAnswer | 'reset' {
    const name = cmdletIn(command.body) ?? '';
    if (/^(?:Set|Add|Remove)-/i.test(name)) return this.#write(command, running);
    const answer = this.#answer(command, running, isItem);
    this.#options.accesses.note('read', this.#mailboxOf(command), name);
    return answer;
  }

  /** Runs a command that changes a mailbox, and records it. */
  #write(command: Command, running: Running): ExchangeAnswer | 'reset' {
    const { counts, surroundings, faults, accesses } = this.#options;
    counts.writes++;
    const address = this.#mailboxOf(command);
    const before = changeable(surroundings.directory, address);
    const answer = faulted<ExchangeAnswer | 'reset'>(
      faults().nextWrite(address),
      () => this.#answer(command, running, false),
      (fault) => this.#refused(fault, running.now),
    );
    const written = { before, after: changeable(surroundings.directory, address) };
    const status = typeof answer === 'string' ? 0 : answer.status;
    const resource = cmdletIn(command.body) ?? '';
    const values = parametersIn(command.body) ?? null;
    accesses.wrote({ ...written, values, time: running.now, address, resource, status });
    return answer;
  }

  /** The address of the mailbox that a command is about, in lower case; '' if it is about none. */
  #mailboxOf({ body }: Command): string {
    const identity = property(parametersIn(body), 'Identity');
    if (typeof identity !== 'string') return '';
    return this.#options.surroundings.directory.find(identity)?.userPrincipalName.toLowerCase() ?? '';
  }

  #refused({ status, retryAfter = 'none' }: WriteFault, now: number): ExchangeAnswer | 'reset' {
    const wait = retryAfterHeader(retryAfter, now);
    switch (status) {
      case 0:
        return 'reset';
      case 429:
        return tooMany(status, wait);
      case 503:
      case 504:
        return unavailable(status, wait);
      case 500:
        return internalError();
      case 400:
      case 403:
      case 404:
        return { ...badRequest('The change was refused.'), status };
    }
  }

  #answer(command: Command, running: Running, isItem: boolean): ExchangeAnswer | 'reset' {
    const name = cmdletIn(command.body) ?? '';
    const fault = isItem ? running.faults.nextItem(name) : running.faults.next(name);
    const asked = `${name} ${JSON.stringify(parametersIn(command.body) ?? {})} ${decodeURIComponent(String(command.query))}`;
    if (fault === undefined) return altered(invoke(command, running), asked, this.#options.faults().alterations);
    if (isSilent(fault)) return fault.kind;
    return this.#failed(fault, running.now) ?? spoiled(invoke(command, running));
  }

  #failed(fault: AnsweredFault, now: number): ExchangeAnswer | undefined {
    const wait = 'retryAfter' in fault ? retryAfterHeader(fault.retryAfter, now) : undefined;
    return faultAnswer(fault, wait, this.#order);
  }

  async #batch(body: Json, running: Running): Promise<Outcome> {
    const note = { cmdlet: '$batch', items: 0 };
    const fault = running.faults.next('$batch');
    if (fault !== undefined && isSilent(fault)) return { ...note, answer: fault.kind };
    const failed = fault === undefined ? undefined : this.#failed(fault, running.now);
    if (failed !== undefined) return { ...note, answer: failed };
    const items = batchItems(body, /^\/adminapi\/beta\/[^/]+\/InvokeCommand$/i);
    if ('status' in items) return { ...note, answer: items };
    const texts: string[] = [];
    let opensAt: number | undefined;
    const { tokens, resource } = this.#options;
    for (const { id, authorization, command } of items) {
      const check = await tokens.check(authorization, resource);
      const refusal = check.ok ? undefined : this.#unauthorized(check);
      const answer = refusal ?? ('status' in command ? command : this.#run(command, running, true));
      if (typeof answer === 'string') return { ...note, items: items.length, answer };
      opensAt = Math.max(opensAt ?? 0, answer.opensAt ?? 0) || undefined;
      const name = 'status' in command ? '' : (cmdletIn(command.body) ?? '');
      if (!running.faults.nextAnswerMissing(name)) texts.push(itemText(id, answer));
    }
    this.#order.shuffle(texts);
    const answer: ExchangeAnswer = {
      status: 200,
      body: `{"responses":[${texts.join(',')}]}`,
      headers: { 'Content-Type': JSON_TYPE },
    };
    return { ...note, items: items.length, answer: fault === undefined ? answer : spoiled(answer) };
  }

  #unauthorized(check: Extract<TokenCheck, { ok: false }>): ExchangeAnswer {
    this.#options.counts.unauthorized++;
    const start = `Bearer client_id="00000002-0000-0ff1-ce00-000000000000", trusted_issuers="00000001-0000-0000-c000-000000000000@*", token_types="app_asserted_user_v1 service_asserted_app_v1", authorization_uri="${this.#options.authorityHost()}/common/oauth2/authorize"`;
    const { challenge } = check;
    const reason =
      challenge === undefined
        ? 'error="invalid_token"'
        : `error="insufficient_claims", claims="${Buffer.from(challenge).toString('base64')}"`;
    return { status: 401, body: '', headers: { 'WWW-Authenticate': `${start}, ${reason}` } };
  }

  #headers(request: IncomingMessage): OutgoingHttpHeaders {
    const id = this.#options.host.newId();
    return {
      'request-id': id,
      'client-request-id': headerOf(request, 'client-request-id') ?? id,
      'OData-Version': '4.0',
      'Rate-Limit-Limit': '30000',
      'Rate-Limit-Remaining': '29997',
      'Rate-Limit-Reset': new Date(this.#options.clock() + 16_000).toISOString(),
      'X-BackEndHttpStatus': '200',
    };
  }
}

/** All that a cmdlet can change of a mailbox. */
function changeable(directory: OrganisationData['directory'], address: string): JsonObject {
  const rights = grantFacts(directory, address).map(({ trustee, right }): Json => `${trustee}: ${right}`);
  return { ...changeableProperties(directory, address), rights };
}

function routeOf(text: string): Route {
  const name = text.toLowerCase();
  return name === '$batch' ? '$batch' : name === 'invokecommand' ? 'InvokeCommand' : 'EXOModuleFile';
}

/** The cmdlets that a token may run. */
function moduleFile(
  request: IncomingMessage,
  access: Access,
  other: ExchangeFaults['exchangeModuleFile'],
): ExchangeAnswer {
  if (other === 'absent') return { status: 404, body: '' };
  const wanted = headerOf(request, 'commandname') ?? '*';
  const allowed = allCmdlets().filter((cmdlet) => access.allows(cmdlet));
  const names = (other ?? allowed.map(({ name }) => name)).filter(
    (name) => wanted === '*' || wanted.toLowerCase().split(',').includes(name.toLowerCase()),
  );
  const body = JSON.stringify({ value: [{ exportedCmdlets: names.join(',') }] });
  return { status: 200, body, headers: { 'Content-Type': JSON_TYPE } };
}
