import { auditLogAt, type AuditLog, type AuditLogPath } from './audit-log.ts';
import { rolesFor, writingRoleFor } from './app-roles.ts';
import { retryAfterHeader, type RetryAfter } from './fault-options.ts';
import type { FaultPlan } from './faults.ts';
import {
  graphError,
  mailboxConcurrency,
  mailboxError,
  tooManyRequests,
  unavailable,
  type GraphAnswer,
} from './graph-errors.ts';
import type { Host } from './listen.ts';
import { membersAt, type MembersPath, type TenantGroups } from './groups.ts';
import { listingAt, REPORTING, type ListingPath, type Listings } from './listings.ts';
import { parseMailboxPath, type MailboxPath, type MailboxResource } from './mailbox-path.ts';
import type { Mailboxes } from './mailboxes.ts';
import { DIRECTORY_ROLE_IDS } from './exchange/access.ts';
import type { Caller } from './registrations/callers.ts';
import { answerDirectory } from './registrations/directory-api.ts';
import { directoryPathAt, type DirectoryPath } from './registrations/directory-path.ts';
import type { Registrations } from './registrations/registrations.ts';
import { parseJson, type Json } from './json.ts';
import { personAt, type PersonPath, type PersonSecurity } from './person-security.ts';
import { MailboxConcurrency, type Closure, type Limit } from './throttle.ts';
import { faulted, type Accesses, type WriteFault } from './writes.ts';

/** The number of Outlook requests of a batch that Graph runs at a time. */
const AT_A_TIME = 4;
const CONCURRENCY_RETRY_AFTER_S = 1;

/** One request for a mailbox, in a batch or single. */
export interface Read {
  readonly path: MailboxPath | ListingPath | MembersPath | DirectoryPath | AuditLogPath | PersonPath;
  readonly method: string;
  /** Relative to the version. */
  readonly url: string;
  /** Its address in lower case, also if the URL has its ID. Empty if the URL names none; `listing users` for a listing, `group` and its ID for a group. */
  readonly mailbox: string;
  /** JSON text; undefined if there is none. */
  readonly body: string | undefined;
  /** The header Prefer; empty if there is none. */
  readonly prefer: string;
}

export interface ReadContext {
  /** Who sent the request. */
  readonly caller: Caller;
  /** Origin and version, such as `https://graph.microsoft.com/v1.0`. */
  readonly root: string;
  /** `v1.0` or `beta`. */
  readonly version: string;
  /** When the request arrived: epoch ms. */
  readonly arrived: number;
  /** Latency in ms. */
  readonly latency: number;
}

export interface MailboxReadsOptions {
  readonly mailboxes: Mailboxes;
  readonly listings: Listings;
  readonly groups: TenantGroups;
  readonly auditLog: AuditLog;
  readonly registrations: Registrations;
  readonly personSecurity: PersonSecurity;
  readonly limit: Limit | undefined;
  /** Of sign-ins and audits of the directory together. */
  readonly reportingLimit: Limit | undefined;
  readonly clock: () => number;
  readonly host: Host;
  readonly faults: () => FaultPlan;
  readonly accesses: Accesses;
}

/** Reads mailboxes within the limits of the application and of each mailbox. */
export class MailboxReads {
  readonly #options: MailboxReadsOptions;
  readonly #concurrency = new MailboxConcurrency();

  constructor(options: MailboxReadsOptions) {
    this.#options = options;
  }

  /** The maximum of concurrent reads of one mailbox so far. */
  get mostOfOneMailbox(): number {
    return this.#concurrency.most;
  }

  /** @param url relative to the version */
  readOf(method: string, url: string, body: string | undefined, prefer: string): Read {
    const request = { method, url, body, prefer };
    const listing = listingAt(url);
    if (listing !== undefined) return { ...request, path: listing, mailbox: `listing ${listing.listing}` };
    const members = membersAt(url);
    if (members !== undefined) return { ...request, path: members, mailbox: `group ${members.group}` };
    const auditLog = auditLogAt(url);
    if (auditLog !== undefined) return { ...request, path: auditLog, mailbox: '' };
    const person = personAt(url);
    if (person !== undefined) return { ...request, path: person, mailbox: '' };
    const objects = directoryPathAt(url);
    if (objects !== undefined) return { ...request, path: objects, mailbox: '' };
    const path = parseMailboxPath(url);
    const mailbox = path.ok ? this.#options.mailboxes.addressOf(path.address).toLowerCase() : '';
    return { ...request, path, mailbox };
  }

  /**
   * The response to each read, in order, and their Retry-After. Reads are admitted when the request arrives, and
   * then run four at a time.
   */
  async run(
    reads: readonly Read[],
    context: ReadContext,
  ): Promise<{ readonly answers: readonly GraphAnswer[]; readonly closures: readonly Closure[] }> {
    const closures: Closure[] = [];
    const admitted = reads.map((read) => ({ read, refusal: this.#refusal(read, context.arrived, closures) }));
    const answers: GraphAnswer[] = [];
    const { host } = this.#options;
    const began = host.elapsed();
    for (let from = 0; from < admitted.length; from += AT_A_TIME) {
      const running: string[] = [];
      for (const { read, refusal } of admitted.slice(from, from + AT_A_TIME)) {
        answers.push(refusal ?? this.#begin(read, context, running, closures));
      }
      await host.pause(began + (answers.length / admitted.length) * context.latency - host.elapsed());
      for (const mailbox of running) this.#concurrency.leave(mailbox);
    }
    return { answers, closures };
  }

  /** The response to a read that a limit or a fault prevents. */
  #refusal({ mailbox, path }: Read, now: number, closures: Closure[]): GraphAnswer | undefined {
    const { limit, reportingLimit, faults } = this.#options;
    const opensAt = limit?.take(now);
    if (opensAt !== undefined) {
      closures.push({ mailbox: undefined, opensAt });
      return tooManyRequests(now, limit?.retryAfter(now));
    }
    if ('listing' in path && REPORTING.has(path.listing)) {
      const reportsFrom = reportingLimit?.take(now);
      if (reportsFrom !== undefined) {
        closures.push({ mailbox, opensAt: reportsFrom });
        return tooManyRequests(now, reportingLimit?.retryAfter(now));
      }
    }
    const wait = 'listing' in path ? faults().nextListing(path.listing) : undefined;
    if (wait !== undefined) return tooManyRequests(now, this.#promise(wait, mailbox, closures));
    const fault = mailbox === '' ? undefined : faults().nextItem(mailbox);
    switch (fault?.kind) {
      case undefined:
        return undefined;
      case 'throttled':
        return tooManyRequests(now, this.#promise(fault.retryAfter, undefined, closures));
      case 'mailbox-throttled':
        return mailboxConcurrency(now, this.#promise(fault.retryAfter, mailbox, closures));
      case 'error':
        return mailboxError(fault.error, now);
      case 'unavailable':
        return unavailable(fault.status, now, this.#promise(fault.retryAfter, mailbox, closures));
    }
  }

  #promise(retryAfter: RetryAfter, mailbox: string | undefined, closures: Closure[]): string | undefined {
    const wait = retryAfterHeader(retryAfter, this.#options.clock());
    if (wait !== undefined) closures.push({ mailbox, opensAt: wait.opensAt });
    return wait?.header;
  }

  /** Starts a read. Its mailbox is added to `running`. */
  #begin(read: Read, context: ReadContext, running: string[], closures: Closure[]): GraphAnswer {
    const { mailbox } = read;
    if (mailbox === '') return this.#answer(read, context, closures);
    if (!this.#concurrency.enter(mailbox)) {
      const now = this.#options.clock();
      return mailboxConcurrency(now, this.#promise(CONCURRENCY_RETRY_AFTER_S, mailbox, closures));
    }
    running.push(mailbox);
    return this.#answer(read, context, closures);
  }

  #answer(
    { path, method, mailbox, body, prefer }: Read,
    { caller, root, version }: ReadContext,
    closures: Closure[],
  ): GraphAnswer {
    const now = this.#options.clock();
    const { roles } = caller;
    if ('collection' in path) {
      const request = { path, method, body, prefer, caller, root, now };
      return answerDirectory(request, this.#options.registrations, DIRECTORY_ROLE_IDS);
    }
    if ('listing' in path) {
      if (method !== 'GET') return methodNotAllowed(now);
      const plan = this.#options.faults();
      const faults = plan.listing(path.listing);
      if (/skiptoken=/i.test(path.query) && plan.nextPageExpired(path.listing)) {
        const message = 'The specified page token value has expired and can no longer be included in your request.';
        return graphError(400, 'Directory_ExpiredPageToken', message, now);
      }
      return this.#options.listings.answer(path, { root, version, roles, now, faults });
    }
    if ('group' in path) {
      return method === 'GET' ? this.#options.groups.answer(path, { root, roles, now }) : methodNotAllowed(now);
    }
    if ('person' in path) {
      return method === 'GET' ? this.#options.personSecurity.answer(path, { root, roles, now }) : methodNotAllowed(now);
    }
    if ('part' in path) return this.#options.auditLog.answer(path, { method, body, roles, version, root, now });
    if (!path.ok) return graphError(path.status, path.code, path.message, now);
    const writes = methodsOf(path.resource).includes(method);
    if (method !== 'GET' && !writes) return methodNotAllowed(now);
    const allowed = writes ? [writingRoleFor(path.resource)] : rolesFor(path.resource);
    if (!roles.some((role) => allowed.includes(role))) {
      return path.resource.kind === 'user'
        ? graphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.', now)
        : graphError(403, 'ErrorAccessDenied', MESSAGES[403], now);
    }
    const pageFaults = path.resource.kind === 'collection' ? this.#options.faults().pages(mailbox) : undefined;
    if (pageFaults?.childrenDenied === true && isChildFolders(path.resource)) {
      return graphError(403, 'ErrorAccessDenied', MESSAGES[403], now);
    }
    const { mailboxes } = this.#options;
    const asking = { root, version, now, pageFaults };
    if (writes) {
      const faults = this.#options.faults();
      const before = mailboxes.present(path);
      const change = { lost: faults.losesWrite(mailbox), lag: faults.lag(mailbox, now) };
      const answer = faulted(
        faults.nextWrite(mailbox),
        () => mailboxes.change(path, method, body, { ...asking, ...change }),
        (fault) => this.#failed(fault, mailbox, now, closures),
      );
      const written = { before, after: mailboxes.present(path), values: valuesIn(body), status: answer.status };
      this.#options.accesses.wrote({ ...written, time: now, address: mailbox, resource: nameOf(path.resource) });
      return answer;
    }
    const read = mailboxes.answer(path, asking);
    const refusal = read.status === 200 ? this.#options.faults().refusal(mailbox, nameOf(path.resource)) : undefined;
    const answer = refusal === undefined ? read : graphError(refusal, CODES[refusal], MESSAGES[refusal], now);
    this.#options.accesses.note('read', mailbox, nameOf(path.resource));
    return answer;
  }

  #failed({ status, retryAfter = 'none' }: WriteFault, mailbox: string, now: number, closures: Closure[]): GraphAnswer {
    const wait = this.#promise(retryAfter, mailbox, closures);
    switch (status) {
      case 0:
        return { status, body: '' };
      case 429:
        return mailboxConcurrency(now, wait);
      case 503:
      case 504:
        return unavailable(status, now, wait);
      case 400:
      case 403:
      case 404:
      case 500:
        return graphError(status, CODES[status], 'The change was refused.', now, wait);
    }
  }
}

const CODES = {
  400: 'ErrorInvalidRequest',
  403: 'ErrorAccessDenied',
  404: 'ErrorItemNotFound',
  500: 'ErrorInternalServerError',
} as const;

const MESSAGES = {
  403: 'Access is denied. Check credentials and try again.',
  404: 'The specified object was not found in the store.',
} as const;

function valuesIn(body: string | undefined): Json {
  try {
    return parseJson(body ?? 'null');
  } catch {
    return body ?? null;
  }
}

/** The name of a resource among the accesses of a mailbox. */
function nameOf(resource: MailboxResource): string {
  if (resource.kind === 'messageRule' || resource.kind === 'calendarPermission') return resource.id;
  return resource.kind === 'collection' ? resource.collection.name : resource.kind;
}

function methodNotAllowed(now: number): GraphAnswer {
  return graphError(405, 'Request_BadRequest', 'Specified HTTP method is not allowed for the request target.', now);
}

/** The methods that change a resource. */
function methodsOf(resource: MailboxResource): readonly string[] {
  switch (resource.kind) {
    case 'mailboxSettings':
      return resource.property === undefined ? ['PATCH'] : [];
    case 'messageRule':
    case 'calendarPermission':
      return ['PATCH', 'DELETE'];
    case 'collection':
      return ['messageRules', 'calendarPermissions'].includes(resource.collection.name) ? ['POST'] : [];
    case 'user':
    case 'mailFolder':
      return [];
  }
}

function isChildFolders(resource: MailboxResource): boolean {
  return (
    resource.kind === 'collection' &&
    resource.collection.name === 'mailFolders' &&
    resource.collection.parent !== undefined
  );
}
