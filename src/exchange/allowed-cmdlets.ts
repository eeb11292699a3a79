import { property } from '../json.ts';
import type { ExchangeClient } from './client.ts';

/**
 * The cmdlets that the token may run, in lower case. Undefined if Exchange Online does not say: the interface is not
 * documented, so a caller must work without the answer. Rejects as the client does.
 */
export async function allowedCmdlets(client: ExchangeClient): Promise<ReadonlySet<string> | undefined> {
  const { status, json } = await client.exportedCmdlets();
  const value = property(json, 'value');
  if (status !== 200 || !Array.isArray(value)) return undefined;
  const names = value.flatMap((module) => {
    const exported = property(module, 'exportedCmdlets');
    return typeof exported === 'string' ? exported.split(',') : [];
  });
  const found = names.map((name) => name.trim().toLowerCase()).filter((name) => name !== '');
  return found.length === 0 ? undefined : new Set(found);
}
