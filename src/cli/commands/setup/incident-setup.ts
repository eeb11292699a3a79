import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isSameRole } from '../../../auth/app-roles.ts';
import { UserError } from '../../../errors.ts';
import { APP_ROLE } from '../../../exchange/cmdlets.ts';
import { needsOf, type PermissionNeed } from '../../../incident/needs.ts';
import { QUESTIONS } from '../../../incident/questions.ts';
import { COMMAND } from '../../../version.ts';
import { runDoctor } from '../doctor/doctor.ts';
import type { Finding } from '../doctor/findings.ts';
import { adminScopes } from './admin-token.ts';
import { appIdOf, applicationPart, type ApplicationState } from './application-state.ts';
import { INCIDENT_RESOURCES, incidentPart, type IncidentSetup } from './incident-resources.ts';
import { lacksRole, presentRoles, type NeededPermission, type PermissionRole } from './permissions.ts';
import { agreedPlan, makeSteps, resultsJson } from './plan-text.ts';
import { EntraPortal } from './portal.ts';
import { waitForSignIn } from './proof.ts';
import { remediationPart } from './remediation-resources.ts';
import { RECORD_PARTS } from './resources.ts';
import { newPassword, PASSWORD_VARIABLE } from './resources/certificate.ts';
import { INCIDENT_PFX_FILE } from './resources/files.ts';
import { accessBefore, chooseApplication, planAll, printAccess, recordPresent, requireOptions } from './setup-plan.ts';
import { CONSENT_REMAINS, type SetupOptions, type SetupPlace, type SetupResult } from './setup-place.ts';
import { recordIn, set, toolsConsentPart, type SetupRecord } from './setup-record.ts';
import { openTenant } from './tenant-session.ts';

const NAME = 'Mailbox Incident';
const READS_PEOPLE =
  'The application reads sign-ins, audit logs and methods of every person, and changes nothing. Keep its PFX on this machine, and delete ' +
  'the application after the incident: setup --incident --undo.';

/**
 * Registers an application that only reads, with what the questions about an account need, and a certificate of 30 days for a person at
 * this terminal. Asks first. Rejects with UserErrors.
 */
export async function setUpIncident(options: SetupOptions, place: SetupPlace): Promise<SetupResult> {
  const { folder, cloud, env, terminal } = place;
  requireOptions(options, terminal);
  const { graph, token, tenant } = await openTenant(options, adminScopes(true), place);
  const whole = await recordIn(folder, RECORD_PARTS, { tenantId: token.tenantId, cloud });
  const record = whole.in(incidentPart);
  const now = terminal.now();
  const { name, application } = await chooseApplication(options, { graph, record, now }, NAME);
  requireOwn(application, whole);
  const needs = needsOf(QUESTIONS);
  const { roles: present, lacking } = await presentRoles(graph, needs.map(permissionOf));
  const withoutExchange = lacking.find(({ resource }) => resource === 'Exchange Online');
  if (withoutExchange !== undefined) throw lacksRole(withoutExchange);
  const roles = withQuestions(present, needs);
  let entered: string | undefined;
  const password = async (): Promise<string> => (entered ??= await newPassword(INCIDENT_PFX_FILE, env, terminal));
  // Nothing is made if it is missing.
  if (!options.dryRun && !options.print && !terminal.interactive) await password();
  const setup: IncidentSetup = {
    graph,
    token,
    record,
    place,
    name,
    application,
    roles,
    password,
    portal: new EntraPortal(cloud),
    repository: undefined,
  };
  const { steps, kept, notes: planned } = await planAll(INCIDENT_RESOURCES, setup);
  const notes = [
    READS_PEOPLE,
    ...lacking.map(({ name: permission }) => lackText(permission, needs)),
    ...planned,
    ...(token.leavesConsent ? [CONSENT_REMAINS] : []),
  ];
  const access = await accessBefore(setup);
  const wholePlan = { tenant, token, repository: undefined, state: application, access, steps, notes, kept };
  const { plan, ended } = await agreedPlan(wholePlan, options, terminal);
  if (ended !== undefined) return ended;
  if (token.leavesConsent) whole.update(set(toolsConsentPart, true));
  recordPresent(setup, INCIDENT_RESOURCES);
  const results = await makeSteps(steps, terminal);
  await printAccess(setup);
  const isComplete = !results.some(({ isLeft }) => isLeft === true);
  const { code, checks } = await prove({ ...setup, isComplete, entered }, options);
  return { code, json: { plan, kept, ...resultsJson(results), recorded: whole.content, checks } };
}

function permissionOf({ name }: PermissionNeed): NeededPermission {
  return { resource: name === APP_ROLE ? 'Exchange Online' : 'Microsoft Graph', name };
}

/** The permissions, each with the questions that need it. */
function withQuestions(roles: readonly PermissionRole[], needs: readonly PermissionNeed[]): readonly PermissionRole[] {
  return roles.map((role) => {
    const need = needs.find(({ name }) => isSameRole(name, role.value));
    return { ...role, allows: `${role.allows}; for ${need?.questions.join(', ') ?? ''}` };
  });
}

/** Without a permission that its cloud lacks, the others are worth having. */
function lackText(permission: string, needs: readonly PermissionNeed[]): string {
  const questions = needs.find(({ name }) => name === permission)?.questions ?? [];
  return `The tenant has no permission ${permission}: a part of ${questions.join(', ')} stays unknown.`;
}

/** What may read sign-ins must not run in a workflow, nor change mailboxes. Throws the UserError `SETUP_REFUSED`. */
function requireOwn(application: ApplicationState, whole: SetupRecord): void {
  const others = [whole, whole.in(remediationPart)].map((record) => record.of(applicationPart)?.appId);
  if (application.kind === 'none' || !others.includes(application.appId)) return;
  throw new UserError(
    'SETUP_REFUSED',
    `The application ${application.appId} reports or changes mailboxes: it must not read sign-ins too.`,
    { hint: 'Leave out --adopt and --name, so that an application of its own is registered.' },
  );
}

/** Signs in with what was made, and prints which questions can be answered, and the command. */
async function prove(
  made: IncidentSetup & { readonly isComplete: boolean; readonly entered: string | undefined },
  { cloud, endpoints }: SetupOptions,
): Promise<{ readonly code: 0 | 1; readonly checks: readonly Finding[] }> {
  const { record, place, isComplete, entered } = made;
  const { env, terminal, folder } = place;
  const checks: Finding[] = [];
  const pfx = path.join(folder, INCIDENT_PFX_FILE);
  const password =
    entered ?? env[PASSWORD_VARIABLE] ?? (await terminal.askSecret(`Password of ${INCIDENT_PFX_FILE}: `));
  const clientId = appIdOf(record);
  const { tenantId } = record;
  let code: 0 | 1 = 0;
  if (password !== undefined) {
    await waitForSignIn(made, await readFile(pfx), password, place);
    const options = {
      tenantId,
      clientId,
      pfx,
      credential: 'certificate',
      incident: true,
      json: false,
      ...(cloud === undefined ? {} : { cloud }),
      ...(endpoints === undefined ? {} : { endpoints }),
      onFinding: (finding: Finding): void => void checks.push(finding),
    };
    code = await runDoctor(options, { ...env, [PASSWORD_VARIABLE]: password }, terminal);
  }
  const ids = `--tenant-id ${tenantId} --client-id ${clientId}`;
  terminal.out(`\nNext:\n\n  ${COMMAND} incident adele@contoso.com REPORTS ${ids} --pfx ${INCIDENT_PFX_FILE}\n`);
  return { code: isComplete ? code : 0, checks };
}
