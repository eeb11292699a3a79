import { covers } from '../auth/app-roles.ts';
import { grantText } from '../auth/app-roles.ts';
import type { TokenSource } from '../auth/token-source.ts';
import { UserError } from '../errors.ts';
import { APP_ROLE, grantHint, grantSteps } from '../exchange/cmdlets.ts';
import { isGraphReport, type ReportDefinition } from '../reports/definition.ts';
import type { ReportInputs } from '../run/inputs.ts';
import type { Warnings } from '../run/log.ts';
import { Exchange, type ExchangeOptions } from '../source/exchange-source.ts';
import { setCmdletOf } from './change.ts';

const WRITING = 'MailboxSettings.ReadWrite';

interface PermissionOptions extends Omit<ExchangeOptions, 'tokens'> {
  readonly inputs: ReportInputs;
  readonly warnings: Warnings;
}

/**
 * Rejects with the UserError `WRITE_DENIED` if the application may not change what the run is about, as far as the tokens
 * say so, and warns if Exchange Online seems to say so.
 */
export async function requireWritePermission(
  reports: readonly ReportDefinition[],
  { tokens, exchangeTokens }: { readonly tokens: TokenSource; readonly exchangeTokens: TokenSource | undefined },
  options: PermissionOptions,
): Promise<void> {
  if (reports.some(isGraphReport)) await requireGraphPermission(tokens, options);
  if (exchangeTokens !== undefined) await requireCmdlets(reports, { ...options, tokens: exchangeTokens });
}

/** Only warns if the token has no app role: RBAC for Applications in Exchange Online grants permissions that no token contains. */
async function requireGraphPermission(tokens: TokenSource, { inputs, warnings }: PermissionOptions): Promise<void> {
  const { roles } = await tokens.get();
  if (roles === undefined || covers(roles, WRITING)) return;
  const hint = `The application that writes needs ${WRITING}. ${grantText(inputs, inputs.credential.kind === 'managed-identity')}`;
  if (roles.length > 0) {
    const message = `The token has only the app roles ${roles.join(', ')}: ${WRITING} is missing.`;
    throw new UserError('WRITE_DENIED', message, { hint });
  }
  warnings.add(
    `The token has no app role: ${WRITING} is missing. ${hint} Ignore this warning if RBAC for Applications in Exchange Online grants it.`,
  );
}

/**
 * Exchange Online seems to list only the cmdlets that a role of the application includes. Nobody has seen this list with an
 * application's token, so one that is missing only warns: the first write that is refused decides.
 */
async function requireCmdlets(
  reports: readonly ReportDefinition[],
  { warnings, ...options }: PermissionOptions & ExchangeOptions,
): Promise<void> {
  const needed = reports.flatMap((report) => setCmdletOf(report) ?? []);
  const [first] = needed;
  if (first === undefined) return;
  const { roles } = await options.tokens.get();
  if (roles !== undefined && !roles.includes(APP_ROLE)) {
    const message = `The token for Exchange Online has no ${APP_ROLE}.`;
    throw new UserError('WRITE_DENIED', message, grantSteps(first, options.inputs.clientId));
  }
  const allowed = await new Exchange(options).client.allowedCmdlets().catch((error: unknown) => {
    if (error instanceof UserError || options.signal.aborted) throw error;
    // An interface without documentation must not stop a run: a write that is refused says so.
    return undefined;
  });
  const missing = needed.find((cmdlet) => allowed?.has(cmdlet.toLowerCase()) === false);
  if (missing === undefined) return;
  const hint = grantHint(missing, options.inputs.clientId);
  warnings.add(`Exchange Online does not list ${missing} among the cmdlets of the application. ${hint}`);
}
