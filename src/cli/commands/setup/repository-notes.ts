import { isEnterpriseServer } from '../../../auth/github-subject.ts';
import { UserError } from '../../../errors.ts';
import { property, textIn } from '../../../json.ts';
import type { GitHubRepository } from '../../repository.ts';
import type { Terminal } from '../../terminal.ts';
import { isPublic } from './resources/variables.ts';

const ACTION = 'mailbox-report/mailbox-report';
const PLACE = 'Settings > Actions > General';

/**
 * What keeps a workflow of the repository from running, or shows its reports to more people, as sentences. Without a token of GitHub
 * nothing is known. Rejects with the UserError `SETUP_GITHUB` for a fault.
 */
export async function repositoryNotes(repository: GitHubRepository): Promise<readonly string[]> {
  const ofPublic = isPublic(repository)
    ? ['The repository is public: the summary of its runs has counts alone, and nothing is uploaded.']
    : [];
  if (!repository.hasToken) return ofPublic;
  const { about, defaultBranch: branch } = repository;
  const branchAnswer = await repository.getIfAllowed(`/branches/${encodeURIComponent(branch)}`);
  const isInternal = textIn(about, 'visibility') === 'internal';
  return [
    ...ofPublic,
    ...(isInternal
      ? ['The repository is internal: everybody in the enterprise can read the reports of its runs.']
      : []),
    ...(await actionsNotes(repository)),
    ...(property(branchAnswer, 'protected') === true
      ? [
          `The branch ${branch} is protected: "git push" may be refused. Then push another branch, and open a pull request.`,
        ]
      : []),
  ];
}

/**
 * Asks whether a repository is one whose OIDC tokens name it without numbers, if no token of GitHub shows it. Rejects with the UserError
 * `SETUP_GITHUB` otherwise: a credential with another subject than the one that is sent would never let a run sign in.
 */
export async function askWhetherOld({ hasToken, about, name }: GitHubRepository, terminal: Terminal): Promise<void> {
  if (hasToken || about !== undefined || isEnterpriseServer(name.host)) return;
  const question = `Was ${name.path} created, renamed or transferred since 2026-07-15? [yes] `;
  const answer = await terminal.ask(question);
  if (answer === undefined || /^no?$/i.test(answer.trim())) return;
  throw new UserError(
    'SETUP_GITHUB',
    `The subject of the OIDC tokens of ${name.path} has the IDs of owner and repository, which only GitHub knows.`,
    {
      hint: 'Install the GitHub CLI and run "gh auth login", or set GH_TOKEN to a token that can read the repository, and run setup again.',
    },
  );
}

/** https://docs.github.com/rest/actions/permissions */
async function actionsNotes(repository: GitHubRepository): Promise<readonly string[]> {
  const permissions = await repository.getIfAllowed('/actions/permissions');
  if (permissions === undefined) return [`GitHub does not show whether the action may run: see ${PLACE}.`];
  if (property(permissions, 'enabled') === false) {
    return [`GitHub Actions are disabled in the repository: enable them under ${PLACE}.`];
  }
  const allowed = textIn(permissions, 'allowed_actions');
  const isPinned = property(permissions, 'sha_pinning_required') === true;
  const pinning = isPinned
    ? ['The repository requires actions to be pinned: replace the tags in the workflow with SHAs.']
    : [];
  if (allowed === 'selected') {
    const selected = await repository.getIfAllowed('/actions/permissions/selected-actions');
    const patterns = property(selected, 'patterns_allowed');
    const isAllowed = (Array.isArray(patterns) ? patterns : []).some(
      (pattern) => typeof pattern === 'string' && matches(pattern),
    );
    if (isAllowed) return pinning;
  }
  if (allowed === 'all' || allowed === '') return pinning;
  return [...pinning, `The repository does not allow the action: add ${ACTION}@* under ${PLACE}.`];
}

/** Whether a pattern of allowed actions, such as `OWNER/*` or `OWNER/REPO@*`, allows a tag of the action. */
function matches(pattern: string): boolean {
  const escaped = pattern
    .trim()
    .replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*');
  return [`${ACTION}@v1`, ACTION].some((name) => new RegExp(`^${escaped}$`, 'i').test(name));
}
