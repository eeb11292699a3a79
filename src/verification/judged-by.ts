/** What the rows of a report were judged by: its definitions, policy, baseline and catalogues, if they are those of its first line. */
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { MAX_EVIDENCE_BYTES } from '../controls/evidence.ts';
import { SHIPPED_CATALOGUES } from '../controls/shipped.ts';
import { requireValue, reworded, systemErrorCode, UserError } from '../errors.ts';
import { POLICY_COPY } from '../outputs/files/policy-copy.ts';
import type { Baseline } from '../policy/baseline/baseline-file.ts';
import { readBaseline } from '../policy/baseline/baseline-file.ts';
import { checkPolicyContent, checkPolicyFile } from '../policy/file/policy-file.ts';
import { builtInWith, registered } from '../policy/load.ts';
import type { Policy } from '../policy/policy-definition.ts';
import { chooseReports } from '../reports/choose.ts';
import { withListColumns, type ReportDefinition } from '../reports/definition.ts';
import { isTable, type AnyReport, type TableReport } from '../reports/table.ts';
import type { RowsHeader, RowsReport } from '../store/rows-file.ts';
import { baselineDigest, policyDigest, registerDigest, rowsReports, rowsRules } from '../store/rows-header.ts';
import { isOfDefinition } from '../store/stored-definition.ts';
import { visibleLine } from '../text/display.ts';
import { counted, listed } from '../text/numbers.ts';
import { VERSION } from '../version.ts';
import { Differences, notVerified, type Check } from './check.ts';

/** The files by which the rows were judged. Paths are relative to the workspace. */
export interface JudgingFiles {
  readonly workspace: string;
  /** Undefined: the one of the report. */
  readonly policy: string | undefined;
  readonly baseline: string | undefined;
  /** Report files. */
  readonly reports: readonly string[];
}

/** By what the rows of a report can be judged again. */
export interface JudgedBy {
  readonly reports: readonly ReportDefinition[];
  readonly tables: readonly TableReport[];
  /** Those of which rules may name columns. */
  readonly available: readonly AnyReport[];
  readonly policy: Policy | undefined;
  readonly baseline: Baseline | undefined;
}

export interface JudgingChecks {
  readonly checks: readonly Check[];
  /** Undefined: the definitions are of another version, so that cells may have another meaning. */
  readonly definitions: Pick<JudgedBy, 'reports' | 'tables' | 'available'> | undefined;
  /** Whether the catalogues are those of the run. */
  readonly hasCatalogues: boolean;
  /** Whether the register is that of the run. */
  readonly hasRegister: boolean;
  /** Undefined: the policy, the baseline or the register is not that of the run. */
  readonly files: Pick<JudgedBy, 'policy' | 'baseline'> | undefined;
}

/**
 * Finds what the rows of a report were judged by, and checks that it is what its first line says. Rejects with a UserError: `INPUT_MISSING` for a file that
 * no option names, and as the readers of these files do.
 *
 * @param folder with the files of the report
 */
export async function checkJudgedBy(
  header: RowsHeader,
  folder: string,
  { workspace, ...named }: JudgingFiles,
): Promise<JudgingChecks> {
  const { columns } = header.list;
  const { reports: own, tables: ownTables } = await chooseReports(named.reports, workspace);
  const all = [...builtInWith(columns), ...own.map((one) => withListColumns(one, columns)), ...ownTables];
  const available = new Map(all.map((report) => [report.name, report]));
  const { check: ofDefinitions, definitions } = definitionsOf(header, available);
  const policies = await readPolicies(header, folder, named.policy, workspace, [...available.values()]);
  const { policy: digest } = header.digests;
  const policy = policies.find((one) => policyDigest(one) === digest);
  const ofPolicy = checkPolicies(header, policies);
  const baseline = await readCommitted(header, named.baseline, workspace, policy);
  const ofBaseline = checkBaseline(header, baseline);
  const ofRegister = policy && checkRegister(header, policy);
  const ofCatalogues = policy && checkCatalogues(header, policy);
  const hasRegister = ofRegister?.result !== 'differs';
  const isSame = digest === undefined ? policies.length === 0 : policy !== undefined;
  return {
    checks: [
      ofDefinitions,
      headerCheck(header, available, policy),
      ...[ofPolicy, ofBaseline, ofRegister, ofCatalogues].filter((one) => one !== undefined),
    ],
    definitions: definitions && {
      ...definitions,
      reports: definitions.reports.map((one) => registered(one, policy)),
      available: [...available.values()].map((one) => registered(one, policy)),
    },
    hasCatalogues: ofCatalogues?.result === 'ok',
    hasRegister,
    files: isSame && ofBaseline?.result !== 'differs' && hasRegister ? { policy, baseline } : undefined,
  };
}

/** The version of the program that wrote a report, if it is not this one. */
export function otherVersion({ productVersion }: RowsHeader): string | undefined {
  return productVersion === VERSION ? undefined : productVersion;
}

function definitionsOf(
  header: RowsHeader,
  available: ReadonlyMap<string, AnyReport>,
): { readonly check: Check; readonly definitions: Pick<JudgedBy, 'reports' | 'tables'> | undefined } {
  const stored = [...header.reports, ...header.tables];
  const unknown = stored.filter(({ name }) => !available.has(name)).map(({ name }) => visibleLine(name));
  if (unknown.length > 0) {
    throw new UserError(
      'INPUT_MISSING',
      `This version has no report ${listed(unknown, 'and')}, of which there are rows.`,
      {
        hint: `Name its report file with --report, or use version ${visibleLine(header.productVersion)} of Mailbox Report.`,
      },
    );
  }
  const definitionOf = ({ name }: RowsReport): AnyReport | undefined => available.get(name);
  const reports = header.reports.map(definitionOf).filter((one) => one !== undefined && !isTable(one));
  const tables = header.tables.map(definitionOf).filter((one) => one !== undefined && isTable(one));
  const isOfToday = (one: RowsReport): boolean => {
    const definition = definitionOf(one);
    return definition !== undefined && isOfDefinition(one, definition);
  };
  const others = stored.filter((one) => !isOfToday(one)).map(({ name }) => name);
  if (others.length === 0 && reports.length + tables.length === stored.length) {
    const about = `Rows of ${counted(stored.length, 'report', 'reports')} are by the definitions of this version`;
    return { check: new Differences().check('definitions', about), definitions: { reports, tables } };
  }
  const about =
    `Other version: rows of ${listed(others.length === 0 ? stored.map(({ name }) => name) : others, 'and')} are by another ` +
    `definition. Use version ${header.productVersion}, and the report files of the run`;
  return { check: notVerified('definitions', about), definitions: undefined };
}

/** What the first line says about reports and rules besides digests. */
function headerCheck(header: RowsHeader, available: ReadonlyMap<string, AnyReport>, policy: Policy | undefined): Check {
  const differences = new Differences();
  const compare = (what: string, stored: unknown, computed: unknown): void => {
    if (!isSameJson(stored, computed)) differences.add({ what: `${what} in the first line` });
  };
  const isSameVersion = otherVersion(header) === undefined;
  for (const stored of isSameVersion ? [...header.reports, ...header.tables] : []) {
    const definition = available.get(stored.name);
    if (definition === undefined || !isOfDefinition(stored, definition)) continue;
    const [written] = rowsReports([definition]);
    compare(`description of ${stored.name}`, stored, written);
  }
  if (policy !== undefined) compare('rules', header.rules, rowsRules(policy));
  if (header.digests.policy === undefined) {
    compare('rules', header.rules, undefined);
    compare('digest of a register', header.digests.register, undefined);
  }
  if (header.gate === undefined) differences.add({ what: 'Limits of the result are missing in the first line' });
  const about = isSameVersion
    ? 'First line: descriptions of reports, and rules'
    : `First line: rules. Descriptions of reports are of version ${header.productVersion}`;
  return differences.check('header', about);
}

/** Whether the lines of a file with these values are equal, which leave out members that are undefined. */
function isSameJson(one: unknown, other: unknown): boolean {
  const [first, second] = [one, other].map((value): unknown => JSON.parse(JSON.stringify(value ?? null)));
  return isDeepStrictEqual(first, second);
}

/** Bytes of a file that a report keeps besides its rows: the most that evidence and policies may have. */
const MAX_KEPT_BYTES = MAX_EVIDENCE_BYTES;

/** A file of a report; undefined if it has none. Rejects with the UserError `REPORT_UNREADABLE` if it is too large. */
export async function keptFile(folder: string, name: string): Promise<Buffer | undefined> {
  const file = path.join(folder, name);
  try {
    if ((await stat(file)).size > MAX_KEPT_BYTES) {
      throw new UserError('REPORT_UNREADABLE', `${name} of the report exceeds 16 MiB.`, {
        hint: 'Download the artifact of the run again.',
      });
    }
    return await readFile(file);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** The policy of the option, then the one that the report keeps. */
async function readPolicies(
  { digests, run }: RowsHeader,
  folder: string,
  file: string | undefined,
  workspace: string,
  reports: readonly AnyReport[],
): Promise<readonly Policy[]> {
  const kept = await keptFile(folder, POLICY_COPY);
  const policies: Policy[] = [];
  if (file !== undefined) policies.push(requireValue(await checkPolicyFile(file, workspace, reports)));
  if (kept !== undefined) {
    const checked = await checkPolicyContent(kept, POLICY_COPY, workspace, reports, file);
    const [problem] = checked.problems;
    // Where the policy was, beside which the register is, no report says.
    if (file === undefined && problem?.code === 'REGISTER_FILE') {
      throw reworded(problem, problem.message, `Set --policy to the policy ${ofCommit(run.commit)}. ${problem.hint}`);
    }
    policies.push(requireValue(checked));
  }
  if (policies.length === 0 && digests.policy !== undefined) {
    throw new UserError('INPUT_MISSING', `The run had a policy, and the report has no ${POLICY_COPY}.`, {
      hint: `Set --policy to the policy ${ofCommit(run.commit)}.`,
    });
  }
  return policies;
}

function ofCommit(commit: string | undefined): string {
  return commit === undefined ? 'of the run' : `of commit ${visibleLine(commit)}`;
}

function checkPolicies({ digests, run }: RowsHeader, policies: readonly Policy[]): Check | undefined {
  if (digests.policy === undefined && policies.length === 0) return undefined;
  const differences = new Differences();
  for (const policy of policies) differences.compare(`digest of ${policy.file}`, digests.policy, policyDigest(policy));
  const hint = differences.count === 0 || run.commit === undefined ? '' : `: that ${ofCommit(run.commit)}`;
  return differences.check('policy', `Policy of the run${hint}`);
}

async function readCommitted(
  { digests, run }: RowsHeader,
  file: string | undefined,
  workspace: string,
  policy: Policy | undefined,
): Promise<Baseline | undefined> {
  if (file !== undefined)
    return readBaseline(
      file,
      workspace,
      policy?.rules.map(({ id }) => id),
    );
  if (digests.baseline === undefined) return undefined;
  throw new UserError('INPUT_MISSING', 'The run had a baseline, which no report has.', {
    hint: `Set --baseline to the baseline ${ofCommit(run.commit)}.`,
  });
}

function checkBaseline({ digests }: RowsHeader, baseline: Baseline | undefined): Check | undefined {
  if (digests.baseline === undefined && baseline === undefined) return undefined;
  const differences = new Differences();
  differences.compare('digest of the baseline', digests.baseline, baseline && baselineDigest(baseline));
  return differences.check('baseline', 'Baseline of the run');
}

function checkRegister({ digests, run }: RowsHeader, { register }: Policy): Check | undefined {
  if (digests.register === undefined && register === undefined) return undefined;
  const differences = new Differences();
  differences.compare('digest of the register', digests.register, register && registerDigest(register));
  const hint = differences.count === 0 || run.commit === undefined ? '' : `: that ${ofCommit(run.commit)}`;
  return differences.check('register', `Register of the run${hint}`);
}

/** Catalogues that are shipped are of a version. */
function checkCatalogues(header: RowsHeader, { catalogues }: Policy): Check | undefined {
  const stored = header.digests.catalogues;
  if (stored === undefined && catalogues === undefined) return undefined;
  const differences = new Differences();
  const others: string[] = [];
  for (const name of new Set([...Object.keys(stored ?? {}), ...(catalogues?.keys() ?? [])])) {
    const [before, now] = [stored?.[name], catalogues?.get(name)?.digest];
    const isOfVersion = Object.hasOwn(SHIPPED_CATALOGUES, name) && otherVersion(header) !== undefined;
    if (isOfVersion && before !== undefined && now !== undefined && before !== now) others.push(name);
    else differences.compare(`digest of the catalogue ${name}`, before, now);
  }
  if (others.length > 0 && differences.count === 0) {
    return notVerified('catalogues', `Other version: ${listed(others, 'and')} are those of ${header.productVersion}`);
  }
  return differences.check('catalogues', 'Catalogues of the run');
}
