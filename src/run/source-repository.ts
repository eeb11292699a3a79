import path from 'node:path';
import type { Environment } from '../http/proxy.ts';
import type { Host } from './host.ts';

/** The repository with the lists and the policy, as a host shows it on the web. */
export interface SourceRepository {
  readonly name: string;
  readonly url: string;
  /** Undefined if the commit is unknown. */
  readonly commit: { readonly sha: string; readonly url: string } | undefined;
  /** The address of a line, with `{path}` relative to the workspace and `{line}`. Undefined also if the workspace is outside the checkout. */
  readonly lines: string | undefined;
}

/** The repository that a host has checked out; undefined if there is none, or if it has no web pages that are known. */
export function sourceRepository(host: Host, env: Environment, workspace: string): SourceRepository | undefined {
  if (host === 'azure') return azureRepository(env, workspace);
  if (host === 'gitlab') {
    const { CI_PROJECT_PATH: name, CI_PROJECT_URL: url, CI_COMMIT_SHA: sha, CI_PROJECT_DIR: checkout } = env;
    return repositoryAt({ name, url, sha, checkout }, workspace, gitlabPages);
  }
  const { GITHUB_SERVER_URL: server = '', GITHUB_REPOSITORY: name, GITHUB_SHA: sha } = env;
  const url = `${server === '' ? 'https://github.com' : server}/${name}`;
  return repositoryAt({ name, url, sha, checkout: workspace }, workspace, githubPages);
}

/** A repository of Azure Repos, or one on GitHub, from which pipelines are built as well. */
function azureRepository(env: Environment, workspace: string): SourceRepository | undefined {
  const provider = env.BUILD_REPOSITORY_PROVIDER?.toLowerCase();
  const checkout = {
    name: env.BUILD_REPOSITORY_NAME,
    url: env.BUILD_REPOSITORY_URI,
    sha: env.BUILD_SOURCEVERSION,
    checkout: env.BUILD_REPOSITORY_LOCALPATH ?? env.BUILD_SOURCESDIRECTORY,
  };
  if (provider === 'tfsgit') return repositoryAt(checkout, workspace, azurePages);
  const isGitHub = provider === 'github' || provider === 'githubenterprise';
  return isGitHub ? repositoryAt(checkout, workspace, githubPages) : undefined;
}

interface Checkout {
  readonly name: string | undefined;
  readonly url: string | undefined;
  readonly sha: string | undefined;
  readonly checkout: string | undefined;
}

/** The address of a commit, and of a line of a file with `{line}`. */
type Pages = (url: string, sha: string, file: string) => readonly [commit: string, lines: string];

const azurePages: Pages = (url, sha, file) => [
  `${url}/commit/${sha}`,
  `${url}?path=/${file}&version=GC${sha}&line={line}&lineEnd={line}&lineStartColumn=1&lineEndColumn=9999`,
];

/** As plain text: GitHub and GitLab show a CSV as a table, which has no lines. */
const githubPages: Pages = (url, sha, file) => [`${url}/commit/${sha}`, `${url}/blob/${sha}/${file}?plain=1#L{line}`];

const gitlabPages: Pages = (url, ...place) => githubPages(`${url}/-`, ...place);

function repositoryAt(
  { name = '', url: cloneUrl = '', sha = '', checkout }: Checkout,
  workspace: string,
  pages: Pages,
): SourceRepository | undefined {
  const address = URL.parse(cloneUrl);
  if (name === '' || (address?.protocol !== 'https:' && address?.protocol !== 'http:')) return undefined;
  // The address of a clone has a user, and may end in .git.
  const url = `${address.origin}${address.pathname}`.replace(/(?:\.git)?\/*$/, '');
  if (!/^[0-9a-f]{7,64}$/i.test(sha)) return { name, url, commit: undefined, lines: undefined };
  const folder = path.relative(checkout ?? '', workspace).replaceAll(path.sep, '/');
  const isInside = checkout !== undefined && !path.isAbsolute(folder) && folder.split('/')[0] !== '..';
  const file = folder === '' ? '{path}' : `${folder.split('/').map(encodeURIComponent).join('/')}/{path}`;
  const [commit, lines] = pages(url, sha, file);
  return { name, url, commit: { sha, url: commit }, lines: isInside ? lines : undefined };
}
