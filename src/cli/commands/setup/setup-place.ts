import type { Dispatcher } from 'undici';
import type { Cloud } from '../../../auth/clouds.ts';
import { UserError } from '../../../errors.ts';
import type { Environment } from '../../../http/proxy.ts';
import type { RetryClock } from '../../../http/retrying.ts';
import type { Terminal } from '../../terminal.ts';
import type { ChoiceOptions } from './questions.ts';

/** The options of `setup`. */
export interface SetupOptions extends ChoiceOptions {
  readonly tenantId?: string;
  readonly cloud?: string;
  readonly endpoints?: readonly string[];
  /** Of a new application. */
  readonly name?: string;
  /** The client ID of an application that setup did not make. */
  readonly adopt?: string;
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly print: boolean;
  readonly json: boolean;
  readonly undo: boolean;
  readonly forever: boolean;
  /** What changes mailboxes, in place of what reports. */
  readonly remediate: boolean;
  /** What answers questions about an account, in place of what reports. */
  readonly incident: boolean;
  readonly deviceCode: boolean;
  readonly accessTokenEnv?: string;
  readonly allowPublic: boolean;
}

/** Where the command works, and with what. */
export interface SetupPlace {
  /** The current one: for a workflow, the top of the repository. */
  readonly folder: string;
  readonly cloud: Cloud;
  readonly authorityHost: string;
  readonly graphUrl: string;
  readonly env: Environment;
  readonly dispatcher: Dispatcher;
  readonly terminal: Terminal;
  readonly clock: RetryClock;
}

/** How the command ended, and what it prints with `--json` besides `ok`. Without secrets. */
export interface SetupResult {
  readonly code: 0 | 1;
  readonly json: object;
}

/** The error of a command that must be confirmed and cannot be. */
export function notConfirmed(): UserError {
  return new UserError('NO_TERMINAL', 'There is no terminal to confirm the plan.', {
    hint: 'Add --dry-run to see the plan, or --yes with --tenant-id to carry it out.',
  });
}

export const CONSENT_REMAINS =
  'The consent to the scopes of this sign-in may remain in the tenant: Enterprise applications > Microsoft Graph Command Line Tools > ' +
  'Permissions. It can be removed there.';
