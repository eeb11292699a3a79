import { UserError } from '../../../errors.ts';
import { terminalText } from '../../terminal.ts';
import type { AdminGraph } from './admin-graph.ts';
import { adminScopes } from './admin-token.ts';
import { applicationPart, findOwnApplication } from './application-state.ts';
import { confirmed } from './plan-text.ts';
import type { ApplicationUndo, Resource, Undo, Undone } from './resource.ts';
import { RECORD_PARTS, RESOURCES } from './resources.ts';
import { directoryRolesPart } from './resources/directory-role.ts';
import { CONSENT_REMAINS, notConfirmed, type SetupOptions, type SetupPlace } from './setup-place.ts';
import { clear, readRecord, RECORD_FILE, toolsConsentPart, type SetupRecord } from './setup-record.ts';
import { openTenant } from './tenant-session.ts';

/** A resource with what undo does about it. */
type Removal = Undone & Pick<Resource, 'on'>;

/**
 * Lists what the record has, asks, and deletes exactly that: an application that setup made with everything on it; of another one what was
 * added. Files that were changed since stay. Returns the exit code.
 */
export async function undoSetup(options: SetupOptions, place: SetupPlace): Promise<number> {
  const { folder, terminal } = place;
  const { out } = terminal;
  const record = await readRecord(folder, RECORD_PARTS);
  if (record === undefined) {
    out(`Nothing to undo: there is no ${RECORD_FILE} in ${terminalText(folder)}.\n`);
    return 0;
  }
  if (!options.yes && !options.dryRun && !terminal.interactive) throw notConfirmed();
  const needsRoles = record.of(directoryRolesPart).length > 0 && record.of(applicationPart)?.isOwn !== true;
  const tenantId = options.tenantId ?? record.tenantId;
  const { graph, token, tenant } = await openTenant({ ...options, tenantId }, adminScopes(needsRoles), place);
  requireTenantOf(record, token.tenantId);
  const undo = { graph, record, place, application: await undoOfApplication(graph, record) };
  const removals: Removal[] = [];
  for (const resource of RESOURCES) {
    if (isRemoved(resource, undo.application)) removals.push({ on: resource.on, ...(await resource.undo(undo)) });
  }
  out(terminalText(`Tenant ${tenant}\nSigned in as ${token.account} by ${token.source}\n\n`));
  printRemovals(removals, undo);
  if (options.dryRun) return 0;
  if (!(await confirmed(options.yes, terminal))) return 1;
  await removeFromTenant(removals, undo);
  await record.update(...RESOURCES.filter(({ on }) => on !== 'elsewhere').map(({ part }) => clear(part)));
  await removeAll(removals, 'elsewhere');
  await record.remove();
  out('Done.\n');
  return 0;
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

async function undoOfApplication(graph: AdminGraph, record: SetupRecord): Promise<ApplicationUndo> {
  const id = await findOwnApplication(graph, record);
  if (id === undefined) return { kind: 'other' };
  for (const { hasOthers } of RESOURCES) {
    if ((await hasOthers?.(id, { graph, record })) === true) return { kind: 'shared' };
  }
  return { kind: 'deleted', id };
}

/** Whether it is removed by itself: not if it goes with the application, nor if those who share the application need it. */
function isRemoved({ on }: Resource, { kind }: ApplicationUndo): boolean {
  if (kind === 'deleted') return on !== 'application' && on !== 'principal';
  return kind !== 'shared' || on !== 'principal';
}

function printRemovals(removals: readonly Removal[], { record, place: { terminal } }: Undo): void {
  const lines = [
    'setup --undo will delete:\n',
    ...removals.flatMap((removal) => removal.lines).map((line) => `  - ${line}`),
    ...removals.flatMap(({ kept = [] }) => kept).map((file) => `\n${file} is kept: it was changed since.`),
    ...removals.flatMap(({ notes = [] }) => notes).map((note) => `\n${note}`),
    ...(record.of(toolsConsentPart) ? [`\n${CONSENT_REMAINS}`] : []),
    '',
  ];
  for (const line of lines) terminal.out(terminalText(`${line}\n`));
}

async function removeFromTenant(removals: readonly Removal[], { graph, record }: Undo): Promise<void> {
  const { id, principalId } = record.of(applicationPart) ?? {};
  if (principalId !== undefined) await removeAll(removals, 'principal');
  await removeAll(removals, 'tenant');
  const isOnApplication = removals.some(({ on }) => on === 'application');
  const isThere =
    isOnApplication && id !== undefined && (await graph.get(`/v1.0/applications/${id}?$select=id`)) !== undefined;
  if (isThere) await removeAll(removals, 'application');
}

async function removeAll(removals: readonly Removal[], on: Resource['on']): Promise<void> {
  for (const removal of removals) if (removal.on === on) await removal.remove?.();
}
