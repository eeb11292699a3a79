import { UserError } from '../errors.ts';
import type { Directory } from '../exchange/directory.ts';
import type { ObjectIds } from '../exchange/matched-objects.ts';
import type { Json } from '../json.ts';
import type { MailboxAnswer, QueryResult } from '../mailboxes/mailbox-answer.ts';
import { applicationsOfTenant } from '../reports/built-in/applications-of-tenant.ts';
import { isDerivedReport, type ReportDefinition } from '../reports/definition.ts';
import type { Derivation, DerivedRun, Deriver, DeriverServices, ExchangeServices } from '../reports/deriver.ts';
import { known, shownOf, unknownAs, unknownBecause, type Known } from '../reports/known.ts';
import { rowWith } from '../reports/row-view.ts';
import { unknownRow, type RowCells, type TableAnswer } from '../reports/rows.ts';
import { applicationRow } from './application-rows.ts';
import { GRAPH_PARTS } from './consents.ts';
import type { ConsentedApplications } from './mail-consents.ts';
import { needsRight, rightOf, rightsOf, rightsReport, type RightsReport } from './mailbox-rights.ts';
import { ABILITIES } from './permissions.ts';
import { enabledOnes, labelsOf, reachOf, type Grant, type Principal, type Reach } from './reach.ts';
import { APPLICATION_CMDLETS } from './role-grants.ts';
import { NO_MEMBERS, readApplications, type TenantApplications } from './tenant-applications.ts';

type MailboxResults = MailboxAnswer<RowCells[]>;

/** Which mailboxes Exchange Online lists, by their positions in the list of the run. */
interface MailboxDirectory {
  /** Undefined: why they are not known. */
  readonly isListed: (position: number) => boolean | undefined;
  readonly idsAt: (position: number) => ObjectIds | undefined;
}

/** The applications of the tenant, and the mailboxes that Exchange Online lists. */
interface ReadTenant {
  readonly tenant: TenantApplications;
  readonly directory: MailboxDirectory;
}

const NOT_LISTED = 'Exchange Online lists no mailbox with this address';
const NO_ID = unknownBecause('not-in-the-answer', 'the object ID of the mailbox is not known');
const CANCELLED: QueryResult<RowCells[]> = {
  status: 'cancelled',
  error: 'The run was cancelled before this mailbox was read',
};
const UNREAD_TABLE: TableAnswer = {
  result: { status: 'cancelled', error: 'The run was cancelled before this table was read' },
  gaps: '',
};

/** Makes the rows of `applications` of what Entra ID and Exchange Online list of the tenant. */
export const applicationsDeriver: Deriver = {
  cmdlets: APPLICATION_CMDLETS,
  listings: GRAPH_PARTS,
  begin: (services) => {
    const { exchange, signal } = services;
    if (exchange === undefined) throw new Error('no sign-in to Exchange Online');
    const reading = readTenant(services, exchange).catch((error: unknown) => {
      if (!signal.aborted) throw error;
      return undefined;
    });
    // Its reader rejects with its error.
    reading.catch(() => undefined);
    return (run) => derivationOf(reading, run);
  },
};

/** Reads the applications of the tenant, beside the mailboxes that Exchange lists. Rejects if the run is cancelled. */
async function readTenant(
  { graph, cloud, notice }: DeriverServices,
  { runner, grants, directory: directoryOf }: ExchangeServices,
): Promise<ReadTenant> {
  const directory = directoryOf();
  const hasSignIns = cloud === 'global';
  if (!hasSignIns) notice(`Microsoft does not list the sign-ins of applications in the cloud "${cloud}".`);
  const [tenant, isListed] = await Promise.all([
    readApplications({
      graph: graph.listing,
      readEach: graph.readEach,
      exchange: { runner, grants },
      hasSignIns,
      notice,
    }),
    areMailboxesListed(directory),
  ]);
  return {
    tenant,
    directory: {
      isListed: (position) => (isListed ? directory.has(position) : undefined),
      idsAt: (position) => directory.idsAt(position),
    },
  };
}

/** Whether Exchange lists the mailboxes of the tenant. Without them, applications with a scope are unknown. */
async function areMailboxesListed(directory: Directory): Promise<boolean> {
  try {
    await directory.mailboxes;
    return directory.refusalOf('Get-Mailbox') === undefined;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}

/** @param reading undefined if the run is cancelled */
function derivationOf(reading: Promise<ReadTenant | undefined>, { others, report }: DerivedRun): Derivation {
  let rowMaker: RowMaker | undefined;
  return {
    ready: reading.then((read) => {
      rowMaker = read && new RowMaker(read, others, report.from);
    }),
    resultsOf: (answers, first) =>
      answers.map(({ results }, at) => rowMaker?.resultOf(first + at, results) ?? CANCELLED),
    tables: { [applicationsOfTenant.name]: () => rowMaker?.applications ?? UNREAD_TABLE },
  };
}

/** Makes the rows of mailboxes. Those that the same applications reach share theirs, but for what their people consented to. */
export class RowMaker {
  readonly #read: ReadTenant;
  readonly #rights: RightsReport | undefined;
  /** The positions of the results of reports that are read. */
  readonly #readReports: readonly number[];
  /** By the object ID of a mailbox, its scopes: their positions in `TenantApplications.members`. */
  readonly #scopes: ReadonlyMap<string, readonly number[]>;
  /** By the scopes and rights that decide on a row, without what people consented to. */
  readonly #rows = new Map<string, SharedRow>();
  readonly #label: (principal: Principal) => string;
  /** Those that also need a right on the mailbox. */
  readonly #needing: readonly Grant[];
  /** The table with a row for each application of the tenant. */
  readonly applications: TableAnswer;

  constructor(read: ReadTenant, others: readonly ReportDefinition[], from: readonly string[]) {
    this.#read = read;
    const { applications, failure, gaps, lacksApplications } = read.tenant;
    const rows = applications.map((one) => applicationRow(one, !lacksApplications));
    const missing = lacksApplications ? [unknownRow(applicationsOfTenant)] : [];
    this.applications = {
      result: failure ?? { status: 'ok', value: [...rows, ...missing] },
      gaps,
    };
    this.#label = labelsOf(read.tenant.facts.principals);
    this.#needing = read.tenant.facts.grants.filter(needsRight);
    this.#scopes = scopesById(read.tenant.members);
    this.#readReports = others.flatMap((report, at) => (isDerivedReport(report) ? [] : [at]));
    const at = others.findIndex(({ name }) => from.includes(name));
    this.#rights = others[at] && rightsReport(others[at], at);
  }

  /** @param position of the mailbox in the list that the run reads */
  resultOf(position: number, results: MailboxResults['results']): QueryResult<RowCells[]> {
    const { tenant, directory } = this.#read;
    if (tenant.failure !== undefined) return tenant.failure;
    for (const at of this.#readReports) {
      const result = results[at];
      if (result?.status === 'no-mailbox') return result;
    }
    if (directory.isListed(position) === false) return { status: 'not-found', error: NOT_LISTED };
    const id = directory.idsAt(position)?.[0];
    const rights = rightsOf(this.#rights, results, this.#needing, tenant.trustees);
    const key = JSON.stringify([id === undefined ? null : (this.#scopes.get(id) ?? []), rights]);
    let shared = this.#rows.get(key);
    if (shared === undefined) {
      const reach = reachOf(tenant.facts, {
        isMember: (scope) => {
          const members = tenant.members.get(scope) ?? NO_MEMBERS;
          if (!members.isKnown) return unknownAs(members);
          return id === undefined ? NO_ID : known(members.value.ids.has(id));
        },
        rightOf: (principal, wanted) => rightOf(rights, principal, wanted),
      });
      shared = this.#sharedRow(reach, id === undefined ? NO_ID : tenant.personal.ofOthers);
      this.#rows.set(key, shared);
    }
    const consented = id === undefined ? undefined : tenant.personal.of(id);
    return { status: 'ok', value: [consented === undefined ? shared.row : this.#personalRow(shared, consented)] };
  }

  #sharedRow({ can, through, appIds, delegated, unknown }: Reach, others: ConsentedApplications): SharedRow {
    const lists = [...ABILITIES.map((ability) => can[ability]), through, appIds, delegated].map(asCell);
    const row = this.#rowWith({ lists, unknown }, others);
    return { lists, unknown, row, byConsent: new Map() };
  }

  #personalRow(shared: SharedRow, consented: ConsentedApplications): RowCells {
    const key = JSON.stringify([consented.isKnown || consented.detail, shownOf(consented)?.map(({ id }) => id)]);
    const kept = shared.byConsent.get(key);
    if (kept !== undefined) return kept;
    const row = this.#rowWith(shared, consented);
    if (shared.byConsent.size < MAX_BY_CONSENT) shared.byConsent.set(key, row);
    return row;
  }

  #rowWith({ lists, unknown }: Pick<SharedRow, 'lists' | 'unknown'>, consented: ConsentedApplications): RowCells {
    const personal = enabledOnes(consented, this.#label, 'consent of this person');
    const reasons = [...new Set([...unknown, ...personal.unknown])].sort();
    return rowWith([...lists, asCell(personal.names), known(reasons)]);
  }
}

/** What mailboxes share that the same applications reach. */
interface SharedRow {
  /** The cells before what people consented to. Rows share them. */
  readonly lists: readonly Known<Json>[];
  readonly unknown: readonly string[];
  /** Of those whose people consented to nothing. */
  readonly row: RowCells;
  /** Of the others, by what their people consented to. */
  readonly byConsent: Map<string, RowCells>;
}

/** Most people who consent do so to the same few applications. */
const MAX_BY_CONSENT = 100;

function scopesById(members: TenantApplications['members']): ReadonlyMap<string, readonly number[]> {
  const scopes = new Map<string, number[]>();
  for (const [at, scope] of [...members.values()].entries()) {
    if (!scope.isKnown) continue;
    for (const id of scope.value.ids) {
      const own = scopes.get(id);
      if (own === undefined) scopes.set(id, [at]);
      else own.push(at);
    }
  }
  return scopes;
}

function asCell(list: Known<readonly string[]>): Known<Json> {
  return list.isKnown ? known([...list.value]) : { isKnown: false, shown: [...(list.shown ?? [])] };
}
