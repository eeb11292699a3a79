import type { Field } from '../../files/fields.ts';
import type { YamlValue } from '../../files/yaml-value.ts';
import type { JsonObject } from '../../json.ts';
import { suggestion } from '../../text/did-you-mean.ts';
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
/** Options of Graph that are not OData's, such as `includeHiddenFolders`. */
const OTHER = /^@?(?!(?:top|select|filter|expand|orderby|search|count|skip|skiptoken|deltatoken)$)[A-Za-z][\w.-]*$/;
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

/** Reads query options. */
export function readQuery(value: YamlValue): Readonly<Record<string, string>> {
  const options = readOptions(value);
  const seen = new Set<string>();
  for (const { name, value: setting, nameOffset, at } of options) {
    const folded = name.toLowerCase();
    if (seen.has(folded)) {
      value.report(`The option ${shownText(name)} is given twice.`, 'Remove one: case does not count.', nameOffset);
    } else if (isKnown(name)) checkSetting(name, setting, at);
    else {
      const hint = `${suggestion(name.startsWith('$') ? name : `$${folded}`, NAMES)}The options are: ${NAMES.join(', ')}.`;
      value.report(`The option ${shownText(name)} is unknown.`, hint, nameOffset);
    }
    seen.add(folded);
  }
  return Object.fromEntries(options.map((option) => [option.name, option.value]));
}

function isKnown(name: string): boolean {
  return Object.hasOwn(ODATA, name) || (OTHER.test(name) && !Object.hasOwn(ODATA, `$${name.toLowerCase()}`));
}

function readOptions(value: YamlValue): readonly Option[] {
  if (value.node !== null && 'value' in value.node && typeof value.node.value === 'string')
    return parseQueryText(value);
  return (value.entries() ?? []).flatMap(({ key, keyOffset, value: setting }) => {
    const text = setting.scalarText();
    return text === undefined ? [] : [{ name: key, value: text, nameOffset: keyOffset, at: setting }];
  });
}

/** Parses a query string. https://url.spec.whatwg.org/#urlencoded-parsing */
function parseQueryText(value: YamlValue): readonly Option[] {
  const query = value.text();
  if (query === undefined) return [];
  if (QUERY_TEXT.test(query)) {
    return [...new URLSearchParams(query)].map(([name, text]) => ({
      name,
      value: text,
      nameOffset: value.offset,
      at: value,
    }));
  }
  const hint = 'Remove ?, # and invalid percent-encoding, or write a mapping, which needs no encoding.';
  value.reject('is no query.', hint);
  return [];
}

function checkSetting(name: string, setting: string, value: YamlValue): void {
  const option = Object.hasOwn(ODATA, name) ? ODATA[name] : undefined;
  const isValid = !/\p{Cc}|\p{Cs}/u.test(setting) && (option?.pattern ?? /\S/).test(setting);
  if (!isValid) value.report(`${shownText(name)} cannot be ${shownText(setting)}.`, option?.hint ?? 'Enter a value.');
}
