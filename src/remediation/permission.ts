import { covers } from '../auth/app-roles.ts';
import { consentUrl } from '../auth/sign-in.ts';
import type { TokenSource } from '../auth/token.ts';
import { warn } from '../context.ts';
import { UserError } from '../errors.ts';
import type { RemediationContext } from './context.ts';

const WRITING = 'MailboxSettings.ReadWrite';

/**
 * Rejects with the UserError `WRITE_DENIED` if the token has app roles and none of them allows writing. Only warns if it has
 * none: RBAC for Applications in Exchange Online grants permissions that no token contains.
 */
export async function requireWritePermission(context: RemediationContext, tokens: TokenSource): Promise<void> {
  const { roles } = await tokens.get();
  if (roles === undefined || covers(roles, WRITING)) return;
  const hint =
    `Add ${WRITING} to the application that writes under API permissions > Microsoft Graph > Application permissions, and ` +
    `let an administrator grant consent there or at ${consentUrl(context.inputs)} .`;
  if (roles.length > 0) {
    throw new UserError(
      'WRITE_DENIED',
      `The token has only the app roles ${roles.join(', ')}: ${WRITING} is missing.`,
      {
        hint,
      },
    );
  }
  warn(
    context,
    `The token has no app role: ${WRITING} is missing. ${hint} Ignore this warning if RBAC for Applications in Exchange Online grants it.`,
  );
}
