import { stringify } from 'yaml';
import { CATALOGUE_FILE, CATALOGUE_TEXT } from './controls.ts';
import { REPORT_FILES } from './report-files.ts';
import type { World, WorldPolicy, WorldRegister } from './world.ts';

/** `with:` and the files of the workspace, without what the runner of the world adds: sign-in, endpoints, earlier report, baseline. */
export interface WorldStep {
  readonly inputs: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>>;
}

export const POLICY_FILE = 'policies/policy.yml';
export const BASELINE_FILE = 'baseline.csv';

/** What the step of a report is told with a policy. */
export function stepOf({ list, reports, files, gate }: World, policy: WorldPolicy | undefined): WorldStep {
  return {
    inputs: {
      ...list.inputs,
      report: reports.map((name) => REPORT_FILES[name]?.path ?? name).join('\n'),
      ...gate,
      ...(policy === undefined ? {} : { policy: POLICY_FILE }),
    },
    files: {
      ...list.files,
      ...files,
      ...(policy === undefined ? {} : { [CATALOGUE_FILE]: CATALOGUE_TEXT, ...policyFiles(policy) }),
    },
  };
}

/** The policy file, and the files that it names. */
export function policyFiles({ rules, exemptions, register }: WorldPolicy): Readonly<Record<string, string>> {
  const { files = '', 'review-every': every } = register ?? {};
  const policy = {
    rules,
    ...(exemptions.length === 0 ? {} : { exemptions }),
    ...(register === undefined ? {} : { register: every === undefined ? files : { files, 'review-every': every } }),
  };
  // Rules may share schemas, of which YAML makes aliases.
  const text = stringify(policy, { aliasDuplicateObjects: false });
  return { [POLICY_FILE]: text, ...(register === undefined ? {} : registerFiles(register)) };
}

/** A register that a glob names has two files. */
function registerFiles({ files, entries }: WorldRegister): Readonly<Record<string, string>> {
  if (!files.includes('*')) return { [`policies/${files}`]: registerText(entries) };
  const half = Math.floor(entries.length / 2);
  return {
    [`policies/${files.replace('*', 'one')}`]: registerText(entries.slice(0, half)),
    [`policies/${files.replace('*', 'two')}`]: registerText(entries.slice(half)),
  };
}

const REGISTER_COLUMNS = [
  'MailboxName',
  'MailboxId',
  'Trustee',
  'TrusteeId',
  'Right',
  'Reason',
  'Owner',
  'Until',
  'ReviewedOn',
];

export function registerText(entries: WorldRegister['entries']): string {
  const record = (cells: readonly string[]): string => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
  const rows = entries.map((entry) => REGISTER_COLUMNS.map((column) => entry[column] ?? ''));
  return [REGISTER_COLUMNS, ...rows].map((cells) => `${record(cells)}\r\n`).join('');
}

/** Whether an entry of the baseline that the run before wrote stays in that of the run. */
export function isAccepted({ seed }: World, entry: Readonly<Record<string, string>>): boolean {
  const text = ['Rule', 'MailboxName', 'Item', 'Column'].map((column) => entry[column] ?? '').join('\n');
  let sum = seed;
  for (const letter of text.toLowerCase()) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return sum % 4 > 0;
}
