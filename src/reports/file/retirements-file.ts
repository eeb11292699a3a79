import { isSeq } from 'yaml';
import type { Checked } from '../../errors.ts';
import { line, list, later, record, text } from '../../files/fields.ts';
import { checkWorkspaceFile } from '../../files/workspace.ts';
import { readYaml } from '../../files/yaml-file.ts';
import { builtInReports } from '../built-in.ts';
import { COLUMN_SCHEMAS, columnSchemas } from '../column-schemas.ts';
import type { ColumnSchemas, ReportDefinition } from '../definition.ts';

/** Something that Microsoft retires, and how the affected mailboxes are found. Texts are hostile until escaped. */
export interface Retirement {
  readonly id: string;
  readonly title: string;
  /** What ends: the subject of a sentence. */
  readonly what: string;
  /** Days, or months such as `2027-03`. */
  readonly dates: Readonly<Record<'announced' | 'defaultOff' | 'removed', string | undefined>>;
  readonly source: string;
  /** The day on which the source was read. */
  readonly asOf: string;
  readonly detect: {
    readonly report: string;
    readonly when: ColumnSchemas;
    /** What an affected mailbox does, for one and several: `used SMTP AUTH`. */
    readonly found: string;
  };
}

const DAY = /^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$/;
const DAY_OR_MONTH = /^[0-9]{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12][0-9]|3[01]))?$/;
const isDate = (date: string): boolean => new Date(date).toISOString().startsWith(date);
const DATE = text({
  pattern: DAY_OR_MONTH,
  accepts: (date) => DAY_OR_MONTH.test(date) && isDate(date),
  hint: () => 'Write a day such as 2026-12-31, or a month such as 2027-03.',
});

const DATES = record<{ announced: string; 'default-off': string; removed: string }>({
  announced: { is: DATE, description: 'When it was announced.', examples: ['2024-04-15'] },
  'default-off': {
    is: DATE,
    description: 'When it is off unless an administrator allows it.',
    examples: ['2026-12-31'],
  },
  removed: { is: DATE, description: 'When it ends.', examples: ['2027-04'] },
});

const DETECTION = record({
  report: {
    is: later({ type: 'string' }),
    required: true,
    description: 'The report that shows it: a built-in report, or the name in a report file.',
    examples: [...builtInReports.keys()],
  },
  when: {
    is: COLUMN_SCHEMAS,
    required: true,
    description: 'The rows of affected mailboxes: columns, each with a JSON Schema that its cell must meet.',
    examples: [{ SmtpUsed: { const: 'yes' } }],
  },
  found: {
    is: line(200),
    description: 'What affected mailboxes do, after their number.',
    default: 'are affected',
    examples: ['used SMTP AUTH in the last 30 days'],
  },
});

const RETIREMENT = record({
  id: {
    is: text({
      pattern: /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/,
      hint: () => 'Use up to 100 letters, digits, hyphens, dots and underscores.',
    }),
    required: true,
    description: 'Names the retirement.',
    examples: ['smtp-auth-basic'],
  },
  title: { is: line(200), required: true, description: 'A heading.', examples: ['SMTP AUTH'] },
  what: {
    is: line(200),
    required: true,
    description: 'What ends, as the subject of a sentence.',
    examples: ['Basic authentication for SMTP AUTH'],
  },
  dates: { is: DATES, required: true, description: 'When, as far as it is announced.' },
  source: {
    is: text({
      pattern: /^https:\/\/[^\s<>"'`|\\]+$/,
      maxLength: 2000,
      accepts: (address) => URL.canParse(address),
      hint: () => 'Give the whole address of a page, beginning with https://.',
    }),
    required: true,
    description: 'The page that says so.',
    examples: ['https://techcommunity.microsoft.com/blog/exchange/'],
  },
  'as-of': {
    is: text({
      pattern: DAY,
      accepts: (day) => DAY.test(day) && isDate(day),
      hint: () => 'Write a day such as 2026-11-28.',
    }),
    required: true,
    description: 'The day on which the source was read.',
    examples: ['2026-11-28'],
  },
  detect: { is: DETECTION, required: true, description: 'How the affected mailboxes are found.' },
});

const LIST = list(RETIREMENT, { noun: 'retirement', maxItems: 200, hint: 'Leave some out.' });

/** The keys of a list of retirements. */
export const RETIREMENTS = record({
  retirements: { is: LIST, required: true, description: 'What Microsoft retires.' },
});

type Entry = NonNullable<ReturnType<typeof RETIREMENT.read>>;

/**
 * Parses a list of retirements, under the key `retirements` or alone.
 *
 * @param reports those of the run. An entry may be about another report: then it does not apply
 */
export function parseRetirements(
  content: string | Uint8Array,
  file: string,
  reports: readonly ReportDefinition[] = [],
): Checked<readonly Retirement[]> {
  const known = new Map([...builtInReports, ...reports.map((report) => [report.name, report] as const)]);
  return readYaml(content, file, 'RETIREMENTS_FILE', (root) => {
    const entries = isSeq(root.node) ? LIST.read(root) : RETIREMENTS.read(root)?.get('retirements');
    return entries?.flatMap((entry) => retirementOf(entry, known) ?? []);
  });
}

function retirementOf(entry: Entry, known: ReadonlyMap<string, ReportDefinition>): Retirement | undefined {
  const [id, title, what] = [entry.get('id'), entry.get('title'), entry.get('what')];
  const [dates, source, asOf] = [entry.get('dates'), entry.get('source'), entry.get('as-of')];
  const detect = entry.get('detect');
  const [announced, defaultOff, removed] = [dates?.get('announced'), dates?.get('default-off'), dates?.get('removed')];
  const [report, found = 'are affected'] = [detect?.get('report')?.text(), detect?.get('found')];
  const conditions = detect?.get('when');
  const about = { report: known.get(report ?? ''), reports: [...known.values()] };
  const when = conditions && columnSchemas(conditions, about);
  if (id === undefined || title === undefined || what === undefined || source === undefined) return undefined;
  if (asOf === undefined || report === undefined || when === undefined) return undefined;
  return { id, title, what, dates: { announced, defaultOff, removed }, source, asOf, detect: { report, when, found } };
}

/** Reads a list of retirements in the workspace. The code of its problems is `RETIREMENTS_FILE`. */
export function checkRetirementsFile(
  file: string,
  workspace: string,
  reports: readonly ReportDefinition[],
): Promise<Checked<readonly Retirement[]>> {
  const wanted = { code: 'RETIREMENTS_FILE', noun: 'list of retirements', input: 'retirements' } as const;
  return checkWorkspaceFile(file, workspace, { ...wanted, extensions: ['yml', 'yaml'] }, (bytes, shown) =>
    parseRetirements(bytes, shown, reports),
  );
}
