import type { Environment } from '../../http/proxy.ts';
import { jsonOrUndefined, textIn } from '../../json.ts';
import { outputOf } from '../other-program.ts';

/**
 * The token of the Azure CLI for Microsoft Graph; undefined if `az` is not installed or not signed in to the tenant. It has the scopes
 * that Microsoft gave `az`, and others cannot be asked for.
 *
 * @param tenantId ID or domain, checked; '' for the tenant that `az` uses
 */
export async function azureCliToken(tenantId: string, env: Environment): Promise<string | undefined> {
  const args = ['account', 'get-access-token', '--resource-type', 'ms-graph', '--output', 'json'];
  const tenant = tenantId === '' ? [] : ['--tenant', tenantId];
  const token = textIn(jsonOrUndefined((await outputOf('az', [...args, ...tenant], env)) ?? ''), 'accessToken');
  return token === '' ? undefined : token;
}
