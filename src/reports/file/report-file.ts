import type { Checked, UserError } from '../../errors.ts';
import { APP_ROLE as EXCHANGE_PERMISSION } from '../../exchange/cmdlets.ts';
import { PERMISSIONS_CMDLET } from '../../exchange/system-trustees.ts';
import { choice, later, line, oneOrMore, record, text, truth } from '../../files/fields.ts';
import { checkWorkspaceFile } from '../../files/workspace.ts';
import { readYaml } from '../../files/yaml-file.ts';
import type { YamlValue } from '../../files/yaml-value.ts';
import type { JsonObject } from '../../json.ts';
import { allBuiltIn } from '../built-in-tables.ts';
import type { AnyReport, CmdletTable, ListedTable } from '../table.ts';
import {
  COLUMNS,
  columnList,
  COMPARE,
  HIGHLIGHTS,
  ITEM,
  readHighlights,
  readItem,
  readTypes,
  TYPES,
} from './column-reader.ts';
import {
  checkProperties,
  checkTableProperties,
  CMDLETS_OF_MANY,
  EXCHANGE_REQUEST_SCHEMA,
  readExchangeRequest,
  readTableCmdlet,
  TABLE_CMDLET_SCHEMA,
} from './exchange-request.ts';
import { EXPRESSION } from './expression-reader.ts';
import { readListing, readRequest, readTableListing, REQUEST_SCHEMA, TABLE_LISTING_SCHEMA } from './request.ts';

type Source = keyof typeof PERMISSIONS;

const MAX_NAME_LENGTH = 64;
/** Other files of a run. */
const TAKEN = ['violations', 'changes', 'baseline', 'unlisted', 'controls'];
/** Words, but not what Windows takes for devices: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const NAME = /^(?!(?:con|prn|aux|nul|(?:com|lpt)\d)$)[a-z0-9]+(?:-[a-z0-9]+)*$/;
const USUAL_PERMISSION = 'MailboxSettings.Read';
/** `Mail.ReadBasic.All`, `User-Mail.Read`, `eDiscovery.Read.All`. https://learn.microsoft.com/graph/permissions-reference */
const GRAPH_PERMISSION = text({
  pattern: /^[A-Za-z][A-Za-z0-9-]*(?:\.[A-Z][A-Za-z0-9]*){1,2}$/,
  hint: () =>
    `Name an application permission of Microsoft Graph as Entra writes it, such as ${USUAL_PERMISSION} or Mail.ReadBasic.All.`,
});
const MANY = { noun: 'permission', hint: 'Name a permission, or remove the key.' };
const PERMISSIONS = {
  graph: oneOrMore(GRAPH_PERMISSION, MANY),
  exchange: oneOrMore(
    text({
      pattern: /^Exchange\.ManageAsApp$/,
      hint: () => `Remove the key: reports from Exchange Online need ${EXCHANGE_PERMISSION}.`,
    }),
    MANY,
  ),
};

const KEYS = record({
  name: {
    is: text({
      pattern: NAME,
      maxLength: MAX_NAME_LENGTH,
      except: [...allBuiltIn.keys(), ...TAKEN],
      hint: nameHint,
    }),
    required: true,
    description: 'The name of the CSV file, also in the summary: lower-case words with hyphens.',
    examples: ['master-categories'],
  },
  about: {
    is: choice('tenant'),
    description:
      'What its rows belong to. `tenant`: the report is a table that is read once, whatever the list, without MailboxName. Default: mailboxes.',
  },
  request: {
    is: later({ type: 'object' }),
    required: true,
    description:
      'What to request for each mailbox, or of the tenant. All pages are read, unless first-page-only is true.',
  },
  columns: {
    is: COLUMNS,
    required: true,
    description:
      'Column name to JMESPath expression, in the order of the CSV. MailboxName precedes them, Status and Error follow.',
    examples: [{ Category: 'displayName', Color: 'color' }],
  },
  permission: {
    is: later(PERMISSIONS.graph.schema),
    description: `The application permission that the report requires, or a list of them. With source exchange: ${EXCHANGE_PERMISSION}.`,
    default: USUAL_PERMISSION,
    examples: [USUAL_PERMISSION, 'Mail.ReadBasic.All', ['User.Read.All', 'AuditLog.Read.All']],
  },
  source: {
    is: choice('graph', 'exchange'),
    description: 'The service to read from. Reports from Exchange Online are experimental.',
    default: 'graph',
  },
  rows: {
    is: EXPRESSION,
    description:
      'JMESPath to the array that gives one row per element. Default: one row a mailbox. For a cmdlet that runs for each mailbox, value is the list of its objects.',
    examples: ['value'],
  },
  item: {
    is: ITEM,
    description:
      'The column, or the columns, that name a row of a mailbox with several, in violations, baselines and changes. Default: the first column.',
    examples: ['Category', ['Trustee', 'Right']],
  },
  inconclusive: {
    is: EXPRESSION,
    description:
      'JMESPath on a row: whether Graph may hide properties of it. Rules about blank cells of such a row are inconclusive.',
    examples: ['isReadOnly && !actions'],
  },
  types: {
    is: TYPES,
    description:
      "Column name to a JSON Schema of the cells' possible values, besides null; a value of another type is unknown. Policies are checked against it, and texts under enum compare without case.",
    examples: [{ Color: { enum: ['none', 'preset0', 'preset1'] }, Unread: { type: 'integer' } }],
  },
  'system-trustees': {
    is: truth,
    description: "Of Get-MailboxPermission: keep the grants that every mailbox inherits to Microsoft's own trustees.",
    default: false,
  },
  compare: { is: COMPARE, description: 'How the reports of two runs are compared.' },
  unit: {
    is: line(40),
    description: 'What a row is, in the singular, for counts of rows. Default: mailbox, or row if rows is given.',
    examples: ['category'],
  },
  highlights: {
    is: HIGHLIGHTS,
    description:
      'Rows that people look for. They are counted in every run, with or without a policy, and never fail the step.',
  },
});

const OF_EXCHANGE: JsonObject = { required: ['source'], properties: { source: { const: 'exchange' } } };

const OF_MAILBOXES: JsonObject = {
  if: OF_EXCHANGE,
  then: {
    properties: { permission: PERMISSIONS.exchange.schema, request: EXCHANGE_REQUEST_SCHEMA },
    if: { properties: { request: { properties: { cmdlet: { enum: [...CMDLETS_OF_MANY] } } } } },
    then: { required: ['rows'] },
  },
  else: { properties: { request: REQUEST_SCHEMA } },
};

/** The JSON Schema of a report file. The source decides what `request` and `permission` can be. */
export const REPORT_SCHEMA: JsonObject = {
  ...KEYS.schema,
  dependencies: { item: ['rows'] },
  allOf: [
    {
      if: { required: ['about'] },
      then: {
        dependencies: { rows: ['item'] },
        properties: { highlights: false, 'system-trustees': false },
        if: OF_EXCHANGE,
        then: { properties: { permission: PERMISSIONS.exchange.schema, request: TABLE_CMDLET_SCHEMA } },
        else: { properties: { request: TABLE_LISTING_SCHEMA } },
      },
      else: OF_MAILBOXES,
    },
    {
      if: { required: ['system-trustees'], properties: { 'system-trustees': { enum: [true, 'true'] } } },
      then: {
        properties: { request: { required: ['cmdlet'], properties: { cmdlet: { const: PERMISSIONS_CMDLET } } } },
      },
    },
  ],
};

/** Reads a report file of the workspace. The code of its problems is `REPORT_FILE`. */
export function checkReportFile(file: string, workspace: string): Promise<Checked<AnyReport>> {
  const kind = { code: 'REPORT_FILE', noun: 'report file', input: 'report', extensions: ['yml', 'yaml'] } as const;
  return checkWorkspaceFile(file, workspace, { ...kind, names: [...allBuiltIn.keys()] }, parseReportFile);
}

/** Parses the text or the bytes of a report file. The warnings do not prevent a run. `file`: its name in errors. */
export function parseReportFile(content: string | Uint8Array, file: string): Checked<AnyReport> {
  const warnings: UserError[] = [];
  const checked = readYaml(content, file, 'REPORT_FILE', (root) => readDefinition(root, warnings));
  return checked.value === undefined ? checked : { ...checked, warnings };
}

function readDefinition(root: YamlValue, warnings: UserError[]): AnyReport | undefined {
  const keys = KEYS.read(root);
  if (keys === undefined) return undefined;
  const name = keys.get('name');
  const source: Source = keys.get('source') ?? 'graph';
  const permissionValue = keys.get('permission');
  const defaultPermission = source === 'exchange' ? EXCHANGE_PERMISSION : USUAL_PERMISSION;
  const permissions = (permissionValue && PERMISSIONS[source].read(permissionValue)) ?? [defaultPermission];
  const request = keys.get('request');
  const isTable = keys.get('about') === 'tenant';
  const isListing = request?.entry('listing') !== undefined;
  const ofMailboxes = isTable ? undefined : request;
  const graph = source === 'graph' && !isListing ? ofMailboxes && readRequest(ofMailboxes, warnings) : undefined;
  const listing = source === 'graph' && isListing ? ofMailboxes && readListing(ofMailboxes) : undefined;
  const exchange = source === 'exchange' ? ofMailboxes && readExchangeRequest(ofMailboxes) : undefined;
  const rows = keys.get('rows');
  const inconclusive = keys.get('inconclusive');
  const { columns, places } = keys.get('columns') ?? {};
  const declared = keys.get('types');
  const types = declared && readTypes(declared, columns);
  const ignored = keys.get('compare')?.get('ignore');
  const ignore = ignored && columnList(ignored, columns, '"ignore" names columns listed under "columns".');
  const compare = ignore && { ignore };
  const naming = keys.get('item');
  const item = naming && readItem(naming, columns, rows);
  if (exchange !== undefined) checkProperties(root, exchange, { rows, columns });
  const systemTrustees = keys.get('system-trustees');
  const isOfOther = source === 'graph' || (exchange !== undefined && exchange.cmdlet !== PERMISSIONS_CMDLET);
  if (systemTrustees === true && isOfOther) {
    keys.valueOf('system-trustees')?.reject('has no effect here.', `It is for ${PERMISSIONS_CMDLET} alone: remove it.`);
  }
  const unit = keys.get('unit');
  const ofColumns = columns && { name: name ?? 'of this file', columns, types };
  const items = keys.get('highlights');
  const highlights = items && readHighlights(items, ofColumns);
  const table =
    isTable && request !== undefined ? readTable(root, keys, request, { source, rows, columns }) : undefined;
  if (name === undefined || columns === undefined || places === undefined) return undefined;
  const definitionPlaces = { rows: root.problems.placeOf(keys.keyOffset('rows')), columns: places };
  const keysOfAll = { name, permissions, columns, types, item, compare, unit, highlights };
  const report = { ...keysOfAll, rows, inconclusive, places: definitionPlaces };
  if (isTable) return table && { ...report, about: 'tenant', ...table };
  if (exchange !== undefined) return { ...report, source: 'exchange', request: exchange, systemTrustees };
  if (listing !== undefined) return { ...report, request: listing };
  return graph === undefined ? undefined : { ...report, request: graph };
}

/** What a table is read from: a listing of Graph, or a cmdlet about the organization. */
type TableSource =
  (Pick<ListedTable, 'request'> & { readonly source?: undefined }) | Pick<CmdletTable, 'source' | 'request'>;

/** Reads `request` of a report about the tenant, and adds a problem for each key that is about mailboxes. */
function readTable(
  root: YamlValue,
  keys: NonNullable<ReturnType<typeof KEYS.read>>,
  request: YamlValue,
  { source, rows, columns }: { readonly source: Source } & Parameters<typeof checkTableProperties>[2],
): TableSource | undefined {
  for (const key of ['highlights', 'system-trustees'] as const) {
    const hint = 'Remove the key. To find rows, write a rule of a policy about the report.';
    keys.valueOf(key)?.reject('is for reports about mailboxes.', hint);
  }
  if (rows !== undefined && keys.valueOf('item') === undefined) {
    const hint = 'Name the column, or the columns, that name a row.';
    root.report('"item" is missing, which a report about the tenant with "rows" needs.', hint);
  }
  if (source === 'graph') {
    const listing = readTableListing(request);
    return listing && { request: listing };
  }
  const cmdlet = readTableCmdlet(request);
  if (cmdlet !== undefined) checkTableProperties(root, cmdlet, { rows, columns });
  return cmdlet && { source: 'exchange', request: cmdlet };
}

/** What to do about a name that a report cannot have. */
function nameHint(name: string): string {
  if (allBuiltIn.has(name))
    return 'This is the name of a built-in report. Rename yours here, and in the rules of the policy.';
  if (TAKEN.includes(name))
    return 'Another file of the run has this name. Rename yours here, and in the rules of the policy.';
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
  const meant = words.filter((word) => word !== '').join('-');
  return `${meant === '' || meant === name ? '' : `Did you mean "${meant}"? `}Use up to ${MAX_NAME_LENGTH} lower-case letters and digits with hyphens between words, and no name that Windows reserves.`;
}
