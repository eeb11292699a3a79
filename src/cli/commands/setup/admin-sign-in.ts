import type { Dispatcher } from 'undici';
import type { Application } from '../../../auth/entra-explanations.ts';
import { UserError } from '../../../errors.ts';
import type { Environment } from '../../../http/proxy.ts';
import { jsonOrUndefined, textIn } from '../../../json.ts';
import { outputOf } from '../../other-program.ts';
import type { Terminal } from '../../terminal.ts';
import { adminToken, type AdminScopes, type AdminToken } from './admin-token.ts';
import { signInInteractively } from './interactive-sign-in.ts';

export interface AdminSignIn extends Omit<Application, 'clientId'> {
  /** The variable with a token. */
  readonly accessTokenEnv: string | undefined;
  readonly deviceCode: boolean;
  readonly scopes: AdminScopes;
  readonly env: Environment;
  readonly dispatcher: Dispatcher;
  readonly terminal: Terminal;
}

/**
 * Signs the administrator in: the variable of an option, else the token of `az`, else the browser, or a device code if it is asked for.
 * Without a terminal no browser is opened. Rejects with the UserError `SETUP_SIGN_IN`, and as the ways do.
 */
export async function signInAdministrator(options: AdminSignIn): Promise<AdminToken> {
  const { accessTokenEnv: variable, deviceCode, tenantId, env, terminal, scopes } = options;
  const read = (value: string, source: string): AdminToken =>
    adminToken(value, source, { ...options, now: terminal.now() });
  if (variable !== undefined) {
    const value = env[variable]?.trim() ?? '';
    if (value === '') throw noToken(`The variable ${variable} is empty or not set.`);
    return requireScope(read(value, `the variable ${variable}`), scopes, terminal);
  }
  if (!deviceCode) {
    terminal.progress('Asking the Azure CLI for a token…');
    const value = await azureCliToken(tenantId, env);
    terminal.progress('');
    if (value !== undefined) {
      const token = read(value, 'the Azure CLI');
      if (token.lacks.length === 0 || !terminal.interactive) return requireScope(token, scopes, terminal);
      terminal.err(
        `The token of the Azure CLI lacks ${token.lacks.join(', ')}, which it cannot ask for. Sign in in the browser instead.\n`,
      );
    }
    if (!terminal.interactive) {
      throw noToken('Nobody is signed in, and without a terminal no browser is opened.');
    }
  }
  const way = deviceCode ? 'device-code' : 'browser';
  terminal.err(`Microsoft Graph Command Line Tools will ask for: ${scopes.all.join(', ')}\n`);
  const signIn = async (claims?: string): Promise<AdminToken> => {
    const token = read(
      await signInInteractively({ ...options, way }, claims),
      way === 'browser' ? 'the browser' : 'a device code',
    );
    return { ...token, leavesConsent: true, renew: signIn };
  };
  return requireScope(await signIn(), scopes, terminal);
}

/** Rejects a token that can register nothing. What else it lacks is named: the steps that need it are left to somebody else. */
function requireScope(token: AdminToken, { register }: AdminScopes, terminal: Terminal): AdminToken {
  const { lacks, source } = token;
  if (lacks.includes(register)) {
    throw noToken(`The token of ${source} lacks ${lacks.join(', ')}.`);
  }
  if (lacks.length > 0) {
    terminal.err(
      `The token of ${source} lacks ${lacks.join(', ')}: what needs it is left for another administrator.\n`,
    );
  }
  return token;
}

function noToken(message: string): UserError {
  return new UserError('SETUP_SIGN_IN', message, {
    hint:
      'Sign in with "az login", add --device-code, or set --access-token-env to the name of a variable with a token of an administrator ' +
      'for Microsoft Graph. In a terminal, setup opens the browser.',
  });
}

/**
 * The token of the Azure CLI for Microsoft Graph; undefined if `az` is not installed or not signed in to the tenant. It has the scopes
 * that Microsoft gave `az`, and others cannot be asked for.
 *
 * @param tenantId ID or domain, checked; '' for the tenant that `az` uses
 */
async function azureCliToken(tenantId: string, env: Environment): Promise<string | undefined> {
  const args = ['account', 'get-access-token', '--resource-type', 'ms-graph', '--output', 'json'];
  const tenant = tenantId === '' ? [] : ['--tenant', tenantId];
  const token = textIn(jsonOrUndefined((await outputOf('az', [...args, ...tenant], env)) ?? ''), 'accessToken');
  return token === '' ? undefined : token;
}
