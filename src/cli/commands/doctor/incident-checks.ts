import { covers } from '../../../auth/app-roles.ts';
import { APP_ROLE, knownCmdlet, roleOf } from '../../../exchange/cmdlets.ts';
import { needsOf, needsOfQuestion } from '../../../incident/needs.ts';
import type { Question, QuestionNeed } from '../../../incident/question.ts';
import { QUESTIONS } from '../../../incident/questions.ts';
import { isUnlicensed } from '../../../incident/reads/graph-reads.ts';
import { isCertainly, known, NOT_KNOWN, unknownBecause, type Known } from '../../../reports/known.ts';
import { servicesOf, type Services } from '../../../source/services.ts';
import { listed } from '../../../text/numbers.ts';
import { COMMAND } from '../../../version.ts';
import { ok, step, warning, type CheckFinding, type DoctorContext } from './findings.ts';
import { probe } from './mailbox-checks.ts';
import { checkToken, connectionOf, type CheckedCredential } from './sign-in-checks.ts';

/** https://learn.microsoft.com/graph/api/signin-list */
const SIGN_INS = '/v1.0/auditLogs/signIns?$top=1';
const SIGN_INS_PERMISSION = 'AuditLog.Read.All';
/** https://learn.microsoft.com/entra/identity/monitoring-health/reference-reports-data-retention */
const [FREE_DAYS, PREMIUM_DAYS] = [7, 30];
/** https://learn.microsoft.com/purview/audit-solutions-overview */
const [AUDIT_DAYS, AUDIT_PREMIUM_DAYS] = [180, 365];
/** No object has this ID. */
const NOBODY = '00000000-0000-0000-0000-000000000000';
const REGISTERS = `"${COMMAND} setup --incident" registers an application with all permissions, to read only.`;

/** What the application and the tenant have. */
interface Held {
  /** The app roles of the token for Graph. */
  readonly roles: Known<readonly string[]>;
  /** Whether the token for Exchange Online has its app role. */
  readonly hasAppRole: Known<boolean>;
  /** Whether the application may run a cmdlet, by its name. */
  readonly cmdlets: ReadonlyMap<string, Known<boolean>>;
  /** Whether the tenant has Microsoft Entra ID P1. */
  readonly isPremium: Known<boolean>;
}

/** Reports which questions about an account can be answered today, and what a license adds. */
export async function checkQuestions(checked: CheckedCredential, context: DoctorContext): Promise<void> {
  const { inputs, report } = context;
  const tokens = await checkToken(checked, context, 'Graph');
  if (tokens === undefined) return;
  const exchangeTokens = await checkToken(checked, context, 'Exchange');
  await step('question', report, async () => {
    const services = servicesOf({ inputs, signedIn: { tokens, exchangeTokens }, runner: connectionOf(context) });
    const { roles } = await tokens.get();
    const held = await heldBy(services, roles === undefined ? NOT_KNOWN : known(roles));
    for (const finding of [...writingRoles(held), ...QUESTIONS.map((question) => questionFinding(question, held))])
      report({ check: 'question', ...finding });
    for (const finding of licenseFindings(held)) report({ check: 'license', ...finding });
    return { value: true, findings: [] };
  });
}

async function heldBy({ graph, exchange }: Services, roles: Held['roles']): Promise<Held> {
  const isPremium = await premiumOf(graph, roles);
  const { roles: appRoles } = exchange === undefined ? {} : await exchange.grants();
  const hasAppRole = appRoles === undefined ? NOT_KNOWN : known(appRoles.includes(APP_ROLE));
  const isAsked = exchange !== undefined && !(hasAppRole.isKnown && !hasAppRole.value);
  return { roles, hasAppRole, isPremium, cmdlets: isAsked ? await allowedBy(exchange) : new Map() };
}

/** Runs each cmdlet for an object that does not exist: Exchange Online looks for it only if the application may run the cmdlet. */
async function allowedBy({ runner }: NonNullable<Services['exchange']>): Promise<Held['cmdlets']> {
  const names = new Set(QUESTIONS.flatMap(({ cmdlets }) => cmdlets.map(({ name }) => name)));
  const allowed = new Map<string, Known<boolean>>();
  for (const name of names) {
    // A lookup is not about one mailbox.
    const isLookup = knownCmdlet(name).kind === 'lookup';
    const lookup = { cmdlet: name, parameters: { ResultSize: 1 }, select: [] };
    const outcome = await runner.run(isLookup ? lookup : probe(name, NOBODY));
    const isFound = outcome.kind === 'read' || (outcome.kind === 'final' && outcome.status === 'not-found');
    if (isFound || outcome.kind === 'denied') allowed.set(name, known(isFound));
    else allowed.set(name, unknownBecause('refused', outcome.error));
  }
  return allowed;
}

async function premiumOf(graph: Services['graph'], roles: Held['roles']): Promise<Held['isPremium']> {
  if (roles.isKnown && !covers(roles.value, SIGN_INS_PERMISSION)) return NOT_KNOWN;
  const result = await graph.canList(SIGN_INS);
  if (result.status === 'ok') return known(true);
  return isUnlicensed(result.error) ? known(false) : unknownBecause('refused', result.error);
}

/** An application for incidents must not be able to change what it looks at. */
function writingRoles({ roles }: Held): readonly CheckFinding[] {
  const writing = roles.isKnown ? roles.value.filter((name) => !/\.Read(?:Basic)?(?:\.All)?$/.test(name)) : [];
  if (writing.length === 0) return [];
  const message = `The application may do more than read: ${writing.join(', ')}.`;
  return [{ outcome: 'warning', message, hint: 'Use an application of its own for incidents.' }];
}

/** Whether a question can be answered with what the application and the tenant have. */
function questionFinding(question: Question, held: Held): CheckFinding {
  const needs = needsOfQuestion(question);
  const ofGraph = needs.filter(({ name }) => name !== APP_ROLE);
  const ofExchange = needs.length > ofGraph.length ? lackingOfExchange(question, held) : { lacking: [], isAll: true };
  const lackingOfGraph = ofGraph.flatMap((need) => lackingOf(need, held));
  const lacking = [...lackingOfGraph, ...ofExchange.lacking];
  const subject = `${question.id}: ${question.question}`;
  if (lacking.length > 0) {
    const isNone = lackingOfGraph.length === ofGraph.length && ofExchange.isAll;
    const verdict = isNone ? 'Not answered' : 'Answered in part';
    return { outcome: 'warning', message: `${subject} ${verdict}: lacks ${listed(lacking, 'and')}.`, hint: REGISTERS };
  }
  const isKnown =
    held.roles.isKnown &&
    ofGraph.every(({ license = '' }) => !isPremium(license) || held.isPremium.isKnown) &&
    question.cmdlets.every(({ name }) => held.cmdlets.get(name)?.isKnown === true);
  return isKnown
    ? ok(`${subject} Can be answered.`)
    : warning(`${subject} It is not known whether it can be answered: the services do not show what is granted.`);
}

function lackingOf({ name, why, license = '' }: QuestionNeed, { roles, isPremium: has }: Held): readonly string[] {
  if (roles.isKnown && !covers(roles.value, name)) return [`the permission ${name} (${why})`];
  return isPremium(license) && isCertainly(has, false) ? [`the license ${license} (${why})`] : [];
}

/** What is missing for the cmdlets of a question, and whether none of them can be run. */
function lackingOfExchange(
  { cmdlets }: Question,
  { hasAppRole, cmdlets: allowed }: Held,
): { readonly lacking: readonly string[]; readonly isAll: boolean } {
  if (isCertainly(hasAppRole, false)) return { lacking: [`the permission ${APP_ROLE}`], isAll: true };
  const refused = cmdlets.filter(({ name }) => isCertainly(allowed.get(name), false));
  if (refused.length === 0) return { lacking: [], isAll: false };
  const roles = [...new Set(refused.map(({ name }) => roleOf(name)))];
  const names = refused.map(({ name, why }) => `${name}: ${why}`).join('; ');
  return { lacking: [`the role ${roles.join(' or ')} (${names})`], isAll: refused.length === cmdlets.length };
}

/** What Entra ID P1 and E5 add. */
function licenseFindings({ isPremium: has }: Held): readonly CheckFinding[] {
  const only = QUESTIONS.filter(({ permissions }) => permissions.some(({ license = '' }) => isPremium(license)));
  const days = needsOf(QUESTIONS).find(({ name }) => name === SIGN_INS_PERMISSION)?.questions ?? [];
  const audited = QUESTIONS.filter(({ audit }) => audit !== undefined);
  const adds = [
    ...(only.length === 0 ? [] : [`sign-ins for ${idsOf(only)}`]),
    ...(days.length === 0 ? [] : [`${PREMIUM_DAYS} days of logs instead of ${FREE_DAYS} for ${days.join(', ')}`]),
  ];
  const premium = adds.length === 0 ? undefined : adds.join('; ');
  const state = has.isKnown
    ? has.value
      ? 'The tenant has'
      : 'The tenant does not have'
    : 'It is not known whether the tenant has';
  return [
    ...(premium === undefined
      ? []
      : [(has.isKnown && has.value ? ok : warning)(`${state} Microsoft Entra ID P1, which adds ${premium}.`)]),
    ...(audited.length === 0
      ? []
      : [ok(`E5 adds an audit log of ${AUDIT_PREMIUM_DAYS} days instead of ${AUDIT_DAYS} for ${idsOf(audited)}.`)]),
  ];
}

function idsOf(questions: readonly Question[]): string {
  return questions.map(({ id }) => id).join(', ');
}

function isPremium(license: string): boolean {
  return /\bP1\b/.test(license);
}
