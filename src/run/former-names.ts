import { UserError } from '../errors.ts';
import type { Environment } from '../http/proxy.ts';
import { inputVariable } from './input-readers.ts';

/** What replaces inputs of earlier versions, and values of inputs. The runner only warns of inputs that an action does not have. */
export const REPLACEMENTS: ReadonlyMap<string, string> = new Map([
  ['mailbox-column', 'Use "address-column" instead.'],
  ['mailbox-columns', 'Use "extra-columns" instead.'],
  ['csv-bom', 'Use "csv" instead: "plain" for files without a byte order mark.'],
  ['csv-delimiter', 'Use "csv" instead: "excel-semicolon" for semicolons.'],
  ['retirements', 'Nothing replaces it: remove it. What Microsoft switches off is reported anyway.'],
  [
    'concurrency',
    'Nothing replaces it: remove it. The number of requests in flight adapts to the limits of the tenant.',
  ],
  ['authority-host', 'Use "endpoints" instead, with the line "authority=URL".'],
  ['graph-url', 'Use "endpoints" instead, with the line "graph=URL".'],
  ['exchange-url', 'Use "endpoints" instead, with the line "exchange=URL".'],
  ['unlisted: include', 'Use "mailboxes" instead: "all", also as a line among lists.'],
]);

/** What was removed, and what replaces it. */
interface Removed {
  readonly message: string;
  readonly hint: string;
}

/** What replaces an input, or the value of one; undefined if it was not removed. `noun`: `input`, `key` or `option`. */
export function removedInput(noun: string, name: string, value: string): Removed | undefined {
  const hint = REPLACEMENTS.get(name);
  if (hint !== undefined) return { message: `The ${noun} "${name}" no longer exists.`, hint };
  const valueHint = REPLACEMENTS.get(`${name}: ${value.trim().toLowerCase()}`);
  if (valueHint === undefined) return undefined;
  return { message: `The ${noun} "${name}" can no longer be "${value.trim()}".`, hint: valueHint };
}

/** Throws the UserError `INPUT_INVALID` if a step sets an input that was removed. */
export function refuseRemovedInputs(env: Environment): void {
  for (const key of REPLACEMENTS.keys()) {
    const [name = ''] = key.split(':');
    const value = env[inputVariable(name)]?.trim() ?? '';
    const removed = value === '' ? undefined : removedInput('input', name, value);
    if (removed !== undefined) throw new UserError('INPUT_INVALID', removed.message, { hint: removed.hint });
  }
}

/** Throws the same if a command line has an option that was removed. */
export function refuseRemovedOptions(args: readonly string[]): void {
  for (const [index, arg] of args.entries()) {
    const [, name = '', value = args[index + 1] ?? ''] = /^--([a-z-]+)(?:=(.*))?$/s.exec(arg) ?? [];
    const removed = removedInput('option', name, value);
    if (removed !== undefined) throw new UserError('INPUT_INVALID', removed.message, { hint: removed.hint });
  }
}
