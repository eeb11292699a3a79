/**
 * The web address of a line of a mailbox list on GitHub. As plain text, since GitHub shows a CSV as a table, without its lines.
 *
 * @param source where the files of a commit are: `https://github.com/owner/name/blob/<sha>/`
 * @param file path relative to the workspace, with forward slashes
 */
export function listLineUrl(source: string, file: string, line: number): string {
  return `${source}${file.split('/').map(encodeURIComponent).join('/')}?plain=1#L${line}`;
}
