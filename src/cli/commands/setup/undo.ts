import { UserError } from '../../../errors.ts';
import type { EpochMs } from '../../../text/numbers.ts';
import { terminalText } from '../../terminal.ts';
import type { AdminGraph } from './admin-graph.ts';
import { adminScopes } from './admin-token.ts';
import { applicationPart, findRecorded } from './application-state.ts';
import { readCredentials } from './credentials.ts';
import { confirmed } from './plan-text.ts';
import { INCIDENT_RESOURCES, incidentPart } from './incident-resources.ts';
import { REMEDIATION_RESOURCES, remediationPart } from './remediation-resources.ts';
import type { ApplicationUndo, Resource, Undo, Undone } from './resource.ts';
import { RECORD_PARTS, RESOURCES } from './resources.ts';
import { directoryRolesPart } from './resources/directory-role.ts';
import { filesPart } from './resources/files.ts';
import { CONSENT_REMAINS, notConfirmed, type SetupOptions, type SetupPlace, type SetupResult } from './setup-place.ts';
import {
  clear,
  readRecord,
  RECORD_FILE,
  toolsConsentPart,
  type RecordInRecord,
  type SetupRecord,
} from './setup-record.ts';
import { openTenant } from './tenant-session.ts';

/** A resource with what undo does about it. */
type Removal = Undone & Pick<Resource, 'on'>;

/** A kind that undo removes, whatever its plan needs. */
type Removed = Pick<Resource, 'on' | 'part' | 'undo'>;

/** What was made for an application beside the one that reports. */
interface Further {
  readonly part: RecordInRecord;
  readonly resources: readonly Removed[];
  /** Whether only this is removed. */
  readonly isChosen: (options: SetupOptions) => boolean;
}

/** What changes mailboxes goes first. */
const FURTHER: readonly Further[] = [
  { part: remediationPart, resources: REMEDIATION_RESOURCES, isChosen: ({ remediate }) => remediate },
  { part: incidentPart, resources: INCIDENT_RESOURCES, isChosen: ({ incident }) => incident },
];

interface Recorded {
  readonly record: SetupRecord;
  readonly resources: readonly Removed[];
}

/** An application, and what was made for it. */
interface Half {
  readonly undo: Undo;
  readonly resources: readonly Removed[];
  readonly removals: readonly Removal[];
}

/**
 * Lists what the record has, as the tenant shows it, asks, and deletes exactly that: an application that setup made with everything on it;
 * of another one what was added. Files that were changed since stay.
 */
export async function undoSetup(options: SetupOptions, place: SetupPlace): Promise<SetupResult> {
  const { folder, terminal } = place;
  const { out } = terminal;
  const record = await readRecord(folder, RECORD_PARTS);
  if (record === undefined) {
    out(`Nothing to undo: there is no ${RECORD_FILE} in ${terminalText(folder)}.\n`);
    return { code: 0, json: { removed: [], kept: [] } };
  }
  if (!options.yes && !options.dryRun && !terminal.interactive) throw notConfirmed();
  const isPart = options.remediate || options.incident;
  const further = FURTHER.filter(
    ({ part, isChosen }) => record.of(part) !== undefined && (!isPart || isChosen(options)),
  );
  const recorded: readonly Recorded[] = [
    ...further.map(({ part, resources }) => ({ record: record.in(part), resources })),
    ...(isPart ? [] : [{ record, resources: RESOURCES }]),
  ];
  const needsRoles = recorded.some(({ record: of }) => hasOthersRoles(of));
  const tenantId = options.tenantId ?? record.tenantId;
  const { graph, token, tenant } = await openTenant({ ...options, tenantId }, adminScopes(needsRoles), place);
  requireTenantOf(record, token.tenantId);
  const halves: Half[] = [];
  for (const { record: of, resources } of recorded) {
    const application = await undoOfApplication(graph, of, options, terminal.now());
    halves.push(await halfOf({ graph, record: of, place, application }, resources));
  }
  const removals = halves.flatMap((half) => half.removals);
  out(terminalText(`Tenant ${tenant}\nSigned in as ${token.account} by ${token.source}\n\n`));
  printRemovals(removals, record, place);
  const removed = removals.flatMap(({ lines }) => lines);
  const kept = removals.flatMap((removal) => removal.kept ?? []);
  const notes = removals.flatMap((removal) => removal.notes ?? []);
  const changes = removed.map((text) => ({ change: 'remove', text }));
  const plan = { tenant, account: token.account, changes, notes };
  if (options.dryRun) return { code: 0, json: { plan, kept } };
  const isAny = removed.length > 0;
  if (isAny && !(await confirmed(options.yes, terminal))) return { code: 1, json: { plan, kept, removed: [] } };
  for (const half of halves) await removeHalf(half);
  // setup restores by it what it made, and a later undo deletes what others still use.
  const left = FURTHER.filter(({ part }) => record.in(part).of(applicationPart) !== undefined);
  record.update(...FURTHER.filter((one) => !left.includes(one)).map(({ part }) => clear(part)));
  if (!isPart) record.update(clear(toolsConsentPart));
  if (left.length > 0 || record.of(applicationPart) !== undefined) {
    out(`${RECORD_FILE} is kept: it names the application.\n`);
  } else await record.remove();
  if (isAny) out('Done.\n');
  return { code: 0, json: { plan, kept, removed } };
}

function requireTenantOf(record: SetupRecord, tenantId: string): void {
  if (record.tenantId.toLowerCase() === tenantId.toLowerCase()) return;
  throw new UserError(
    'SETUP_RECORD',
    `${RECORD_FILE} is about tenant ${record.tenantId}, and this sign-in is for ${tenantId}.`,
    {
      hint: 'Sign in to that tenant.',
    },
  );
}

async function undoOfApplication(
  graph: AdminGraph,
  record: SetupRecord,
  { forever }: Pick<SetupOptions, 'forever'>,
  now: EpochMs,
): Promise<ApplicationUndo> {
  const application = await findRecorded({ graph, record, now }, true);
  if (application.kind === 'none') return { kind: 'gone' };
  if (!application.isOwn) return application.kind === 'present' ? { kind: 'other', application } : { kind: 'gone' };
  if (application.kind === 'deleted') return { kind: 'deleted', application, forever };
  const others = (await readCredentials(graph, application, record)).filter(({ isRecorded }) => !isRecorded);
  return others.length > 0
    ? { kind: 'shared', application, others: others.map(({ text }) => text) }
    : { kind: 'deleted', application, forever };
}

/** Whether it is removed by itself: not if it goes with the application, nor if those who share the application need it. */
function isRemoved({ on }: Removed, { kind }: ApplicationUndo): boolean {
  if (kind === 'deleted' || kind === 'gone') return on !== 'application' && on !== 'principal';
  return kind !== 'shared' || on !== 'principal';
}

async function halfOf(undo: Undo, resources: readonly Removed[]): Promise<Half> {
  const removals: Removal[] = [];
  for (const resource of resources) {
    if (isRemoved(resource, undo.application)) removals.push({ on: resource.on, ...(await resource.undo(undo)) });
  }
  return { undo, resources, removals };
}

/** Whether directory roles are taken from an application that stays. */
function hasOthersRoles(record: SetupRecord): boolean {
  return record.of(directoryRolesPart).length > 0 && record.of(applicationPart)?.isOwn !== true;
}

async function removeHalf({ undo: { record }, resources, removals }: Half): Promise<void> {
  await removeFromTenant(removals);
  const ofTenant = resources.filter(({ on, part }) => on !== 'elsewhere' && part !== applicationPart);
  record.update(...ofTenant.map(({ part }) => clear(part)));
  await removeAll(removals, 'elsewhere');
  record.update(clear(filesPart));
}

function printRemovals(removals: readonly Removal[], record: SetupRecord, { terminal }: SetupPlace): void {
  const deleted = removals.flatMap((removal) => removal.lines);
  const lines = [
    deleted.length === 0 ? 'setup --undo has nothing to delete.' : 'setup --undo will delete:\n',
    ...deleted.map((line) => `  - ${line}`),
    ...removals.flatMap(({ kept = [] }) => kept).map((file) => `\n${file} is kept: it was changed since.`),
    ...removals.flatMap(({ notes = [] }) => notes).map((note) => `\n${note}`),
    ...(record.of(toolsConsentPart) ? [`\n${CONSENT_REMAINS}`] : []),
    '',
  ];
  for (const line of lines) terminal.out(terminalText(`${line}\n`));
}

/** The application after what is on it and its principal. */
async function removeFromTenant(removals: readonly Removal[]): Promise<void> {
  for (const on of ['principal', 'application', 'tenant'] as const) await removeAll(removals, on);
}

/** The last first: .gitignore keeps the PFX out of commits until it is deleted. */
async function removeAll(removals: readonly Removal[], on: Resource['on']): Promise<void> {
  for (const removal of removals.toReversed()) if (removal.on === on) await removal.remove?.();
}
