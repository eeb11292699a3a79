import type { JsonObject } from '../json.ts';
import { cmdletNamed } from './cmdlets.ts';
import { bindParameters } from './parameters.ts';
import type { OrganisationData } from './surroundings.ts';

export interface ObjectsOptions {
  readonly surroundings: OrganisationData;
  readonly parameters?: JsonObject | undefined;
}

/**
 * What a cmdlet returns about a mailbox, or without an address about the tenant, without annotations, pages and faults; undefined if
 * Exchange has no such mailbox. Throws for a cmdlet or parameters that the tenant does not simulate.
 */
export function objectsAbout(
  name: string,
  address: string | undefined,
  { surroundings, parameters = {} }: ObjectsOptions,
): JsonObject[] | undefined {
  const cmdlet = cmdletNamed(name);
  if (cmdlet === undefined) throw new Error(`no cmdlet ${name}`);
  const mailbox = address === undefined ? {} : { [cmdlet.mandatory ?? 'Identity']: address };
  const values = bindParameters({ ...parameters, ...mailbox }, cmdlet.parameters, cmdlet.mandatory);
  if ('status' in values) throw new Error(`${name} rejects the parameters`);
  const source = cmdlet.run(values, {
    ...surroundings,
    lacks: () => false,
    losesWrite: () => false,
    lag: () => ({ reads: 0, until: 0 }),
    writeAnswer: 'list',
  });
  if ('status' in source) return undefined;
  return source.rows(0, source.count, undefined, false);
}
