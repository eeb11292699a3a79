import { CMDLETS, mailboxCmdlets, type KnownCmdlet } from '../../exchange/cmdlets.ts';
import type { ExchangeRequest } from '../../exchange/query.ts';
import { suggestion } from '../../text/did-you-mean.ts';
import { shownText } from '../../text/display.ts';
import type { FileProblems } from '../../files/yaml-problems.ts';
import { given, list, mapping, oneOf, record, text, type KnownKeys, type YamlValue } from '../../files/yaml-value.ts';

const KEYS: KnownKeys = { required: ['cmdlet', 'select'], optional: ['parameters', 'per-mailbox'] };
const PROPERTY = /^[A-Za-z][A-Za-z0-9]{0,99}$/;
const MAX_PROPERTIES = 100;
const TRUTH = ['true', 'false'] as const;

/** Reads `request` of a report from Exchange Online. Mistakes are added to the problems. */
export function readExchangeRequest(value: YamlValue, problems: FileProblems): ExchangeRequest | undefined {
  const keys = record(value, KEYS, problems);
  if (keys === undefined) return undefined;
  const cmdlet = given(keys, 'cmdlet', (inside) => readCmdlet(inside, problems));
  const parameters = given(keys, 'parameters', (inside) => readParameters(inside, cmdlet, problems));
  const select = given(keys, 'select', (inside) => readSelect(inside, problems));
  const perMailbox = given(keys, 'per-mailbox', (inside) => readPerMailbox(inside, cmdlet, problems));
  if (cmdlet === undefined || select === undefined) return undefined;
  const runsForEach = perMailbox === true || known(cmdlet)?.kind === 'mailbox';
  return { cmdlet, parameters, select, perMailbox: runsForEach ? true : undefined };
}

/** The cmdlet, or undefined for one that is not in the list: reports only read. */
function readCmdlet(value: YamlValue, problems: FileProblems): string | undefined {
  const name = text(value, problems);
  const names = mailboxCmdlets();
  if (name === undefined || names.includes(name)) return name;
  const hint = `${suggestion(name, names)}Reports can use these cmdlets, which only read: ` + `${names.join(', ')}.`;
  problems.add(value.offset, `${shownText(value.name)} cannot be ${shownText(name)}.`, hint);
  return undefined;
}

/** @param cmdlet undefined if it is not known: then any name of a parameter is accepted */
function readParameters(
  value: YamlValue,
  cmdlet: string | undefined,
  problems: FileProblems,
): ExchangeRequest['parameters'] {
  const switches = known(cmdlet)?.switches;
  const parameters: [string, boolean][] = [];
  for (const { key, keyOffset, value: setting } of mapping(value, problems)?.entries.values() ?? []) {
    const hint = switches?.includes(key) === false ? parameterHint(key, cmdlet ?? '', switches) : undefined;
    if (hint !== undefined) problems.add(keyOffset, `${shownText(key)} cannot be a parameter here.`, hint);
    else parameters.push([key, oneOf(setting, TRUTH, problems) === 'true']);
  }
  return Object.fromEntries(parameters);
}

/** What to do about a parameter that the cmdlet cannot have. */
function parameterHint(name: string, cmdlet: string, switches: readonly string[]): string {
  const folded = name.toLowerCase();
  if (folded === 'identity' || folded === 'mailbox') return 'Remove it: the action sets it to each mailbox.';
  if (folded === 'resultsize') return 'Remove it: the action reads all results.';
  if (switches.length === 0) return `Remove it: reports can set no parameter of ${cmdlet}.`;
  const known = switches.map((one) => `"${one}"`).join(', ');
  return `${suggestion(name, switches)}Reports can set these parameters of ${cmdlet}: ${known}.`;
}

function readSelect(value: YamlValue, problems: FileProblems): readonly string[] | undefined {
  const items = list(value, problems);
  if (items === undefined) return undefined;
  const properties = items.flatMap((item) => {
    const name = text(item, problems);
    if (name === undefined || PROPERTY.test(name)) return name ?? [];
    problems.add(item.offset, `${shownText(item.name)} cannot be ${shownText(name)}.`, 'Write the name of a property.');
    return [];
  });
  if (items.length === 0 || items.length > MAX_PROPERTIES) {
    const hint = `List 1 to ${MAX_PROPERTIES} properties that the columns read.`;
    problems.add(value.offset, `${shownText(value.name)} has ${items.length} properties.`, hint);
  }
  return [...new Set(properties)];
}

function readPerMailbox(value: YamlValue, cmdlet: string | undefined, problems: FileProblems): boolean {
  const perMailbox = oneOf(value, TRUTH, problems);
  if (perMailbox === 'false' && known(cmdlet)?.kind === 'mailbox') {
    const hint = 'Remove the key, or set it to true.';
    problems.add(value.offset, `${cmdlet} must run for each mailbox: Exchange cannot list the tenant with it.`, hint);
  }
  return perMailbox === 'true';
}

function known(cmdlet: string | undefined): KnownCmdlet | undefined {
  return cmdlet === undefined ? undefined : CMDLETS.get(cmdlet);
}
