import type { Field } from '../../files/fields.ts';
import type { YamlValue } from '../../files/yaml-value.ts';
import type { JsonObject } from '../../json.ts';
import { didYouMean } from '../../text/did-you-mean.ts';
import { shownText } from '../../text/display.ts';

const SETTING: JsonObject = { type: ['string', 'number', 'boolean'], pattern: '\\S' };
const WHOLE: JsonObject = { type: ['integer', 'string'] };

interface ODataOption {
  readonly pattern: RegExp;
  readonly hint: string;
  /** Besides the pattern. */
  readonly schema: JsonObject;
}

/** OData options that a report can use. https://learn.microsoft.com/graph/query-parameters */
const ODATA: Readonly<Record<string, ODataOption>> = {
  $top: {
    pattern: /^(?:[1-9][0-9]{0,2}|1000)$/,
    hint: 'Use a whole number from 1 to 1000.',
    schema: { ...WHOLE, minimum: 1, maximum: 1000 },
  },
  ...Object.fromEntries(
    ['$select', '$filter', '$expand', '$orderby', '$search'].map((name) => [
      name,
      { pattern: /\S/, hint: 'Enter a value.', schema: SETTING },
    ]),
  ),
  $count: { pattern: /^(?:true|false)$/, hint: 'Use true or false.', schema: { type: ['boolean', 'string'] } },
  $format: { pattern: /^application\/json$/, hint: 'Use application/json.', schema: { type: 'string' } },
  $skip: { pattern: /^(?:0|[1-9][0-9]{0,8})$/, hint: 'Use a whole number.', schema: { ...WHOLE, minimum: 0 } },
};
const NAMES = Object.keys(ODATA);
/** Options of links to the next page, which the action follows. */
const PAGING = ['$skiptoken', '$deltatoken'];
/** Options of Graph that are not OData's, such as `includeHiddenFolders`. */
const OTHER = /^@?(?!(?:top|select|filter|expand|orderby|search|count|skip|skiptoken|deltatoken)$)[A-Za-z][\w.-]*$/;
/** Collections of directory objects: users, and relationships of a user. https://learn.microsoft.com/graph/api/resources/user */
const DIRECTORY_COLLECTIONS = new Set([
  'memberof',
  'transitivememberof',
  'directreports',
  'transitivereports',
  'createdobjects',
  'ownedobjects',
  'owneddevices',
  'registereddevices',
  'licensedetails',
  'approleassignments',
  'oauth2permissiongrants',
  'scopedrolememberof',
  'sponsors',
  'agreementacceptances',
  'users',
]);
const QUERY_TEXT = /^(?!\?)(?:[^#%]|%[0-9A-Fa-f]{2})+$/;

interface Option {
  readonly name: string;
  readonly value: string;
  readonly nameOffset: number;
  readonly at: YamlValue;
}

/** Query options, not encoded: a mapping, or a text such as `$top=100&$select=id`. */
export const QUERY: Field<YamlValue> = {
  schema: {
    anyOf: [
      { type: 'string', pattern: QUERY_TEXT.source, examples: ['$top=100&$select=id'] },
      {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          Object.entries(ODATA).map(([name, { pattern, schema }]) => [name, { ...schema, pattern: pattern.source }]),
        ),
        patternProperties: { [OTHER.source]: SETTING },
      },
    ],
  },
  read: (value) => value,
};

/**
 * Reads query options.
 *
 * @param path of the request. Directory collections accept smaller pages than Outlook's.
 */
export function readQuery(value: YamlValue, path = ''): Readonly<Record<string, string>> {
  const [collection = ''] = path.toLowerCase().split(/[/(]/);
  const maxTop = DIRECTORY_COLLECTIONS.has(collection) ? 999 : 1000;
  const options = readOptions(value);
  const seen = new Set<string>();
  for (const { name, value: setting, nameOffset, at } of options) {
    const folded = name.toLowerCase();
    const [problem, hint] = seen.has(folded)
      ? ['is given twice.', 'Remove one. Names are compared without case.']
      : nameProblem(name);
    seen.add(folded);
    if (problem !== undefined) value.report(`The option ${shownText(name)} ${problem}`, hint, nameOffset);
    else checkSetting(name, setting, maxTop, at);
  }
  return Object.fromEntries(options.map((option) => [option.name, option.value]));
}

function readOptions(value: YamlValue): readonly Option[] {
  if (value.node !== null && 'value' in value.node && typeof value.node.value === 'string')
    return parseQueryText(value);
  return (value.entries() ?? []).flatMap(({ key, keyOffset, value: at }) => {
    const written = at.scalarText();
    return written === undefined ? [] : [{ name: key, value: written, nameOffset: keyOffset, at }];
  });
}

/** Parses a query string. https://url.spec.whatwg.org/#urlencoded-parsing */
function parseQueryText(at: YamlValue): readonly Option[] {
  const query = at.text();
  if (query === undefined) return [];
  if (QUERY_TEXT.test(query)) {
    return [...new URLSearchParams(query)].map(([name, value]) => ({ name, value, nameOffset: at.offset, at }));
  }
  const hint = 'Remove ?, # and invalid percent-encoding, or write a mapping, which needs no encoding.';
  at.reject('is no query.', hint);
  return [];
}

function nameProblem(name: string): readonly [problem: string | undefined, hint: string] {
  if (Object.hasOwn(ODATA, name)) return [undefined, ''];
  const asOData = (name.startsWith('$') ? name : `$${name}`).toLowerCase();
  if (PAGING.includes(asOData)) return ['belongs to one page.', 'Remove it: the action reads further pages itself.'];
  if (OTHER.test(name) && !Object.hasOwn(ODATA, asOData)) return [undefined, ''];
  const meant = didYouMean(name.startsWith('$') ? name : asOData, NAMES);
  return [
    'is unknown.',
    `${meant === undefined ? '' : `Did you mean ${meant}? `}Supported OData options: ${NAMES.join(', ')}.`,
  ];
}

function checkSetting(name: string, setting: string, maxTop: number, at: YamlValue): void {
  const add = (problem: string, hint: string): void => at.report(`${shownText(name)} ${problem}`, hint);
  const known = Object.hasOwn(ODATA, name) ? ODATA[name] : undefined;
  if (setting.trim() === '') add('has no value.', 'Enter a value, or remove the option.');
  else if (/\p{Cc}|\p{Cs}/u.test(setting)) add('contains a control character.', 'Write it on one line.');
  else if (name === '$top' && !(Number(setting) <= maxTop)) {
    add(`cannot be ${shownText(setting)}.`, `Use a whole number from 1 to ${maxTop}.`);
  } else if (known?.pattern.test(setting) === false) add(`cannot be ${shownText(setting)}.`, known.hint);
}
