import type { UserError } from '../errors.ts';
import type { MailboxIds } from '../exchange/matched-objects.ts';
import type { Json } from '../json.ts';
import type { MailboxAnswer, QueryResult } from '../mailboxes/mailbox-answer.ts';
import { isTenantReport, UNKNOWN, type ReportDefinition } from '../reports/definition.ts';
import type { RowCells } from '../reports/rows.ts';
import type { AnswerReader } from '../run/source.ts';
import type { Cells } from '../text/csv.ts';
import { ABILITIES } from './permissions.ts';
import { reachOf, type Grant, type MailboxFacts, type PartialList, type Principal } from './reach.ts';
import { applicationCells } from './application-rows.ts';
import type { ApplicationTrustees, TenantApplications } from './tenant-applications.ts';

type MailboxResults = MailboxAnswer<RowCells[]>;

/** Which mailboxes Exchange Online lists, by their positions in the list of the run. */
export interface MailboxDirectory {
  /** Undefined: why they are not known. */
  readonly isListed: (position: number) => boolean | undefined;
  readonly idsAt: (position: number) => MailboxIds | undefined;
}

/** The applications of the tenant, and the mailboxes that Exchange Online lists. */
export interface ReadTenant {
  readonly tenant: TenantApplications;
  readonly directory: MailboxDirectory;
}

const NOT_LISTED = 'Exchange Online lists no mailbox with this address';
const NO_ID = 'the object ID of the mailbox is not known';
const NOT_READ = 'rights on the mailbox are not in the run: add the report mailbox-permissions';
const CANCELLED: QueryResult<RowCells[]> = {
  status: 'cancelled',
  error: 'The run was cancelled before this mailbox was read',
};

/** Adds the results of the report about applications. Mailboxes that the same applications reach share their row. */
export class ApplicationsReader implements AnswerReader {
  readonly #reader: AnswerReader;
  /** Undefined if the run is cancelled. */
  readonly #reading: Promise<ReadTenant | undefined>;
  /** The position of the report among all reports. */
  readonly #index: number;
  readonly #rights: RightsColumns | undefined;
  /** By the object ID of a mailbox, its scopes: their positions in `TenantApplications.members`. */
  #scopes: ReadonlyMap<string, readonly number[]> = new Map();
  /** By the scopes and rights that decide on a row. */
  readonly #rows = new Map<string, RowCells>();
  #finished = 0;
  #applications: readonly Cells[] = [];
  /** Those that also need a right on the mailbox. */
  #needing: readonly Grant[] = [];

  /**
   * @param reader has the results of the other reports, in their order
   * @param reports with the one about applications
   * @param reading rejects if the run is cancelled, or for a bug
   */
  constructor(
    reader: AnswerReader,
    reports: readonly ReportDefinition[],
    reading: Promise<ReadTenant>,
    signal: AbortSignal,
  ) {
    this.#reader = reader;
    this.#reading = reading.then(
      (read) => {
        this.#applications = read.tenant.applications.map(applicationCells);
        this.#needing = read.tenant.facts.grants.filter(needsRight);
        this.#scopes = scopesById(read.tenant.members);
        return read;
      },
      (error: unknown) => {
        if (!signal.aborted) throw error;
        return undefined;
      },
    );
    this.#index = reports.findIndex(isTenantReport);
    const from = reports[this.#index];
    const others = reports.filter((report) => !isTenantReport(report));
    const at = others.findIndex(({ name }) => from?.source === 'reports' && from.from.includes(name));
    this.#rights = others[at] && rightsColumns(others[at], at);
    // A reader that is never iterated must not end the process.
    this.#reading.catch(() => undefined);
  }

  get finished(): number {
    return this.#finished;
  }

  get stoppedBy(): UserError | undefined {
    return this.#reader.stoppedBy;
  }

  get listing(): string | undefined {
    return this.#reader.listing;
  }

  /** A row for each application of the tenant, in the order of `APPLICATION_COLUMNS`; none before they are read. */
  get applications(): readonly Cells[] {
    return this.#applications;
  }

  async *read(): AsyncGenerator<readonly MailboxResults[], void> {
    // Reading the first chunk begins the listings of the other reports, which must not wait for the applications.
    for await (const answers of this.#reader.read()) {
      const read = await this.#reading;
      const first = this.#finished;
      yield answers.map(({ mailbox, results }, offset) => {
        const own = read === undefined ? CANCELLED : this.#resultOf(read, first + offset, results);
        return { mailbox, results: results.toSpliced(this.#index, 0, own) };
      });
      this.#finished += answers.length;
    }
    await this.#reading;
  }

  #resultOf(
    { tenant, directory }: ReadTenant,
    position: number,
    results: MailboxResults['results'],
  ): QueryResult<RowCells[]> {
    if (tenant.failure !== undefined) return tenant.failure;
    const absent = results.find(({ status }) => status === 'no-mailbox');
    if (absent !== undefined && absent.status !== 'ok') return absent;
    if (directory.isListed(position) === false) return { status: 'not-found', error: NOT_LISTED };
    const id = directory.idsAt(position)?.[0];
    const rights = rightsOf(this.#rights, results, this.#needing, tenant.trustees);
    const key = JSON.stringify([id === undefined ? NO_ID : (this.#scopes.get(id) ?? []), rights]);
    let row = this.#rows.get(key);
    if (row === undefined) {
      row = rowOf(tenant, {
        isMember: (scope) => {
          const members = tenant.members.get(scope) ?? 'not read';
          if (typeof members === 'string') return members;
          return id === undefined ? NO_ID : members.ids.has(id);
        },
        rightOf: (principal, wanted) => rightOf(rights, principal, wanted),
      });
      this.#rows.set(key, row);
    }
    return { status: 'ok', value: [row] };
  }
}

function scopesById(members: TenantApplications['members']): ReadonlyMap<string, readonly number[]> {
  const scopes = new Map<string, number[]>();
  for (const [at, scope] of [...members.values()].entries()) {
    if (typeof scope === 'string') continue;
    for (const id of scope.ids) {
      const own = scopes.get(id);
      if (own === undefined) scopes.set(id, [at]);
      else own.push(at);
    }
  }
  return scopes;
}

function rowOf({ facts }: TenantApplications, mailbox: MailboxFacts): RowCells {
  const { can, through, appIds, delegated, unknown } = reachOf(facts, mailbox);
  const lists: readonly PartialList[] = [
    ...ABILITIES.map((ability) => can[ability]),
    through,
    appIds,
    delegated,
    { items: unknown, isKnown: true },
  ];
  const incomplete = lists.flatMap(({ isKnown }, at) => (isKnown ? [] : [at]));
  return {
    cells: lists.map(({ items }) => [...items]),
    incomplete: incomplete.length === 0 ? undefined : new Set(incomplete),
  };
}

/** The positions of the report about rights, and of its columns. */
interface RightsColumns {
  readonly index: number;
  readonly right: number;
  readonly trustee: number;
  readonly deny: number;
  readonly inherited: number;
}

function rightsColumns({ columns }: ReportDefinition, index: number): RightsColumns {
  const names = Object.keys(columns);
  return {
    index,
    right: names.indexOf('Right'),
    trustee: names.indexOf('Trustee'),
    deny: names.indexOf('Deny'),
    inherited: names.indexOf('Inherited'),
  };
}

/** The rights of applications on a mailbox, why there may be others, and why these may be denied. */
interface MailboxRights {
  readonly rights: readonly (readonly [principal: string, right: string])[];
  readonly unknown?: string | undefined;
  readonly denial?: string | undefined;
}

function needsRight({ opens }: Grant): boolean {
  return opens.rights !== undefined;
}

/** Only rights that a permission needs: others would make equal mailboxes different. */
function rightsOf(
  columns: RightsColumns | undefined,
  results: MailboxResults['results'],
  needing: readonly Grant[],
  trustees: ApplicationTrustees,
): MailboxRights {
  if (needing.length === 0) return { rights: [] };
  const result = columns === undefined ? undefined : results[columns.index];
  if (columns === undefined || result === undefined) return { rights: [], unknown: NOT_READ };
  if (result.status !== 'ok') return { rights: [], unknown: `rights on the mailbox: ${result.error}` };
  const wanted = new Set(needing.flatMap(({ opens }) => opens.rights ?? []));
  const principals = new Set(needing.map(({ principal }) => principal.id));
  const allowed = new Map<string, readonly [string, string]>();
  const denied = new Set<string>();
  let [unknown, denial]: [string?, string?] = [];
  for (const row of result.value) {
    const [right, trustee, deny, inherited] = [columns.right, columns.trustee, columns.deny, columns.inherited].map(
      (at) => (row.incomplete?.has(at) === true || row.cells[at] === UNKNOWN ? undefined : row.cells[at]),
    );
    if (typeof right === 'string' && !wanted.has(right)) continue;
    if (typeof right !== 'string' || typeof trustee !== 'string' || typeof deny !== 'boolean') {
      unknown ??= 'not every right on the mailbox is known';
      continue;
    }
    // Only Microsoft sets what mailboxes inherit, for its own servers:
    // https://learn.microsoft.com/powershell/module/exchange/add-adpermission
    if (inherited === true) continue;
    const matches = [...principals].filter((id) => isTrustee(id, trustee, row.identity?.TrusteeId, trustees));
    for (const id of matches) {
      if (deny) denied.add(`${id} ${right}`);
      else allowed.set(`${id} ${right}`, [id, right]);
    }
    if (matches.length > 0) continue;
    if (/^S-1-/i.test(trustee)) {
      // An account that was deleted.
      if (trustees.unknown !== undefined) unknown ??= `which application ${trustee} is: ${trustees.unknown}`;
    } else if (!trustee.includes('@')) {
      if (deny) denial ??= `members of ${trustee}, which is denied ${right}, are not known`;
      else unknown ??= `members of ${trustee}, which has ${right}, are not known`;
    }
  }
  return { rights: [...allowed].filter(([key]) => !denied.has(key)).map(([, right]) => right), unknown, denial };
}

/** SIDs decide if both are known: a group can have the name of an application. */
function isTrustee(id: string, name: string, sid: Json | undefined, { byPrincipal }: ApplicationTrustees): boolean {
  const own = byPrincipal.get(id);
  if (own === undefined) return false;
  if (own.sid !== '' && typeof sid === 'string' && sid !== '') return own.sid === sid.toLowerCase();
  return own.names.has(name.toLowerCase());
}

function rightOf(
  { rights, unknown, denial }: MailboxRights,
  { id }: Principal,
  wanted: readonly string[],
): ReturnType<MailboxFacts['rightOf']> {
  const found = wanted.find((right) => rights.some(([principal, own]) => principal === id && own === right));
  const reason = found === undefined ? unknown : denial;
  return reason === undefined ? found : { unknown: reason };
}
