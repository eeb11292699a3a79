import { parsedRepository } from '../../../../auth/github-subject.ts';
import { UserError } from '../../../../errors.ts';
import { isText, isTruth, isWhole, objectOf, optional, where } from '../../../../files/json-shape.ts';
import { GitHubError } from '../../../../github/client.ts';
import { property, textIn, type Json } from '../../../../json.ts';
import { repositoryText, type GitHubRepository } from '../../../repository.ts';
import {
  command,
  jsonFile,
  type Planned,
  type Resource,
  type Setup,
  type SetupStep,
  type StepResult,
} from '../resource.ts';
import { clear, set, type RecordPart, type SetupRecord } from '../setup-record.ts';
import { openRecorded } from './variables.ts';

/** The environment whose reviewers approve a plan. */
export const ENVIRONMENT = 'remediation';
const PATH = `/environments/${ENVIRONMENT}`;
const BRANCHES = `${PATH}/deployment-branch-policies`;
/** Only the branches that it names. */
const NAMED_BRANCHES = { protected_branches: false, custom_branch_policies: true };

const isEnvironment = objectOf({
  repository: where(isText, (text) => parsedRepository(text) !== undefined),
  id: optional(isWhole),
  /** Whether GitHub has refused its reviewers, so that there is none. */
  isRefused: optional(isTruth),
});

interface RecordedEnvironment {
  readonly repository: string;
  /** Its number in GitHub; undefined: its creation may have been cut off. */
  readonly id?: number | undefined;
  readonly isRefused?: boolean | undefined;
}

/** Recorded before it is made. One that somebody else has made is not recorded. */
export const environmentPart: RecordPart<RecordedEnvironment | undefined> = {
  member: 'environment',
  shape: optional(isEnvironment),
  empty: undefined,
};

/** Whether the record says that GitHub has refused reviewers. Somebody else may have written it. */
export function wasRefused(record: SetupRecord): boolean {
  return record.of(environmentPart)?.isRefused === true;
}

/** What the plan of the environment is made from. */
export interface EnvironmentSetup extends Setup {
  /** Whether a plan is applied by a person who starts the workflow, since there is no environment with reviewers. */
  readonly isByHand: boolean;
}

const MAY_BE_REFUSED =
  'Required reviewers in private repositories need GitHub Enterprise. If GitHub refuses them, there is no environment: the workflow is ' +
  'remediate-by-hand.yml, which applies a plan when somebody starts it with the run and the digest of the plan, and the federated ' +
  'credential is that of the default branch.';
const USED = `The environment ${ENVIRONMENT}, which setup did not make, is used as it is.`;
const IS_REFUSED =
  'GitHub refused required reviewers: the plan is applied by hand. To try again, run setup with --remediate --undo, and then with --remediate.';

/**
 * The environment with required reviewers. It comes before everything that a job in it could use, and one without reviewers is deleted:
 * GitHub leaves it behind when it refuses them.
 */
export const environment: Resource<EnvironmentSetup> = {
  part: environmentPart,
  on: 'elsewhere',
  plan: async (setup) => {
    const { repository, record } = setup;
    if (repository === undefined) return { steps: [] };
    if (setup.isByHand) return { steps: [], notes: [IS_REFUSED] };
    const present = await environmentIn(repository);
    const recorded = record.of(environmentPart);
    const isOwn = recorded !== undefined && isRecorded(present, recorded);
    if (hasReviewers(present)) return reviewedPlan(repository, present, isOwn);
    if (present !== undefined && !isOwn) throw withoutReviewers(repository);
    const isPrivate = textIn(repository.about, 'visibility') === 'private';
    return { steps: [await environmentStep(setup, repository)], notes: isPrivate ? [MAY_BE_REFUSED] : [] };
  },
  undo: async ({ record, place }) => {
    const recorded = record.of(environmentPart);
    if (recorded === undefined) return { lines: [] };
    const forget = (): void => record.update(clear(environmentPart));
    const repository = await openRecorded(recorded.repository, place, 'environment');
    if (!repository.hasToken) {
      const note = `There is no token of GitHub: delete the environment ${ENVIRONMENT} in ${pageOf(repository)}`;
      return { lines: [], notes: [note] };
    }
    const present = await environmentIn(repository);
    if (present === undefined) return { lines: [], remove: forget };
    if (!isRecorded(present, recorded)) {
      const note = `The environment ${ENVIRONMENT} in ${recorded.repository} is kept: setup did not make this one.`;
      return { lines: [], notes: [note], remove: forget };
    }
    return {
      lines: [`environment ${ENVIRONMENT} in ${recorded.repository}`],
      remove: async () => {
        await repository.write('DELETE', PATH);
        forget();
      },
    };
  },
};

/** The number by which an approval names the environment; undefined if there is none. */
export async function environmentId(repository: GitHubRepository): Promise<number | undefined> {
  return idOf(await environmentIn(repository));
}

/** Whether setup has made it. One that GitHub refused is deleted, and then another one is there. */
function isRecorded(environment: Json | undefined, { id, isRefused }: RecordedEnvironment): boolean {
  return isRefused !== true && (id === undefined || id === idOf(environment));
}

function idOf(environment: Json | undefined): number | undefined {
  const id = property(environment, 'id');
  return typeof id === 'number' ? id : undefined;
}

function environmentIn(repository: GitHubRepository): Promise<Json | undefined> {
  return repository.get(PATH);
}

/** https://docs.github.com/rest/deployments/environments#get-an-environment */
function hasReviewers(environment: Json | undefined): boolean {
  const rules = property(environment, 'protection_rules');
  return (Array.isArray(rules) ? rules : []).some((rule) => {
    const reviewers = property(rule, 'reviewers');
    return textIn(rule, 'type') === 'required_reviewers' && Array.isArray(reviewers) && reviewers.length > 0;
  });
}

function hasNamedBranches(environment: Json | undefined): boolean {
  return property(property(environment, 'deployment_branch_policy'), 'custom_branch_policies') === true;
}

async function environmentStep(setup: Setup, repository: GitHubRepository): Promise<SetupStep> {
  const { defaultBranch: branch } = repository;
  const account = await repository.account();
  const [id, login] = [property(account, 'id') ?? null, textIn(account, 'login')];
  const body = { reviewers: [{ type: 'User', id }], deployment_branch_policy: NAMED_BRANCHES };
  return {
    stage: 'environment',
    mark: '+',
    lines: [`environment ${ENVIRONMENT} in ${repository.name.path}: the reviewer ${login}, the branch ${branch} only`],
    commands: [
      jsonFile('environment.json', body),
      command(`${ghApi(repository, PATH)} --method PUT --input environment.json`),
      command(`${ghApi(repository, BRANCHES)} --method POST --field name=${branch}`),
    ],
    make: () => makeEnvironment(setup, repository, body),
  };
}

async function makeEnvironment({ record }: Setup, repository: GitHubRepository, body: Json): Promise<StepResult> {
  const own = { repository: repositoryText(repository) };
  record.update(set(environmentPart, own));
  let refusal: string | undefined;
  let id: number | undefined;
  try {
    await repository.write('PUT', PATH, body);
    const made = await environmentIn(repository);
    id = idOf(made);
    if (!hasReviewers(made)) refusal = 'the reviewers that were set are not shown';
  } catch (error) {
    refusal = refusalIn(error);
    if (refusal === undefined) {
      if (await removeUnreviewed(repository)) record.update(clear(environmentPart));
      throw error;
    }
  }
  if (refusal === undefined) {
    record.update(set(environmentPart, { ...own, id }));
    await allowBranch(repository);
    return { text: `Made the environment ${ENVIRONMENT}`, link: pageOf(repository) };
  }
  await removeUnreviewed(repository);
  record.update(set(environmentPart, { ...own, isRefused: true }));
  return {
    text:
      `No environment ${ENVIRONMENT}: required reviewers in private repositories need GitHub Enterprise (GitHub: ${refusal}). ` +
      'The plan is applied by hand, as remediate-by-hand.yml says.',
  };
}

/** Deletes the environment if it has no reviewers. Returns whether there is none then. */
async function removeUnreviewed(repository: GitHubRepository): Promise<boolean> {
  const present = await environmentIn(repository);
  if (hasReviewers(present)) return false;
  if (present !== undefined) await repository.write('DELETE', PATH);
  return true;
}

/** What GitHub says if the plan of the account has no required reviewers, or no environments; undefined for another error. */
function refusalIn(error: unknown): string | undefined {
  const cause = error instanceof UserError ? error.cause : undefined;
  if (!(cause instanceof GitHubError)) return undefined;
  // Without environments, GitHub answers as if there were no such page: google/go-github#2611
  const isRefused = (cause.status === 422 && /billing plan/i.test(cause.reason)) || cause.status === 404;
  return isRefused ? cause.reason : undefined;
}

/** An environment with reviewers stays as it is. In one of setup, the step is made that is left of a creation that was cut off. */
async function reviewedPlan(repository: GitHubRepository, present: Json | undefined, isOwn: boolean): Promise<Planned> {
  const { defaultBranch: branch } = repository;
  const page = pageOf(repository);
  const kept = isOwn ? `The environment ${ENVIRONMENT} has changed.` : USED;
  if (property(present, 'deployment_branch_policy') === null) {
    return { steps: [], notes: [`${kept} It takes every branch: limit it to ${branch} in ${page}`] };
  }
  const isLacking = hasNamedBranches(present) && !(await allowsBranch(repository));
  if (!isOwn)
    return {
      steps: [],
      notes: [isLacking ? `${kept} It does not take the branch ${branch}: add it in ${page}` : kept],
    };
  if (!isLacking) return { steps: [] };
  const step: SetupStep = {
    stage: 'environment',
    mark: '~',
    lines: [`environment ${ENVIRONMENT}: the branch ${branch}`],
    commands: [command(`${ghApi(repository, BRANCHES)} --method POST --field name=${branch}`)],
    make: async () => {
      await allowBranch(repository);
      return { text: `Added the branch ${branch} to the environment ${ENVIRONMENT}`, link: page };
    },
  };
  return { steps: [step] };
}

/** https://docs.github.com/rest/deployments/branch-policies */
async function allowsBranch(repository: GitHubRepository): Promise<boolean> {
  const policies = property(await repository.get(`${BRANCHES}?per_page=100`), 'branch_policies');
  return (Array.isArray(policies) ? policies : []).some((one) => textIn(one, 'name') === repository.defaultBranch);
}

async function allowBranch(repository: GitHubRepository): Promise<void> {
  if (await allowsBranch(repository)) return;
  await repository.write('POST', BRANCHES, { name: repository.defaultBranch, type: 'branch' });
}

function ghApi({ name: { host, path } }: GitHubRepository, below: string): string {
  return `gh api repos/${path}${below}${host === 'github.com' ? '' : ` --hostname ${host}`}`;
}

function pageOf({ webUrl }: GitHubRepository): string {
  return `${webUrl}/settings/environments`;
}

function withoutReviewers(repository: GitHubRepository): UserError {
  return new UserError(
    'SETUP_REFUSED',
    `${repository.name.path} has an environment ${ENVIRONMENT} without required reviewers, which setup did not make.`,
    {
      hint: `A job in it would change mailboxes without an approval. Add reviewers in ${pageOf(repository)}, or delete it.`,
    },
  );
}
