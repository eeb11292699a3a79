import type { Json } from '../json.ts';
import type { MailboxAnswer } from '../mailboxes/mailbox-answer.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import { known, type RowView } from '../reports/known.ts';
import { rowViewer } from '../reports/row-view.ts';
import type { RowCells } from '../reports/rows.ts';
import type { Grant, MailboxFacts, Principal } from './reach.ts';
import type { ApplicationTrustees } from './tenant-applications.ts';

const NOT_READ = 'rights on the mailbox are not in the run: add the report mailbox-permissions';

/** The report about rights: its position among the results of a mailbox, and how its rows are read. */
export interface RightsReport {
  readonly index: number;
  readonly view: (row: RowCells) => RowView;
}

export function rightsReport({ columns }: ReportDefinition, index: number): RightsReport {
  return { index, view: rowViewer(Object.keys(columns)) };
}

/** The rights of applications on a mailbox, why there may be others, and why these may be denied. */
export interface MailboxRights {
  readonly rights: readonly (readonly [principal: string, right: string])[];
  readonly unknown?: string | undefined;
  readonly denial?: string | undefined;
}

/** Whether a permission also needs a right on the mailbox. */
export function needsRight({ opens }: Grant): boolean {
  return opens.rights !== undefined;
}

/** The rights of applications on a mailbox. Only those that a permission needs: others would make equal mailboxes different. */
export function rightsOf(
  report: RightsReport | undefined,
  results: MailboxAnswer<RowCells[]>['results'],
  needing: readonly Grant[],
  trustees: ApplicationTrustees,
): MailboxRights {
  if (needing.length === 0) return { rights: [] };
  const result = report && results[report.index];
  if (report === undefined || result === undefined) return { rights: [], unknown: NOT_READ };
  if (result.status !== 'ok') return { rights: [], unknown: `rights on the mailbox: ${result.error}` };
  const wanted = new Set(needing.flatMap(({ opens }) => opens.rights ?? []));
  const principals = new Set(needing.map(({ principal }) => principal.id));
  const allowed = new Map<string, readonly [string, string]>();
  const denied = new Set<string>();
  let [unknown, denial]: [string?, string?] = [];
  for (const row of result.value) {
    const { cell } = report.view(row);
    const [right, trustee, deny, inherited] = ['Right', 'Trustee', 'Deny', 'Inherited'].map((column) => {
      const one = cell(column);
      return one?.isKnown === true ? one.value : undefined;
    });
    if (typeof right === 'string' && !wanted.has(right)) continue;
    if (typeof right !== 'string' || typeof trustee !== 'string' || typeof deny !== 'boolean') {
      unknown ??= 'not every right on the mailbox is known';
      continue;
    }
    // Only Microsoft sets what mailboxes inherit, for its own servers:
    // https://learn.microsoft.com/powershell/module/exchange/add-adpermission
    if (inherited === true) continue;
    const sid = row.identity?.TrusteeId;
    const matches = [...principals].filter((id) => isTrustee(id, trustee, sid, trustees));
    for (const id of matches) {
      if (deny) denied.add(`${id} ${right}`);
      else allowed.set(`${id} ${right}`, [id, right]);
    }
    if (matches.length > 0 || isApplication(trustee, sid, trustees)) continue;
    if (/^S-1-/i.test(trustee)) {
      // An account that was deleted, if the SIDs of all applications are known.
      const reason = trustees.unknown ?? unknownSid(principals, trustees);
      if (reason !== undefined) unknown ??= `which application ${trustee} is: ${reason}`;
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

/** Whether a trustee is certainly an application, by its object ID or SID: a name alone can also be that of a group. */
function isApplication(name: string, sid: Json | undefined, { byPrincipal, sids }: ApplicationTrustees): boolean {
  return byPrincipal.has(name.toLowerCase()) || (typeof sid === 'string' && sids.has(sid.toLowerCase()));
}

function unknownSid(principals: ReadonlySet<string>, { byPrincipal }: ApplicationTrustees): string | undefined {
  const isUnknown = [...principals].some((id) => byPrincipal.get(id)?.sid === '');
  return isUnknown ? 'Exchange Online does not show the SID of every application' : undefined;
}

/** The first of these rights that an application has on the mailbox; undefined if none. */
export function rightOf(
  { rights, unknown, denial }: MailboxRights,
  { id }: Principal,
  wanted: readonly string[],
): ReturnType<MailboxFacts['rightOf']> {
  const found = wanted.find((right) => rights.some(([principal, own]) => principal === id && own === right));
  const detail = found === undefined ? unknown : denial;
  return detail === undefined ? known(found) : { isKnown: false, detail };
}
