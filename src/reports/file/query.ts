import type { FileProblems } from '../../yaml/problems.ts';
import { shownText } from '../../text/display.ts';
import { didYouMean } from '../../text/did-you-mean.ts';
import { mapping, scalarText, text, type YamlValue } from '../../yaml/value.ts';
import type { ValueProblem } from './path.ts';

/** Of OData's, those that a report can use. https://learn.microsoft.com/graph/query-parameters */
const ODATA = ['$top', '$select', '$filter', '$expand', '$orderby', '$search', '$count', '$skip'] as const;
/** Graph's own answers carry them to the next page, which is read by itself. */
const PAGING = ['$skiptoken', '$deltatoken'];
const MOST_A_PAGE = 1000;
const NAME = /^[$@]?[A-Za-z][\w.-]*$/;

interface Option {
  readonly name: string;
  readonly value: string;
  readonly nameOffset: number;
  readonly valueOffset: number;
}

/** The options of a report's request, not encoded: of a mapping, or of a text such as `$top=100&$select=id`. */
export function readQuery(value: YamlValue, problems: FileProblems): Readonly<Record<string, string>> | undefined {
  const options = optionsOf(value, problems);
  const seen = new Set<string>();
  for (const { name, value: setting, nameOffset, valueOffset } of options) {
    const folded = name.toLowerCase();
    const wrongName = seen.has(folded)
      ? { message: 'stands there a second time.', hint: 'Keep one; case does not count.' }
      : nameProblem(name);
    const wrongValue = wrongName === undefined ? settingProblem(name, setting) : undefined;
    if (wrongName !== undefined)
      problems.add(nameOffset, `The option ${shownText(name)} ${wrongName.message}`, wrongName.hint);
    if (wrongValue !== undefined)
      problems.add(valueOffset, `${shownText(name)} ${wrongValue.message}`, wrongValue.hint);
    seen.add(folded);
  }
  return Object.fromEntries(options.map((option) => [option.name, option.value]));
}

function optionsOf(value: YamlValue, problems: FileProblems): readonly Option[] {
  if (typeof scalarOf(value) === 'string') return optionsInText(value, problems);
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

/** As a form or an address bar writes it: https://url.spec.whatwg.org/#urlencoded-parsing */
function optionsInText(value: YamlValue, problems: FileProblems): readonly Option[] {
  const query = text(value, problems);
  if (query === undefined) return [];
  if (/^\?|#|%(?![0-9a-f]{2})/i.test(query)) {
    const hint = 'Write it without ?, # and broken percent-encoding, or as a mapping, which needs no encoding.';
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
    return { message: 'belongs to one page.', hint: 'Leave it out: further pages are read by themselves.' };
  }
  const exact = ODATA.find((known) => known === asOData.toLowerCase());
  const meant = exact ?? (name.startsWith('$') ? didYouMean(name, ODATA) : undefined);
  if (meant === undefined && !name.startsWith('$') && NAME.test(name)) return undefined;
  return {
    message: 'is unknown.',
    hint: `${meant === undefined ? '' : `Did you mean ${meant}? `}Of OData's options there are: ${ODATA.join(', ')}.`,
  };
}

function settingProblem(name: string, setting: string): ValueProblem | undefined {
  if (setting.trim() === '') return { message: 'has no value.', hint: 'Give it one, or leave it out.' };
  if (/\p{Cc}|\p{Cs}/u.test(setting)) return { message: 'holds a control character.', hint: 'Write it on one line.' };
  if (name === '$top' && !isWhole(setting, 1, MOST_A_PAGE)) {
    return { message: `cannot be ${shownText(setting)}.`, hint: `Use a whole number from 1 to ${MOST_A_PAGE}.` };
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
