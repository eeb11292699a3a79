import { parseReference, type ControlReference } from '../../controls/catalogue.ts';
import { choice, later, line, list, oneOrMore, record, text, type Field } from '../../files/fields.ts';
import type { YamlEntry, YamlValue } from '../../files/yaml-value.ts';
import { allBuiltIn } from '../../reports/built-in-tables.ts';
import { compileConditions } from '../../reports/conditions.ts';
import { COLUMN_SCHEMAS, columnSchemas, requireColumn } from '../../reports/column-schemas.ts';
import type { ColumnSchemas } from '../../reports/highlight.ts';
import { isTable, type AnyReport, type TableReport } from '../../reports/table.ts';
import { forReader } from '../../text/audience.ts';
import { suggestion } from '../../text/did-you-mean.ts';
import { shownText } from '../../text/display.ts';
import { correctedReport, type Rule, type Setting } from '../policy-definition.ts';
import { columnsIn } from '../finding-message.ts';
import { ruleSettings } from './set-reader.ts';

const USUAL_REPORT = 'mailbox-settings';
/** Ids are joined with `; ` in a cell, and are part of URLs and file names. */
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
/** An http or https URL without user name and password: https://www.rfc-editor.org/rfc/rfc3986#appendix-A */
const PAGE = /^https?:\/\/(?![/?#]|[^/?#]*@)[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+$/;

/** `cis-m365-7.0.0/6.2.1#outbound-policy`. Whether the catalogue has it is looked up when the whole file is read. */
const CONTROL: Field<ControlReference> = {
  schema: { type: 'string', pattern: '^.+/[^/#]+(#[^#]+)?$', maxLength: 300 },
  read: (value) => {
    const written = value.text()?.trim();
    if (written === undefined) return undefined;
    const reference = parseReference(written);
    const hint = 'Write catalogue/control or catalogue/control#part, such as cis-m365-7.0.0/6.2.1#outbound-policy.';
    if (reference === undefined) return value.reject(`cannot be ${shownText(written)}.`, hint);
    return { ...reference, place: value.problems.placeOf(value.offset) };
  },
};

const RULE = record({
  id: {
    is: later({ type: 'string', pattern: ID.source }),
    required: true,
    description: 'Names the rule in the CSV, in exemptions and in code scanning. Each id occurs once, ignoring case.',
    examples: ['no-external-replies'],
  },
  title: {
    is: line(200),
    description: 'The requirement in one line, for people. Default: the id.',
    examples: ['Automatic replies stay inside the organization'],
  },
  report: {
    is: later({ type: 'string' }),
    description:
      'The report whose rows the rule judges: a built-in report, or the name in a report file that the input report names.',
    default: USUAL_REPORT,
    examples: [...allBuiltIn.keys()],
  },
  severity: {
    is: choice('error', 'warning'),
    description: 'Whether a mailbox that violates the rule fails the step or is only reported.',
    default: 'error',
  },
  when: {
    is: COLUMN_SCHEMAS,
    description:
      'The rows that the rule applies to: columns, each with a JSON Schema that its cell must meet. Default: every row.',
    examples: [{ UserPurpose: { const: 'user' } }],
  },
  expect: {
    is: COLUMN_SCHEMAS,
    required: true,
    description: 'The requirement: columns, each with a JSON Schema that its cell must meet.',
    examples: [{ AutomaticReplyExternalAudience: { enum: ['none', 'contactsOnly'] } }],
  },
  message: {
    is: line(500),
    description:
      'A violation as a sentence with columns of the report in braces, shown instead of what was found and expected. Default: the sentence of the built-in column.',
    examples: ['Replies go to {AutomaticReplyExternalAudience}'],
  },
  set: {
    is: later({ anyOf: [{ type: 'object' }, { const: 'remove' }] }),
    description:
      "What the remediate action changes a violating mailbox to: a part of Graph's mailboxSettings, `isEnabled: false` of an inbox rule, or parameters of Set-Mailbox (report mailbox-properties) and Set-CASMailbox (report client-access). `remove` takes the row of mailbox-permissions, calendar-permissions or inbox-rules away; `role: none` is for the default entry of a calendar. Only what violating columns need is changed: where a rule expects several columns and a setting changes none of their cells by itself, put it under the column that it corrects.",
    examples: [
      { automaticRepliesSetting: { externalAudience: 'contactsOnly' } },
      { ExternalTargets: { ForwardingSmtpAddress: null, DeliverToMailboxAndForward: false } },
      'remove',
    ],
  },
  controls: {
    is: oneOrMore(CONTROL, { noun: 'control', maxItems: 50, hint: 'Name 1 to 50 controls that the rule decides.' }),
    description:
      'The controls that the rule decides, each as catalogue/control#part: a shipped catalogue, or one of your own by its path. `#part` may be left out where the control has one.',
    examples: [['cis-m365-7.0.0/6.2.1#outbound-policy']],
  },
  help: {
    is: text({ pattern: PAGE, maxLength: 2000, accepts: (address) => URL.canParse(address), hint: helpHint }),
    description: 'The URL of a page with details.',
    examples: ['https://intranet.contoso.com/mail-policy'],
  },
});

export const RULES = list(RULE, {
  noun: 'rule',
  minItems: 1,
  maxItems: 500,
  hint: 'Write 1 to 500 rules: each has an id, and columns under "expect".',
});

type RuleKeys = NonNullable<ReturnType<typeof RULE.read>>;

/** Reads the rules of a policy file. `reports` and `complete`: as `checkPolicyFile` has them. `ids`: also those of invalid rules. */
export function policyRules(
  items: readonly RuleKeys[],
  reports: readonly AnyReport[],
  complete: boolean,
): { readonly rules: readonly Rule[]; readonly ids: readonly string[] } {
  const reportsByName = new Map([...allBuiltIn, ...reports.map((report) => [report.name, report] as const)]);
  const ids = new Map<string, string>();
  const rules = items.flatMap((keys): Rule[] => {
    const idValue = keys.get('id');
    const id = idValue && ruleId(idValue, ids);
    const title = keys.valueOf('title') === undefined ? id : keys.get('title');
    const severity = keys.get('severity') ?? 'error';
    const reportName = keys.get('report');
    const report =
      reportName === undefined ? reportsByName.get(USUAL_REPORT) : namedReport(reportName, reportsByName, complete);
    const target = { report, reports: [...reportsByName.values()], complete };
    const [whenValue, expectValue, setEntry] = [keys.get('when'), keys.get('expect'), keys.value.entry('set')];
    const when = whenValue && columnSchemas(whenValue, target);
    const expect = expectValue && columnSchemas(expectValue, target);
    const set = setEntry && report && expect && settingsOf(setEntry, report, expect, target.reports);
    const [message, help, controls] = [ruleMessage(keys, target), keys.get('help'), keys.get('controls')];
    if (id === undefined || title === undefined || report === undefined || expect === undefined) return [];
    const place = keys.value.problems.placeOf(keys.value.offset);
    const texts = { title, severity, message, help, controls };
    return [{ id, report: report.name, ...texts, when: when ?? {}, expect, set, place }];
  });
  return { rules, ids: [...ids.values()] };
}

/** The settings of a rule: of its own report, or of the other one whose columns it expects. */
function settingsOf(
  { value, keyOffset }: YamlEntry,
  report: AnyReport,
  expect: ColumnSchemas,
  reports: readonly AnyReport[],
): readonly Setting[] {
  const columns = Object.keys(expect);
  const target = correctedReport(report, columns);
  if (target === undefined) {
    const hint =
      'Write a rule for each report that is changed: all columns under "expect" are of the report that "set" changes.';
    value.report('This rule expects columns of several reports, so it cannot have "set".', hint, keyOffset);
    return [];
  }
  const other = reports.find(({ name }) => name === target);
  if (other !== undefined && isTable(other)) return refuseForTable(other, expect, value, keyOffset);
  if (isTable(report)) return refuseForTable(report, expect, value, keyOffset);
  if (target === report.name) return ruleSettings(value, report, columns);
  if (report.rows === undefined) return ruleSettings(value, other, columns);
  const hint = `Set "report" to ${target}, or to another report with one row a mailbox.`;
  value.report(`A rule about the rows of ${report.name} cannot change ${target}.`, hint, keyOffset);
  return [];
}

/** Adds the problem of `set` about a table, with the command for a cell that the rule accepts. */
function refuseForTable(
  table: TableReport,
  expect: ColumnSchemas,
  value: YamlValue,
  offset: number,
): readonly Setting[] {
  const { name, columns, manual = [] } = table;
  const own = Object.fromEntries(
    Object.entries(expect)
      .map(([column, schema]) => [column.replace(`${name}.`, ''), schema] as const)
      // Others have a problem of their own.
      .filter(([column]) => Object.hasOwn(columns, column)),
  );
  const ofColumns = manual.filter(({ column }) => Object.hasOwn(own, column));
  const conditions = compileConditions(own, table, 0);
  const accepted = ofColumns.find((one) =>
    conditions.some(({ column, accepts }) => column === one.column && accepts(one.value)),
  );
  // The only command of a column changes its cell in the only way that controls ask for.
  const command = (accepted ?? (ofColumns.length === 1 ? ofColumns[0] : undefined))?.command.map((part) =>
    typeof part === 'string' ? part : '…',
  );
  const hint = `Remove the key: remediation changes mailboxes.${command === undefined ? '' : ` In Exchange Online PowerShell: ${command.join('')}`}`;
  value.report(`A rule about ${name}, which is about the tenant, cannot have "set".`, hint, offset);
  return [];
}

/** @param ids earlier ids, by their lower case */
function ruleId(value: YamlValue, ids: Map<string, string>): string | undefined {
  const id = value.text();
  if (id === undefined) return undefined;
  const folded = id.toLowerCase();
  const earlierId = ids.get(folded);
  if (!ID.test(id)) {
    const meant = id
      .trim()
      .replace(/[^A-Za-z0-9._-]+/g, '-')
      .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '')
      .slice(0, 100);
    const hint = 'Use up to 100 letters, digits, hyphens, dots and underscores, such as no-external-replies.';
    value.reject(`cannot be ${shownText(id)}.`, `${meant === '' ? '' : `Did you mean "${meant}"? `}${hint}`);
  } else if (earlierId !== undefined) {
    const hint = 'Give each rule an id of its own; case does not count.';
    value.report(`There is a rule ${shownText(earlierId)} already.`, hint);
  }
  if (earlierId === undefined) ids.set(folded, id);
  return id;
}

function ruleMessage(keys: RuleKeys, target: Parameters<typeof columnSchemas>[1]): string | undefined {
  const [message, value] = [keys.get('message'), keys.valueOf('message')];
  if (message === undefined || value === undefined) return undefined;
  for (const column of columnsIn(message)) requireColumn({ key: column, keyOffset: value.offset, value }, target);
  return message;
}

function namedReport(
  value: YamlValue,
  reportsByName: ReadonlyMap<string, AnyReport>,
  complete: boolean,
): AnyReport | undefined {
  const name = value.text();
  const report = name === undefined ? undefined : reportsByName.get(name);
  // The problems of the report file are reported for that file.
  if (name === undefined || report !== undefined || !complete) return report;
  return value.report(
    `There is no report ${shownText(name)}.`,
    suggestion(name.replace(/^.*[/\\]|\.ya?ml$/gi, ''), reportsByName.keys()) +
      `The reports are: ${[...reportsByName.keys()].join(', ')}. One of your own must be named in ` +
      `${forReader({ workflow: 'the input "report"', terminal: '--report' })} by its file, and here by the "name" in it.`,
  );
}

function helpHint(address: string): string {
  const meant = address.replace(/^(?=[\w-]+(?:\.[\w-]+)+(?:\/|$))/, 'https://');
  const hint = meant !== address && PAGE.test(meant) && URL.canParse(meant) ? `Did you mean ${meant}? ` : '';
  return `${hint}Give the whole address of a page, beginning with https://, percent-encoded and without a password.`;
}
