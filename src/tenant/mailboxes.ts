import { graphError, type GraphAnswer } from './graph-errors.ts';
import type { MailboxPath } from './mailbox-path.ts';
import { mailboxSettings } from './mailbox-settings.ts';
import type { Kind, People } from './people.ts';

/** What a correct reader finds for an address. */
export interface Expected {
  readonly status: 'ok' | 'not-found' | 'no-mailbox' | 'access-denied';
  /** The resource as Graph answers it, where there is one. */
  readonly settings?: unknown;
}

/** The mailboxes of the organisation as Graph answers for them. */
export class Mailboxes {
  readonly #people: People;
  readonly #seed: number;
  readonly #today: number;

  /** @param today epoch ms around which absences lie */
  constructor(people: People, seed: number, today: number) {
    this.#people = people;
    this.#seed = seed;
    this.#today = today;
  }

  /**
   * @param root origin and version, for `@odata.context`
   * @param now epoch ms, for the date in errors
   */
  answer(path: Extract<MailboxPath, { ok: true }>, root: string, now: number): GraphAnswer {
    const position = this.#people.find(path.address);
    const kind = position === undefined ? 'missing' : this.#people.kind(position);
    if (position === undefined || statusOf(kind) !== 'ok') return refusal(kind, path.address, now);
    const properties = mailboxSettings(this.#people, position, this.#seed, this.#today);
    const { property, select } = path;
    const context = (below: string): string =>
      `"@odata.context":"${root}/$metadata#users('${encodeURIComponent(path.address)}')/mailboxSettings${below}"`;
    if (property === undefined) {
      const chosen = select === undefined ? properties : properties.filter(([name]) => select.includes(name));
      let body = `{${context('')}`;
      for (const [name, json] of chosen) body += `,"${name}":${json}`;
      return { status: 200, body: `${body}}` };
    }
    const found = properties.find(([name]) => name.toLowerCase() === property.toLowerCase());
    if (found === undefined) {
      return NAMES.has(property.toLowerCase())
        ? { status: 204, body: '' }
        : graphError(400, 'BadRequest', `Resource not found for the segment '${property}'.`, now);
    }
    const [name, json] = found;
    const body = json.startsWith('{') ? json.slice(1, -1) : `"value":${json}`;
    return { status: 200, body: `{${context(`/${name}`)},${body}}` };
  }

  /** What a correct reader must find at an address. */
  expected(address: string, root: string): Expected {
    const position = this.#people.find(address);
    const status = position === undefined ? 'not-found' : statusOf(this.#people.kind(position));
    if (status !== 'ok') return { status };
    const { body } = this.answer({ ok: true, address, property: undefined, select: undefined }, root, 0);
    const settings: unknown = JSON.parse(body);
    return { status, settings };
  }
}

const NAMES = new Set(
  [
    'archiveFolder',
    'timeZone',
    'delegateMeetingMessageDeliveryOptions',
    'dateFormat',
    'timeFormat',
    'userPurpose',
    'automaticRepliesSetting',
    'language',
    'workingHours',
  ].map((name) => name.toLowerCase()),
);

function statusOf(kind: Kind): Expected['status'] {
  switch (kind) {
    case 'user':
    case 'shared':
    case 'room':
    case 'equipment':
      return 'ok';
    case 'on-premises':
    case 'inactive':
      return 'no-mailbox';
    case 'blocked':
      return 'access-denied';
    case 'missing':
      return 'not-found';
  }
}

function refusal(kind: Kind, address: string, now: number): GraphAnswer {
  switch (kind) {
    case 'on-premises':
      return graphError(
        404,
        'MailboxNotEnabledForRESTAPI',
        'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
        now,
      );
    case 'inactive':
      return graphError(404, 'ResourceNotFound', 'Resource could not be discovered.', now);
    case 'blocked':
      return graphError(
        403,
        'ErrorAccessDenied',
        'Access to OData is disabled: [RAOP] : Blocked by tenant configured AppOnly AccessPolicy settings.',
        now,
      );
    case 'missing':
    case 'user':
    case 'shared':
    case 'room':
    case 'equipment':
      return graphError(404, 'ErrorInvalidUser', `The requested user '${address}' is invalid.`, now);
  }
}
