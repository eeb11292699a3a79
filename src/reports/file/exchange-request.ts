import { CMDLETS, mailboxCmdlets, organizationCmdlets, ORGANIZATION_CMDLETS } from '../../exchange/cmdlets.ts';
import { hasObjectList, type ExchangeRequest } from '../../exchange/exchange-query.ts';
import { choice, later, list, record, text, truth } from '../../files/fields.ts';
import type { YamlValue } from '../../files/yaml-value.ts';
import type { Json, JsonObject } from '../../json.ts';
import { suggestion } from '../../text/did-you-mean.ts';
import { shownText } from '../../text/display.ts';
import type { ReportColumns } from '../definition.ts';
import { rowProperties } from '../expressions/syntax.ts';
import type { TableCmdlet } from '../table.ts';

const MAX_PROPERTIES = 100;
const ORGANIZATION_NAME = /^[a-z][a-zA-Z0-9]{0,29}$/;
/** Reports only read. */
const NAMES = mailboxCmdlets();

/** The folder of each mailbox, as Exchange names it. */
const FOLDER = /^\{mailbox\}:\\[^\p{C}{}]{1,250}$/u;

const SELECT = {
  is: list(text({ pattern: /^[A-Za-z][A-Za-z0-9]{0,99}$/, hint: () => 'Write the name of a property.' }), {
    noun: 'property',
    minItems: 1,
    maxItems: MAX_PROPERTIES,
    hint: `List 1 to ${MAX_PROPERTIES} properties that the columns read.`,
  }),
  required: true,
  description: 'The properties that the columns read.',
} as const;

const ORGANIZATION = record({
  cmdlet: {
    is: choice(...ORGANIZATION_CMDLETS),
    required: true,
    description: 'A cmdlet that returns one object for the organization.',
  },
  select: { ...SELECT, examples: [['AuditDisabled']] },
});

/** `request` of a report from Exchange Online. */
const KEYS = record({
  cmdlet: {
    is: text({
      among: NAMES,
      hint: (name) =>
        OF_ORGANIZATION.includes(name)
          ? `${name} is about the organization: add "about: tenant" to the file.`
          : `${suggestion(name, NAMES)}Reports can use these cmdlets, which only read: ${NAMES.join(', ')}.`,
    }),
    required: true,
    description: 'A cmdlet of Exchange Online that only reads.',
  },
  parameters: {
    is: later({
      type: 'object',
      properties: { Identity: { type: 'string', pattern: FOLDER.source } },
      additionalProperties: truth.schema,
    }),
    description:
      'Switches of the cmdlet, and the folder of a cmdlet about folders: by default the calendar, whatever its name, with one more ' +
      'request. The action sets the mailbox.',
    examples: [{ IncludeHidden: true }, { Identity: '{mailbox}:\\Inbox' }],
  },
  select: { ...SELECT, examples: [['AuditBypassEnabled']] },
  organization: {
    is: later({
      type: 'object',
      minProperties: 1,
      maxProperties: ORGANIZATION_CMDLETS.length,
      propertyNames: { pattern: ORGANIZATION_NAME.source },
      additionalProperties: ORGANIZATION.schema,
    }),
    description:
      'Settings of the organization. Expressions find each object by its name: organization.config.AuditDisabled.',
    examples: [{ config: { cmdlet: 'Get-OrganizationConfig', select: ['AuditDisabled'] } }],
  },
  'per-mailbox': {
    is: truth,
    description: 'Run the cmdlet for each mailbox, instead of listing the tenant with it.',
    default: false,
  },
});

/** The cmdlets about the organization. */
const OF_ORGANIZATION = organizationCmdlets();

/** `request` of a report about the tenant. */
const OF_TABLE = record({
  cmdlet: {
    is: text({
      among: OF_ORGANIZATION,
      hint: (name) => {
        const meant = NAMES.includes(name)
          ? `${name} is about mailboxes: remove "about: tenant". `
          : suggestion(name, OF_ORGANIZATION);
        return `${meant}Reports about the tenant can use these cmdlets, which only read: ${OF_ORGANIZATION.join(', ')}.`;
      },
    }),
    required: true,
    description: 'A cmdlet of Exchange Online about the organization that only reads.',
  },
  select: { ...SELECT, examples: [['DomainName', 'AutoForwardEnabled']] },
});

/** For editors: `request` of a report about the tenant. */
export const TABLE_CMDLET_SCHEMA: JsonObject = OF_TABLE.schema;

/** Reads `request` of a report about the tenant. */
export function readTableCmdlet(value: YamlValue): TableCmdlet | undefined {
  const keys = OF_TABLE.read(value);
  const [cmdlet, select] = [keys?.get('cmdlet'), keys?.get('select')];
  return cmdlet === undefined || select === undefined ? undefined : { cmdlet, select: [...new Set(select)] };
}

/** For editors: also what depends on the cmdlet. */
export const EXCHANGE_REQUEST_SCHEMA: JsonObject = {
  ...KEYS.schema,
  allOf: NAMES.map((name) => ({
    if: { properties: { cmdlet: { const: name } } },
    then: { properties: byCmdlet(name) },
  })),
};

function byCmdlet(name: string): JsonObject {
  const switches = [...switchesOf(name), ...(isOfFolder(name) ? ['Identity'] : [])];
  return {
    parameters: switches.length === 0 ? { maxProperties: 0 } : { propertyNames: { enum: switches } },
    ...(isListing(name) ? {} : { 'per-mailbox': { enum: [true, 'true'] } }),
  };
}

/** Reads `request` of a report from Exchange Online. */
export function readExchangeRequest(value: YamlValue): ExchangeRequest | undefined {
  const keys = KEYS.read(value);
  const cmdlet = keys?.get('cmdlet');
  const settings = keys?.get('parameters');
  const parameters = settings && readParameters(settings, cmdlet);
  const select = keys?.get('select');
  const perMailbox = keys?.get('per-mailbox');
  const organizationValue = keys?.get('organization');
  const organization = organizationValue && readOrganization(organizationValue);
  if (cmdlet === undefined) return undefined;
  if (perMailbox === false && !isListing(cmdlet)) {
    const message = `${cmdlet} must run for each mailbox: Exchange cannot list the tenant with it.`;
    keys?.valueOf('per-mailbox')?.report(message, 'Remove the key, or set it to true.');
  }
  if (select === undefined) return undefined;
  const runsForEach = perMailbox === true || !isListing(cmdlet);
  return { cmdlet, parameters, select: [...new Set(select)], perMailbox: runsForEach || undefined, organization };
}

function readOrganization(value: YamlValue): ExchangeRequest['organization'] {
  const entries = value.entries() ?? [];
  if (entries.length === 0) value.report('"organization" names no cmdlet.', 'Add one, or remove the key.');
  const objects = entries.flatMap(({ key, keyOffset, value: object }) => {
    if (!ORGANIZATION_NAME.test(key)) {
      value.report(`${shownText(key)} cannot be a name here.`, 'Use letters and digits, such as "config".', keyOffset);
    }
    const keys = ORGANIZATION.read(object);
    const [cmdlet, select] = [keys?.get('cmdlet'), keys?.get('select')];
    return cmdlet === undefined || select === undefined ? [] : [[key, { cmdlet, select }] as const];
  });
  return Object.fromEntries(objects);
}

/** @param cmdlet undefined if it is not known: then any name of a parameter is accepted */
function readParameters(value: YamlValue, cmdlet: string | undefined): ExchangeRequest['parameters'] {
  const parameters = (value.entries() ?? []).flatMap(({ key, keyOffset, value: setting }): [string, Json][] => {
    if (key === 'Identity' && (cmdlet === undefined || isOfFolder(cmdlet))) {
      const folder = setting.text();
      if (folder !== undefined && FOLDER.test(folder)) return [[key, folder]];
      setting.reject(
        'names no folder.',
        "Write it as Exchange does, with {mailbox} for the mailbox: '{mailbox}:\\Inbox'.",
      );
      return [];
    }
    if (cmdlet === undefined || switchesOf(cmdlet).includes(key)) return [[key, truth.read(setting) === true]];
    value.report(`${shownText(key)} cannot be a parameter here.`, parameterHint(key, cmdlet), keyOffset);
    return [];
  });
  return Object.fromEntries(parameters);
}

/** What to do about a parameter that the cmdlet cannot have. */
function parameterHint(name: string, cmdlet: string): string {
  const names = [...switchesOf(cmdlet), ...(isOfFolder(cmdlet) ? ['Identity'] : [])];
  if (names.length === 0) return `Remove it: reports can set no parameter of ${cmdlet}.`;
  return `${suggestion(name, names)}Reports can set these parameters of ${cmdlet}: ${names.join(', ')}.`;
}

function switchesOf(cmdlet: string): readonly string[] {
  return CMDLETS.get(cmdlet)?.switches ?? [];
}

function isOfFolder(cmdlet: string): boolean {
  return CMDLETS.get(cmdlet)?.folder !== undefined;
}

function isListing(cmdlet: string): boolean {
  return CMDLETS.get(cmdlet)?.kind === 'listing';
}

/** The cmdlets that return several objects for a mailbox. */
export const CMDLETS_OF_MANY: readonly string[] = NAMES.filter((name) => CMDLETS.get(name)?.many === true);

/** Rows that are objects of the answer, perhaps only some of them. */
const OBJECTS = /^value(?:\[\?[^\]]*\])?$/;

/**
 * Adds a problem for each expression that reads a property that `select` does not name, so that its cells would always be
 * blank, and for a report without rows whose mailboxes have several objects.
 *
 * @param file the whole file
 * @param expressions those that are valid
 */
export function checkProperties(
  file: YamlValue,
  request: ExchangeRequest,
  { rows, columns = {} }: { readonly rows: string | undefined; readonly columns: ReportColumns['columns'] | undefined },
): void {
  const { cmdlet, select } = request;
  const rowsValue = file.entry('rows')?.value;
  if (rowsValue === undefined && CMDLETS_OF_MANY.includes(cmdlet)) {
    const hint = 'Add "rows: value", which gives a row for each of them.';
    file.report(`"rows" is missing: ${cmdlet} returns several objects for a mailbox.`, hint);
  }
  if (rowsValue !== undefined && request.organization !== undefined) {
    rowsValue.reject('cannot be used with "organization".', 'Remove one of the two keys.');
  }
  const isList = hasObjectList(request);
  if (rowsValue !== undefined && rows !== undefined) checkReads(rowsValue, rows, isList ? ['value'] : select);
  // Rows that are parts of objects have properties that no key names.
  if (rowsValue !== undefined && !(isList && OBJECTS.test(rows ?? ''))) return;
  const columnsValue = file.entry('columns')?.value;
  for (const [name, expression] of Object.entries(columns)) {
    const value = columnsValue?.entry(name)?.value;
    const names = request.organization === undefined ? select : [...select, 'organization'];
    if (value !== undefined) checkReads(value, expression, names);
  }
}

/** Adds a problem for each expression of a table that reads a property that `select` does not name. */
export function checkTableProperties(
  file: YamlValue,
  { select }: TableCmdlet,
  { rows, columns = {} }: { readonly rows: string | undefined; readonly columns: ReportColumns['columns'] | undefined },
): void {
  const rowsValue = file.entry('rows')?.value;
  if (rowsValue !== undefined && rows !== undefined) checkReads(rowsValue, rows, ['value']);
  // Rows that are parts of objects have properties that no key names.
  if (rowsValue !== undefined && !OBJECTS.test(rows ?? '')) return;
  const columnsValue = file.entry('columns')?.value;
  for (const [name, expression] of Object.entries(columns)) {
    const value = columnsValue?.entry(name)?.value;
    if (value !== undefined) checkReads(value, expression, select);
  }
}

function checkReads(value: YamlValue, expression: string, names: readonly string[]): void {
  for (const property of propertiesOf(expression)) {
    if (names.includes(property)) continue;
    const hint = `${suggestion(property, names)}It can read: ${names.join(', ')}.`;
    value.reject(`reads ${shownText(property)}, which is not there.`, hint);
  }
}

/** None for a text that is not JMESPath, which is a problem of its own. */
function propertiesOf(expression: string): readonly string[] {
  try {
    return rowProperties(expression);
  } catch {
    return [];
  }
}
