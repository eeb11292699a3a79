import { hash } from 'node:crypto';
import type { Checked } from '../errors.ts';
import { anyText, choice, later, line, list, oneOrMore, record, text } from '../files/fields.ts';
import { jsonObject } from '../files/yaml-json.ts';
import { readYaml } from '../files/yaml-file.ts';
import type { YamlValue } from '../files/yaml-value.ts';
import { isObject, type JsonObject } from '../json.ts';
import { shownText } from '../text/display.ts';
import {
  CONTROL_SUBJECTS,
  COVERED,
  type Catalogue,
  type Control,
  type ControlPart,
  type Criterion,
  type PropertySchemas,
} from './catalogue.ts';

const DAY = text({ pattern: /^\d{4}-\d{2}-\d{2}$/, hint: () => 'Write year-month-day, such as 2026-05-19.' });
const ID = text({
  pattern: /^[A-Za-z0-9][A-Za-z0-9._-]*$/,
  maxLength: 100,
  hint: () => 'Use letters, digits, dots, hyphens and underscores, such as 6.2.1.',
});
const SCHEMAS = later({ type: 'object', minProperties: 1, additionalProperties: { type: 'object' } });

const CRITERION = record({
  reads: {
    is: anyText,
    required: true,
    description: 'The cmdlet or the request that returns the objects.',
    examples: ['Get-TransportConfig'],
  },
  with: {
    is: anyText,
    description: 'What returns further properties of each object: the account of a mailbox, the rule of a policy.',
    examples: ['GET /users'],
  },
  of: {
    is: SCHEMAS,
    description: 'The objects that count: properties, each with a JSON Schema. Default: all.',
    examples: [{ IsDefault: { const: true } }],
  },
  every: { is: SCHEMAS, description: 'What each of them must be.', examples: [{ Enabled: { const: false } }] },
  none: { is: SCHEMAS, description: 'What none of them may be.' },
  some: { is: SCHEMAS, description: 'What at least one of them must be.' },
});

const PART = record({
  id: {
    is: ID,
    description: 'Names the part in rules. Left out if it is the only one.',
    examples: ['outbound-policy'],
  },
  subject: { is: choice(...CONTROL_SUBJECTS), required: true, description: 'What the part is about.' },
  covered: {
    is: choice(...COVERED),
    required: true,
    description: 'Whether reports show all of it, only its effect in mailboxes, or nothing.',
  },
  reason: { is: line(500), description: 'Why it is not covered as a whole.', examples: ['DNS records are not read.'] },
  choice: { is: line(500), description: 'What the control leaves to the organization.' },
  criterion: {
    is: oneOrMore(CRITERION, { noun: 'criterion', hint: 'Write one, or several of which one must hold.' }),
    description: 'When the part passes.',
  },
  source: {
    is: anyText,
    description: 'Where the criterion is from.',
    examples: ['6.2.1, audit by PowerShell, step 2'],
  },
});

const CONTROL = record({
  id: { is: ID, required: true, description: 'As the benchmark numbers it.', examples: ['6.2.1'] },
  title: {
    is: line(200),
    required: true,
    description: 'What it asks for, in one line.',
    examples: ['Forwarding is off'],
  },
  level: { is: line(50), description: 'As the benchmark names it.', examples: ['E3 L1'] },
  references: {
    is: oneOrMore(line(100), { noun: 'reference', hint: 'Name controls of other standards.' }),
    description: 'Controls of other standards that the publisher of the benchmark names.',
  },
  parts: {
    is: list(PART, { noun: 'part', minItems: 1, maxItems: 20, hint: 'Write at least one.' }),
    required: true,
    description: 'What is decided by itself.',
  },
});

/** The keys of a catalogue. */
export const CATALOGUE = record({
  title: {
    is: line(200),
    required: true,
    description: 'The name of the benchmark.',
    examples: ['Rules of Contoso for mail'],
  },
  source: { is: anyText, required: true, description: 'Where it is published.' },
  'as-of': { is: DAY, required: true, description: 'The day of this version.' },
  checked: { is: DAY, required: true, description: 'The day on which the file was last compared with its source.' },
  controls: {
    is: list(CONTROL, { noun: 'control', minItems: 1, maxItems: 1000, hint: 'Write 1 to 1000 controls.' }),
    required: true,
    description: 'All controls, also those that no report shows.',
  },
});

/**
 * Parses a catalogue. The code of its problems is `CATALOGUE_FILE`.
 *
 * @param name as rules name it, and in errors
 */
export function parseCatalogue(content: string | Uint8Array, name: string): Checked<Catalogue> {
  return readYaml(content, name, 'CATALOGUE_FILE', (root) => catalogueOf(root, name));
}

function catalogueOf(root: YamlValue, name: string): Catalogue | undefined {
  const keys = CATALOGUE.read(root);
  if (keys === undefined) return undefined;
  const [title = '', source = '', asOf = ''] = [keys.get('title'), keys.get('source'), keys.get('as-of')];
  const checked = keys.get('checked') ?? '';
  const ids = new Set<string>();
  const controls = (keys.get('controls') ?? []).flatMap((one) => controlOf(one, ids) ?? []);
  const said = { title, source, asOf, checked, controls };
  return { name, ...said, digest: hash('sha256', JSON.stringify(said)) };
}

function controlOf(keys: NonNullable<ReturnType<typeof CONTROL.read>>, ids: Set<string>): Control | undefined {
  const [id, title, level = ''] = [keys.get('id'), keys.get('title'), keys.get('level')];
  const [references = [], parts = []] = [keys.get('references'), keys.get('parts')];
  if (id === undefined || title === undefined) return undefined;
  if (ids.has(id)) keys.value.report(`There is a control ${shownText(id)} already.`, 'Give each an id of its own.');
  ids.add(id);
  const partIds = new Set<string>();
  return { id, title, level, references, parts: parts.flatMap((part) => partOf(part, parts.length, partIds) ?? []) };
}

function partOf(
  keys: NonNullable<ReturnType<typeof PART.read>>,
  count: number,
  ids: Set<string>,
): ControlPart | undefined {
  const [id = '', subject, covered] = [keys.get('id'), keys.get('subject'), keys.get('covered')];
  const [reason = '', choices = ''] = [keys.get('reason'), keys.get('choice')];
  const [criteria = [], source = ''] = [keys.get('criterion'), keys.get('source')];
  if (subject === undefined || covered === undefined) return undefined;
  if (count > 1 && id === '') return keys.value.report('"id" is missing.', 'Several parts need an id each.');
  if (ids.has(id)) return keys.value.report(`There is a part ${shownText(id)} already.`, 'Give each an id of its own.');
  ids.add(id);
  if (covered !== 'whole' && reason === '') {
    return keys.value.report('"reason" is missing.', 'Say why the part is not covered as a whole.');
  }
  const of = criteria.map(criterionOf);
  return { id, subject, covered, reason, choice: choices, criteria: of, source };
}

function criterionOf(keys: NonNullable<ReturnType<typeof CRITERION.read>>): Criterion {
  const schemas = (value: YamlValue | undefined): PropertySchemas | undefined => value && schemasOf(value);
  return {
    reads: keys.get('reads') ?? '',
    with: keys.get('with'),
    of: schemas(keys.get('of')),
    every: schemas(keys.get('every')),
    none: schemas(keys.get('none')),
    some: schemas(keys.get('some')),
  };
}

function schemasOf(value: YamlValue): PropertySchemas {
  const members = Object.entries(jsonObject(value) ?? {});
  const schemas = members.flatMap(([name, schema]): [string, JsonObject][] =>
    isObject(schema) ? [[name, schema]] : [],
  );
  if (schemas.length < members.length) value.reject('has a property without a JSON Schema.', 'Write { const: value }.');
  return Object.fromEntries(schemas);
}
