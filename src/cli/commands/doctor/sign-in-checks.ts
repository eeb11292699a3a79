import { unverifiedClaims } from '../../../auth/access-token.ts';
import { alternatives, covers, isSameRole, RBAC_NOTE } from '../../../auth/app-roles.ts';
import { certificateWarnings, daysLeft, requireValid, type ClientCertificate } from '../../../auth/certificate.ts';
import { signInWith, type Connection, type SignIn } from '../../../auth/credential.ts';
import { claimText } from '../../../auth/federated-registration.ts';
import { readPkcs12 } from '../../../auth/pfx/read.ts';
import type { TokenSource } from '../../../auth/token-source.ts';
import { machineOf } from '../../../http/machine.ts';
import type { Environment } from '../../../http/proxy.ts';
import type { LackingRoles } from '../../../run/run.ts';
import { lackingRoles, neededOfGraph } from '../../../source/sign-in.ts';
import { ACCOUNTS_PERMISSION, tenantMode } from '../../../source/unlisted-reader.ts';
import type { PfxFile } from '../../pfx-file.ts';
import { ok, step, warning, type CheckFinding, type CheckResult, type DoctorContext } from './findings.ts';
import { sentCredential } from './oidc-check.ts';
import { graphPermissions, graphWriteFindings, type Writes } from './remediation-checks.ts';

/** How the application signs in, after its credential was checked. */
export interface CheckedCredential extends SignIn {
  readonly certificate?: ClientCertificate;
  /** The claims of the job's OIDC token of GitHub. */
  readonly oidcClaims?: Readonly<Record<string, unknown>>;
}

/** Checks the credential. Undefined if it cannot sign in, which is a finding. */
export async function checkCredential(context: DoctorContext): Promise<CheckedCredential | undefined> {
  const { credential, inputs, env, report } = context;
  const connection = connectionOf(context);
  if (!('kind' in credential)) {
    const certificate = await step('pfx', report, () => checkPfx(credential, context));
    const valid = certificate && (await step('dates', report, () => checkDates(certificate, context)));
    if (valid === undefined || certificate === undefined) return undefined;
    return { certificate, ...signInWith({ kind: 'certificate', certificate }, inputs, connection) };
  }
  if (credential.kind !== 'federated') return signInWith(credential, inputs, connection);
  const job = await step('oidc', report, async () => {
    const jobCredential = await sentCredential(env, credential, connection);
    return { value: jobCredential, findings: [ok(jobCredential.message)] };
  });
  if (job === undefined) return undefined;
  return { ...signInWith(credential, inputs, connection), ...(job.isGithub && { oidcClaims: job.claims }) };
}

/** How the checks send requests. A terminal masks nothing, and no check prints a secret. */
export function connectionOf({ dispatcher, terminal, env }: DoctorContext): Connection & { readonly env: Environment } {
  return { ...machineOf(terminal), dispatcher, mask: () => undefined, signal: new AbortController().signal, env };
}

function checkPfx({ content, password }: PfxFile, { terminal }: DoctorContext): CheckResult<ClientCertificate> {
  const certificate = readPkcs12(content, password, new Date(terminal.now()));
  const bits = certificate.privateKey.asymmetricKeyDetails?.modulusLength ?? 0;
  const opens = ok(`The PFX opens: RSA ${bits}, thumbprint ${certificate.thumbprint}.`);
  return { value: certificate, findings: [opens, ...certificate.warnings.map(warning)] };
}

function checkDates(certificate: ClientCertificate, { terminal }: DoctorContext): CheckResult<true> {
  const now = terminal.now();
  requireValid(certificate, new Date(now));
  const ending = certificateWarnings(certificate, now).slice(certificate.warnings.length);
  const day = certificate.notAfter.toISOString().slice(0, 10);
  const valid = ok(`The certificate is valid until ${day}, ${daysLeft(certificate, now)} days from now.`);
  return { value: true, findings: ending.length > 0 ? ending.map(warning) : [valid] };
}

/** Gets a token for a service that the reports need; undefined if none is needed, or none was issued. */
export async function checkToken(
  checked: CheckedCredential | undefined,
  { inputs, terminal, report }: DoctorContext,
  service: 'Graph' | 'Exchange' | undefined,
): Promise<TokenSource | undefined> {
  if (checked === undefined || service === undefined) return undefined;
  const { tokensFor } = checked;
  const { authorityHost, clientId, exchangeAudience, credential } = inputs;
  return step('token', report, async () => {
    terminal.progress('Signing in…');
    const tokens = service === 'Graph' ? tokensFor() : tokensFor(exchangeAudience);
    const { value, expiresAt } = await tokens.get();
    const what = service === 'Graph' ? 'a token' : 'a token for Exchange Online';
    if (credential.kind === 'certificate' || credential.kind === 'federated') {
      return { value: tokens, findings: [ok(`${authorityHost} issued ${what} to application ${clientId}.`)] };
    }
    const claims = unverifiedClaims(value);
    const [tenant, application] = [claimText(claims, 'tid'), claimText(claims, 'appid')];
    const place = credential.kind === 'access-token' ? credential.variable : 'the managed identity';
    const end = new Date(expiresAt).toISOString();
    const message = `There is ${what} from ${place}: application ${application}, tenant ${tenant}, until ${end}.`;
    return { value: tokens, findings: [ok(message)] };
  });
}

/** @param writes what a policy sets; undefined without one */
export async function checkRoles(
  tokens: TokenSource,
  { inputs, reports, tables }: DoctorContext,
  writes: Writes | undefined,
): Promise<CheckResult<true>> {
  const { roles } = await tokens.get();
  if (roles === undefined) return { value: true, findings: [warning('The app roles of the token cannot be read.')] };
  const ofGraph = neededOfGraph(inputs, reports, tables);
  const lacking = lackingRoles(roles, ofGraph, inputs);
  // Derived reports are useful without theirs, and listing accounts also without a report of Graph.
  const ofAll = tenantMode(inputs) === 'ignore' ? [] : [ACCOUNTS_PERMISSION];
  const needed = [...[...ofGraph, ...reports].flatMap(({ permissions }) => permissions), ...ofAll].flatMap(
    alternatives,
  );
  const written = writes === undefined ? [] : graphPermissions(writes).filter((name) => covers(roles, name));
  const superfluous = superfluousRoles(roles, [...needed, ...written]);
  const findings: readonly CheckFinding[] = [
    ...(lacking === undefined ? [] : [lackFinding(lacking)]),
    ...(superfluous === undefined ? [] : [warning(superfluous)]),
  ];
  return {
    value: true,
    findings: [
      ...(findings.length > 0 ? findings : [ok(`The token has the app roles ${roles.join(', ')}.`)]),
      ...(writes === undefined ? [] : graphWriteFindings(roles, writes, inputs)),
    ],
  };
}

function lackFinding({ lack, grant: { hint, copy } }: LackingRoles): CheckFinding {
  return { outcome: 'warning', message: lack, hint: `${hint} ${RBAC_NOTE}`, copy };
}

/**
 * A warning of app roles that no report requires, because a stolen certificate grants all of them. A role that covers a
 * missing one is listed separately: removing it first would break the reports. Undefined if there is none.
 */
export function superfluousRoles(roles: readonly string[], needed: readonly string[]): string | undefined {
  const isNeeded = (role: string): boolean => needed.some((permission) => isSameRole(permission, role));
  const neededRoles = roles.filter(isNeeded);
  const spareRoles = roles.filter((role) => !isNeeded(role));
  if (spareRoles.length === 0) return undefined;
  const lacked = [...new Set(needed)].filter((permission) => !covers(neededRoles, permission));
  const standIns = lacked
    .map((permission) => ({ permission, roles: spareRoles.filter((role) => covers([role], permission)) }))
    .filter((standIn) => standIn.roles.length > 0);
  const idle = spareRoles.filter((role) => !standIns.some((standIn) => standIn.roles.includes(role)));
  return [
    `The application may do more than the reports need, which is ${[...new Set(needed)].join(', ')}.`,
    ...standIns.map(({ permission, roles: roleNames }) => inPlaceOf(roleNames.join(', '), permission)),
    ...(idle.length === 0
      ? []
      : [`It also has ${idle.join(', ')}: remove what nothing else uses under API permissions > Microsoft Graph.`]),
  ].join(' ');
}

function inPlaceOf(roles: string, permission: string): string {
  return (
    `It has ${roles} in place of ${permission}: first add ${permission} under API permissions > Microsoft Graph > ` +
    `Application permissions and grant consent, then remove ${roles} if nothing else uses it.`
  );
}
