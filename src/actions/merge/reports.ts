import { UserError } from '../../errors.ts';
import { choosePolicy, type ChosenPolicy } from '../../policy/load.ts';
import { builtInReports } from '../../reports/built-in.ts';
import { chooseReports } from '../../reports/choose.ts';
import type { ReportDefinition } from '../../reports/definition.ts';
import { definitionDigest, type RowsReport } from '../../store/rows-file.ts';
import { visibleLine } from '../../text/display.ts';
import { someNames } from '../../text/numbers.ts';

/**
 * The definitions of the reports that the shards read, and the policy. Rejects with the UserError `SHARD_UNUSABLE` if the
 * shards read other reports than the inputs ask for, or as `chooseReports` and `choosePolicy` do.
 */
export async function mergedReports(
  { report, policy: policyFile }: { readonly report: readonly string[]; readonly policy: string | undefined },
  workspace: string,
  read: readonly RowsReport[],
  listColumns: readonly string[],
): Promise<ChosenPolicy> {
  const named = report.length === 0 ? builtIn(read) : await chooseReports(report, workspace);
  const chosen = await choosePolicy(policyFile, workspace, named, listColumns);
  const missing = chosen.added.filter((name) => read.every((report) => report.name !== name));
  if (missing.length > 0) {
    throw new UserError('SHARD_UNUSABLE', `The policy has rules about ${missing.join(', ')}, which no shard read.`, {
      hint: 'Set "policy" in the shards as well: it decides which reports they read.',
    });
  }
  const isSame =
    chosen.reports.length === read.length &&
    chosen.reports.every((definition, at) => {
      return read[at]?.name === definition.name && read[at].digest === definitionDigest(definition);
    });
  if (isSame) return chosen;
  throw new UserError(
    'SHARD_UNUSABLE',
    `The shards read ${namesOf(read)}, and this step expects ${namesOf(chosen.reports)}, or their definitions differ.`,
    { hint: 'Set "report" and "policy" to the same values in the shards and in the merge action, at the same commit.' },
  );
}

function builtIn(reports: readonly RowsReport[]): ReportDefinition[] {
  return reports.map(({ name }) => {
    const definition = builtInReports.get(name);
    if (definition !== undefined) return definition;
    throw new UserError('SHARD_UNUSABLE', `The shards read ${namesOf(reports)}, and not all of them are built in.`, {
      hint: 'Set "report" in the merge action to the same value as in the shards, with the paths of report files.',
    });
  });
}

function namesOf(reports: readonly { readonly name: string }[]): string {
  return someNames(
    reports.map(({ name }) => name),
    visibleLine,
  );
}
