import { covers, grantText } from '../auth/app-roles.ts';
import { UserError } from '../errors.ts';
import { APP_ROLE, grantHint, grantSteps } from '../exchange/cmdlets.ts';
import { isGraphReport } from '../reports/definition.ts';
import type { Exchange } from '../source/exchange-source.ts';
import { servicesOf } from '../source/services.ts';
import { cmdletOf, targetOf } from './change.ts';
import type { RemediationRun } from './remediation-run.ts';

/**
 * Rejects with the UserError `WRITE_DENIED` if the application may not change what the run is about, as far as the tokens
 * say so, and warns if Exchange Online seems to say so.
 */
export async function requireWritePermission(run: RemediationRun): Promise<void> {
  const { exchange } = servicesOf(run);
  if (run.reports.some(isGraphReport)) await requireGraphPermission(run);
  if (exchange !== undefined) await requireCmdlets(run, exchange);
}

/** Only warns if the token has no app role: RBAC for Applications in Exchange Online grants permissions that no token contains. */
async function requireGraphPermission({ inputs, signedIn, plan, warnings }: RemediationRun): Promise<void> {
  const { roles } = await signedIn.tokens.get();
  const needed = new Set(plan?.changes.flatMap((change) => targetOf(change).needs.permission ?? []));
  const lacking = [...needed].find((role) => roles !== undefined && !covers(roles, role));
  if (roles === undefined || lacking === undefined) return;
  const hint = `The application that writes needs ${lacking}. ${grantText(inputs, inputs.credential.kind === 'managed-identity')}`;
  if (roles.length > 0) {
    const message = `The token has only the app roles ${roles.join(', ')}: ${lacking} is missing.`;
    throw new UserError('WRITE_DENIED', message, { hint });
  }
  warnings.add(
    `The token has no app role: ${lacking} is missing. ${hint} Ignore this warning if RBAC for Applications in Exchange Online grants it.`,
  );
}

/**
 * Exchange Online seems to list only the cmdlets that a role of the application includes. This is not verified with an
 * application's token, so a missing cmdlet is only a warning: the first write that is refused decides.
 */
async function requireCmdlets({ inputs, runner, plan, warnings }: RemediationRun, exchange: Exchange): Promise<void> {
  const needed = [...new Set(plan?.changes.flatMap((change) => cmdletOf(change) ?? []))];
  const [first] = needed;
  if (first === undefined) return;
  const { roles } = await exchange.grants();
  if (roles !== undefined && !roles.includes(APP_ROLE)) {
    const message = `The token for Exchange Online has no ${APP_ROLE}.`;
    throw new UserError('WRITE_DENIED', message, grantSteps(first, inputs.clientId));
  }
  const allowed = await exchange.client.allowedCmdlets().catch((error: unknown) => {
    if (error instanceof UserError || runner.signal.aborted) throw error;
    // An interface without documentation must not stop a run: a write that is refused says so.
    return undefined;
  });
  const absentCmdlet = needed.find((cmdlet) => allowed?.has(cmdlet.toLowerCase()) === false);
  if (absentCmdlet === undefined) return;
  const hint = grantHint(absentCmdlet, inputs.clientId);
  warnings.add(`Exchange Online does not list ${absentCmdlet} among the cmdlets of the application. ${hint}`);
}
