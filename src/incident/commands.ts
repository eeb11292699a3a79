import type { Json } from '../json.ts';
import { powerShellValue } from '../text/power-shell.ts';
import type { Containment } from './answer.ts';
import type { Account } from './incident.ts';

/** A parameter of a command of PowerShell: a value, or an expression that is no text of a service. */
export type CommandParameter = readonly [name: string, value: Json | { readonly expression: string }];

/**
 * A command of PowerShell that takes something back, for a person to read and run.
 *
 * @param about what it does, as an imperative without its full stop
 */
export function containment(
  step: Containment['step'],
  about: string,
  cmdlet: string,
  parameters: readonly CommandParameter[],
): Containment {
  const texts = parameters.map(([name, value]) => {
    const text = isExpression(value) ? value.expression : powerShellValue(value);
    // A switch has its value after a colon.
    return text === undefined ? undefined : `-${name}${name.endsWith(':') ? '' : ' '}${text}`;
  });
  return { step, about, command: texts.includes(undefined) ? undefined : [cmdlet, ...texts].join(' ') };
}

/** Keeps what is deleted and changed from now on. */
export function holdOf(address: string): Containment {
  return containment('hold', 'Hold the mailbox, before anything is taken away', 'Set-Mailbox', [
    ['Identity', address],
    ['LitigationHoldEnabled', true],
  ]);
}

/** Names the account by its ID, as all commands about it: a user principal name may be that of another account by then. */
export function blockOf({ id }: Pick<Account, 'id'>): Containment {
  return containment('block', 'Block sign-in', 'Update-MgUser', [
    ['UserId', id],
    ['AccountEnabled:', false],
  ]);
}

export function sessionsEndOf({ id }: Pick<Account, 'id'>): Containment {
  const about = 'End all sessions. Access tokens live on for up to an hour';
  return containment('sessions', about, 'Revoke-MgUserSignInSession', [['UserId', id]]);
}

/** The password of a synchronized account is changed on premises. */
export function newPasswordOf({ id }: Pick<Account, 'id'>, isSynchronized: boolean): Containment {
  const about = 'Reset the password in Active Directory: the account is synchronized';
  if (isSynchronized) return { step: 'password', about, command: undefined };
  const expression = "@{ ForceChangePasswordNextSignIn = $true; Password = (Read-Host 'New password') }";
  return containment('password', 'Set a new password, on-premises for a synchronized account', 'Update-MgUser', [
    ['UserId', id],
    ['PasswordProfile', { expression }],
  ]);
}

function isExpression(value: CommandParameter[1]): value is { readonly expression: string } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && typeof value.expression === 'string';
}
