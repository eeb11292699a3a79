import { shortened, visibleLine } from '../text/display.ts';

const LONGEST_LINE = 2_000;

/**
 * Foreign text for one line of the log. The runner takes a line for a command that starts, after blanks, with `::`, or
 * has `##[` anywhere (https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs), and a terminal
 * obeys escape sequences: a backslash or a visible notation takes that from them. Cut at 2,000 characters.
 */
export function logText(text: string): string {
  return visibleLine(shortened(text, LONGEST_LINE))
    .replace(/^(\s*)::/, '$1\\::')
    .replaceAll('##[', '##\\[');
}

/** Foreign text of several lines, each made safe by itself. Blank lines are left out. */
export function logLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .map(logText)
    .join('\n');
}
