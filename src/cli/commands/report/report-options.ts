import { Option } from 'commander';
import { flag, type SecretOptions } from '../../options.ts';

/** The options of `report` and `merge` that are not only inputs of the action. */
export interface ReportOptions extends SecretOptions {
  readonly config?: string;
  readonly force: boolean;
  readonly summaryFile?: string;
  readonly open: boolean;
  readonly json: boolean;
  readonly verbose: boolean;
  /** Of `report` only. */
  readonly format?: 'csv' | 'json';
}

export const EXIT_CODES =
  'Exit code: 0 if the result is pass, 1 for violations, incomplete or error, 2 for invalid options and for an output ' +
  'directory with other files, 130 after Ctrl+C.';
export const COMPARE_HELP =
  '--compare auto compares with the report that is in the output directory, before it is replaced.';

/** The options of `report` and `merge` for what they print and write. */
export function outputOptions(): readonly Option[] {
  return [
    flag('--force', 'write beside other files in the output directory'),
    new Option('--summary-file <file>', 'write the summary as Markdown'),
    flag('--open', 'open the report page in the browser'),
    flag('--json', 'print the result as JSON'),
    flag('--verbose', 'print the log and the findings also if the output is no terminal'),
  ];
}
