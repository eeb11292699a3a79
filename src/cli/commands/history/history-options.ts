import type { Dispatcher } from 'undici';
import type { Environment } from '../../../http/proxy.ts';
import type { CredentialOptions } from '../../options.ts';
import type { Terminal } from '../../terminal.ts';

export const FORMATS = ['text', 'csv', 'json'] as const;

/** The options of `history`. */
export interface HistoryOptions extends CredentialOptions {
  readonly cloud?: string;
  readonly endpoints?: readonly string[];
  readonly repository?: string;
  readonly artifactName?: string;
  readonly days?: number;
  readonly target?: string;
  readonly audit: boolean;
  readonly format: (typeof FORMATS)[number];
  readonly json: boolean;
}

/** How the command reaches GitHub and the terminal. */
export interface HistoryAccess {
  readonly env: Environment;
  readonly dispatcher: Dispatcher;
  readonly terminal: Terminal;
}
