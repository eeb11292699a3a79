import { runMerge } from '../../../actions/merge.ts';
import type { CommandContext } from '../../command.ts';
import { withConfigFile } from '../../config-options.ts';
import { asInputs } from '../../options.ts';
import type { ReportOptions } from '../report/report-options.ts';
import { namesOf, runReport } from '../report/report-run.ts';

/**
 * Joins the output directories of shards as the merge action joins artifacts, and prints the result. Returns the exit code.
 * Rejects with the UserErrors `CONFIG_FILE` and `OUTPUT_FOLDER`.
 */
export async function mergeAtTerminal(
  { shards, options }: { readonly shards: readonly string[]; readonly options: ReportOptions },
  context: CommandContext,
): Promise<number> {
  const configured = await withConfigFile(options, namesOf('merge'));
  const inputs = asInputs(configured.options);
  return runReport(options, inputs, [], context, (environment, runner, callbacks) =>
    runMerge(environment, runner, { shards, ...callbacks, fileSettings: configured.fileSettings }),
  );
}
