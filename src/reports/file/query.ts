import { didYouMean } from '../../text/did-you-mean.ts';
import { shownText } from '../../text/display.ts';
import type { FileProblems } from '../../files/yaml-problems.ts';
import { mapping, scalarText, text, type YamlValue } from '../../files/yaml-value.ts';
import type { ValueProblem } from './path.ts';

/** OData options that a report can use. https://learn.microsoft.com/graph/query-parameters */
const ODATA = ['$top', '$select', '$filter', '$expand', '$orderby', '$search', '$count', '$skip'] as const;
/** Options of links to the next page, which the action follows. */
const PAGING = ['$skiptoken', '$deltatoken'];
const NAME = /^[$@]?[A-Za-z][\w.-]*$/;
/** Relationships of a user that are collections of directory objects. https://learn.microsoft.com/graph/api/resources/user */
const DIRECTORY_COLLECTIONS = new Set([
  ...['memberof', 'transitivememberof', 'directreports', 'transitivereports', 'createdobjects', 'ownedobjects'],
  ...['owneddevices', 'registereddevices', 'licensedetails', 'approleassignments', 'oauth2permissiongrants'],
  ...['scopedrolememberof', 'sponsors', 'agreementacceptances'],
]);

/** The largest `$top` that Graph accepts for a path. Directory collections accept less than Outlook's. */
export function maxPageSize(path = ''): number {
  const [first = ''] = path.toLowerCase().split(/[/(]/);
  return DIRECTORY_COLLECTIONS.has(first) ? 999 : 1000;
}

interface Option {
  readonly name: string;
  readonly value: string;
  readonly nameOffset: number;
  readonly valueOffset: number;
}

/**
 * Reads query options, not encoded: a mapping, or a text such as `$top=100&$select=id`. Mistakes are added to the problems.
 *
 * @param maxTop the largest page that Graph accepts
 */
export function readQuery(
  value: YamlValue,
  problems: FileProblems,
  maxTop: number,
): Readonly<Record<string, string>> | undefined {
  const options = readOptions(value, problems);
  const seen = new Set<string>();
  for (const { name, value: setting, nameOffset, valueOffset } of options) {
    const folded = name.toLowerCase();
    const nameIssue = seen.has(folded)
      ? { message: 'is given twice.', hint: 'Remove one. Names are compared without case.' }
      : nameProblem(name);
    seen.add(folded);
    if (nameIssue !== undefined) {
      problems.add(nameOffset, `The option ${shownText(name)} ${nameIssue.message}`, nameIssue.hint);
      continue;
    }
    const valueIssue = settingProblem(name, setting, maxTop);
    if (valueIssue !== undefined)
      problems.add(valueOffset, `${shownText(name)} ${valueIssue.message}`, valueIssue.hint);
  }
  return Object.fromEntries(options.map((option) => [option.name, option.value]));
}

function readOptions(value: YamlValue, problems: FileProblems): readonly Option[] {
  if (typeof scalarOf(value) === 'string') return parseQueryText(value, problems);
  const options: Option[] = [];
  for (const { key, keyOffset, value: setting } of mapping(value, problems)?.entries.values() ?? []) {
    const written = scalarText(setting, problems);
    if (written !== undefined)
      options.push({ name: key, value: written, nameOffset: keyOffset, valueOffset: setting.offset });
  }
  return options;
}

function scalarOf({ node }: YamlValue): unknown {
  return node !== null && 'value' in node ? node.value : undefined;
}

/** Parses a query string. https://url.spec.whatwg.org/#urlencoded-parsing */
function parseQueryText(value: YamlValue, problems: FileProblems): readonly Option[] {
  const query = text(value, problems);
  if (query === undefined) return [];
  if (/^\?|#|%(?![0-9a-f]{2})/i.test(query)) {
    const hint = 'Remove ?, # and invalid percent-encoding, or write a mapping, which needs no encoding.';
    problems.add(value.offset, `${shownText(value.name)} is no query.`, hint);
    return [];
  }
  const options = [...new URLSearchParams(query)];
  return options.map(([name, setting]) => ({
    name,
    value: setting,
    nameOffset: value.offset,
    valueOffset: value.offset,
  }));
}

function nameProblem(name: string): ValueProblem | undefined {
  if (ODATA.some((known) => known === name)) return undefined;
  const asOData = name.startsWith('$') ? name : `$${name}`;
  if (PAGING.includes(asOData.toLowerCase())) {
    return { message: 'belongs to one page.', hint: 'Remove it: the action reads further pages itself.' };
  }
  const exact = ODATA.find((known) => known === asOData.toLowerCase());
  const meant = exact ?? (name.startsWith('$') ? didYouMean(name, ODATA) : undefined);
  if (meant === undefined && !name.startsWith('$') && NAME.test(name)) return undefined;
  return {
    message: 'is unknown.',
    hint: `${meant === undefined ? '' : `Did you mean ${meant}? `}Supported OData options: ${ODATA.join(', ')}.`,
  };
}

function settingProblem(name: string, setting: string, maxTop: number): ValueProblem | undefined {
  if (setting.trim() === '') return { message: 'has no value.', hint: 'Enter a value, or remove the option.' };
  if (/\p{Cc}|\p{Cs}/u.test(setting))
    return { message: 'contains a control character.', hint: 'Write it on one line.' };
  if (name === '$top' && !isWhole(setting, 1, maxTop)) {
    return { message: `cannot be ${shownText(setting)}.`, hint: `Use a whole number from 1 to ${maxTop}.` };
  }
  if (name === '$skip' && !isWhole(setting, 0, Infinity)) {
    return { message: `cannot be ${shownText(setting)}.`, hint: 'Use a whole number.' };
  }
  if (name === '$count' && !/^(?:true|false)$/.test(setting)) {
    return { message: `cannot be ${shownText(setting)}.`, hint: 'Use true or false.' };
  }
  return undefined;
}

function isWhole(text: string, least: number, most: number): boolean {
  return /^(?:0|[1-9]\d{0,8})$/.test(text) && Number(text) >= least && Number(text) <= most;
}
