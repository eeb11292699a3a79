/** A version that may be released is three numbers. */
const TAG = /^v(\d+\.\d+\.\d+)$/;

/**
 * The notes of the release behind a tag: the text below the heading of its version in CHANGELOG.md. Throws if the tag
 * is not the version of package.json, or if the changelog has no section with a date and text for the version.
 */
export function releaseNotes(tag: string, packageVersion: string, changelog: string): string {
  const version = TAG.exec(tag)?.[1];
  if (version === undefined) throw new Error(`${tag} is no tag of a release, such as v1.2.3`);
  if (version !== packageVersion) throw new Error(`${tag} is not the version of package.json, ${packageVersion}`);
  const lines = changelog.split(/\r?\n/);
  const heading = lines.findIndex((line) => line.startsWith(`## [${version}]`));
  if (heading < 0) throw new Error(`CHANGELOG.md has no section "## [${version}]"`);
  if (!/\] - \d{4}-\d{2}-\d{2}$/.test(lines[heading] ?? '')) {
    throw new Error(`In CHANGELOG.md, "## [${version}]" has no date: "## [${version}] - 2026-01-31"`);
  }
  const below = lines.slice(heading + 1);
  // To the next version, or to the targets of links at the end.
  const end = below.findIndex((line) => /^## |^\[[^\]]+\]: /.test(line));
  const notes = below
    .slice(0, end < 0 ? undefined : end)
    .join('\n')
    .trim();
  if (notes === '') throw new Error(`In CHANGELOG.md, nothing stands below "## [${version}]"`);
  return `${notes}\n`;
}
