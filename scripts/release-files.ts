import { commandOf } from '../src/version.ts';

/** A version as packages and tags have it, without a suffix. */
const VERSION = /^\d+\.\d+\.\d+$/;
const REPOSITORY = 'https://github.com/mailbox-report/mailbox-report';

/** True for a version that may be released. */
export function isVersion(text: string): boolean {
  return VERSION.test(text);
}

/**
 * The version after `current` for the entries below `[Unreleased]` of the changelog: 1.0.0 for the first release, else a
 * major version if something was removed, a minor version if something was added or changed, and a patch version for the
 * rest.
 */
export function nextVersion(current: string, changelog: string): string {
  const [major = 0, minor = 0, patch = 0] = current.split('.').map(Number);
  if (major === 0) return '1.0.0';
  const headings = new Set([...unreleased(changelog).matchAll(/^### (\w+)$/gm)].map(([, name]) => name));
  if (headings.has('Removed')) return `${major + 1}.0.0`;
  const isMinor = ['Added', 'Changed', 'Deprecated'].some((name) => headings.has(name));
  return isMinor ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/**
 * The changelog with the unreleased entries under a heading for the version. `date` is an ISO date. Throws if there are no
 * such entries, or if the changelog already has the version.
 */
export function releasedChangelog(changelog: string, version: string, date: string): string {
  if (changelog.includes(`\n## [${version}]`)) throw new Error(`CHANGELOG.md already has version ${version}`);
  if (unreleased(changelog) === '') throw new Error('CHANGELOG.md has no entries below "## [Unreleased]"');
  return changelog
    .replace('## [Unreleased]\n', () => `## [Unreleased]\n\n## [${version}] - ${date}\n`)
    .replace(
      /^\[Unreleased\]: .*$/m,
      `[Unreleased]: ${REPOSITORY}/compare/v${version}...HEAD\n[${version}]: ${REPOSITORY}/releases/tag/v${version}`,
    );
}

/** A document or example as a release has it: without notes for the time before the first, with the command of npm. */
export function releasedText(text: string): string {
  return text
    .replaceAll(/<!-- until the first release -->\n[\s\S]*?\n<!-- end -->\n+/g, '')
    .replaceAll('npm run --prefix ../mailbox-report cli --', commandOf('0.1.0'))
    .replaceAll(commandOf('0.1.0'), commandOf('1.0.0'));
}

/**
 * The notes of the release behind a tag: the text below the heading of its version in CHANGELOG.md. Throws if the tag
 * is not the version of package.json, or if the changelog has no section with a date and text for the version.
 */
export function releaseNotes(tag: string, packageVersion: string, changelog: string): string {
  const version = /^v(.*)$/.exec(tag)?.[1] ?? '';
  if (!isVersion(version)) throw new Error(`${tag} is no tag of a release, such as v1.2.3`);
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

function unreleased(changelog: string): string {
  const [, entries = ''] = /^## \[Unreleased\]\n([\s\S]*?)(?=^## |^\[[^\]]+\]: |$(?![\s\S]))/m.exec(changelog) ?? [];
  return entries.trim();
}
