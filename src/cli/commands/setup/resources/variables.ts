import { randomUUID } from 'node:crypto';
import { parsedRepository } from '../../../../auth/github-subject.ts';
import { UserError } from '../../../../errors.ts';
import { isText, objectOf, oneOf, optional, where, type Shaped } from '../../../../files/json-shape.ts';
import { property, textIn } from '../../../../json.ts';
import { GitHubRepository, gitHubToken, repositoryText } from '../../../repository.ts';
import { appIdOf, presentOf } from '../application-state.ts';
import { newRepositoryHint } from '../questions.ts';
import { command, type Resource, type Setup, type StepResult } from '../resource.ts';
import type { SetupPlace } from '../setup-place.ts';
import { clear, listPart, RECORD_FILE, set } from '../setup-record.ts';

const NAMES = ['TENANT_ID', 'CLIENT_ID', 'WRITER_CLIENT_ID'] as const;
type VariableName = (typeof NAMES)[number];

const isVariable = objectOf({
  repository: where(isText, (text) => parsedRepository(text) !== undefined),
  name: oneOf(NAMES),
  value: isText,
  /** Before this setup. */
  before: optional(isText),
});
type Variable = Shaped<typeof isVariable>;
export const variablesPart = listPart('variables', isVariable);

/**
 * Checks a repository before anything is planned: it exists, is not public, and the account administers it. Without a token of GitHub
 * only a public repository is seen. Throws the UserError `SETUP_REFUSED`.
 */
export function requireUsableRepository(repository: GitHubRepository, allowPublic: boolean): void {
  const { about } = repository;
  const { path } = repository.name;
  if (isPublic(repository) && !allowPublic) {
    throw refused(
      `The repository ${path} is public, or GitHub does not say that it is private: everybody could read the reports of its runs.`,
      'Use a private repository. Or add --allow-public: the summary then has counts alone, and nothing is uploaded.',
    );
  }
  if (!repository.hasToken) return;
  if (about === undefined) {
    throw refused(
      `There is no repository ${path}, or the account of GitHub may not see it.`,
      `Check --repository, or sign in with an account that administers it: gh auth login. ${newRepositoryHint(path)}`,
    );
  }
  if (property(about, 'archived') === true) {
    throw refused(
      `The repository ${path} is archived: no workflow runs in it.`,
      'Unarchive it, or choose another one.',
    );
  }
  if (property(property(about, 'permissions'), 'admin') !== true) {
    throw refused(
      `The account of GitHub does not administer the repository ${path}.`,
      'Ask for the role Admin on the repository, or sign in with an account that has it: gh auth login.',
    );
  }
}

/** Whether everybody may read the reports of its runs. A repository that GitHub shows without a token is public. */
export function isPublic({ about }: Pick<GitHubRepository, 'about'>): boolean {
  return about !== undefined && property(about, 'private') !== true;
}

function refused(message: string, hint: string): UserError {
  return new UserError('SETUP_REFUSED', message, { hint });
}

/** The variables of the repository that a workflow reads: with the ID of the tenant or of the application. */
export function variables(names: readonly VariableName[]): Resource {
  return {
    part: variablesPart,
    on: 'elsewhere',
    plan: async (setup) => {
      const { repository, record, application } = setup;
      if (repository === undefined) return { steps: [] };
      const wanted: WantedVariable[] = [];
      for (const name of names) {
        const value = name === 'TENANT_ID' ? record.tenantId : presentOf(application)?.appId;
        wanted.push({ name, value, before: await variableValue(repository, name) });
      }
      const differing = wanted.filter(({ value, before }) => value === undefined || before !== value);
      if (differing.length === 0) return { steps: [] };
      const changed = differing.filter(({ before }) => before !== undefined);
      const now = changed.map(({ name, before }) => `${name}=${before ?? ''}`).join(', ');
      const line = `${differing.length === 1 && names.length === 1 ? 'variable' : 'variables'} ${namesOf(differing)} in ${repository.name.path}`;
      const commands = differing.map(({ name, value = 'APP_ID' }) =>
        command(`gh variable set ${name} --repo ${repositoryText(repository)} --body ${value}`),
      );
      const step = {
        stage: 'workflow',
        mark: changed.length === 0 ? '+' : '~',
        lines: [changed.length === 0 ? line : `${line}, now ${now}`],
        commands,
        check: () => requireWritable(repository),
        make: () => setAll(differing, repository, setup),
      } as const;
      return { steps: [step] };
    },
    undo: async ({ record, place }) => {
      const lines: string[] = [];
      const notes: string[] = [];
      const removals: (() => Promise<void>)[] = [];
      for (const [text, made] of Map.groupBy(record.of(variablesPart), (one) => one.repository)) {
        const repository = await openRecorded(text, place, 'variables');
        for (const variable of made) {
          const { name, value, before } = variable;
          const present = await variableValue(repository, name);
          if (!repository.hasToken) {
            notes.push(`There is no token of GitHub: delete the variable ${name} in ${pageOf(repository)}`);
          } else if (present !== undefined && present !== value && present !== before) {
            notes.push(`The variable ${name} in ${text} is kept: it was changed since.`);
          } else if (present === value) {
            lines.push(`variable ${name} in ${text}${before === undefined ? '' : `: back to ${before}`}`);
            removals.push(() => removeVariable(variable, repository));
          }
        }
      }
      return {
        lines,
        notes,
        remove: async () => {
          for (const remove of removals) await remove();
          record.update(clear(variablesPart));
        },
      };
    },
  };
}

/**
 * Rejects as `GitHubRepository.write` does if the token may not write variables, which no GET shows: deletes a variable that does not
 * exist.
 */
async function requireWritable(repository: GitHubRepository): Promise<void> {
  if (!repository.hasToken) return;
  await repository.write('DELETE', `/actions/variables/MAILBOX_REPORT_${randomUUID().replaceAll('-', '_')}`);
}

interface WantedVariable {
  readonly name: VariableName;
  /** Undefined: the client ID of an application that is made first. */
  readonly value: string | undefined;
  /** Undefined: there is none, or it is not known. */
  readonly before: string | undefined;
}

function namesOf(list: readonly WantedVariable[]): string {
  return list.map(({ name }) => name).join(', ');
}

/** The value of a variable of a repository; undefined without one, or without a token of GitHub. */
export async function variableValue(repository: GitHubRepository, name: string): Promise<string | undefined> {
  const present = repository.hasToken ? await repository.get(`/actions/variables/${name}`) : undefined;
  return property(present, 'value') === undefined ? undefined : textIn(present, 'value');
}

/** Without a token of GitHub, the step is left, with the values and the page. */
async function setAll(
  wanted: readonly WantedVariable[],
  repository: GitHubRepository,
  { record }: Setup,
): Promise<StepResult> {
  const link = pageOf(repository);
  const values = wanted.map((one) => ({ ...one, value: one.value ?? appIdOf(record) }));
  if (!repository.hasToken) {
    const list = values.map(({ name, value }) => `${name} = ${value}`).join(', ');
    return { text: `There is no token of GitHub. Create these variables: ${list}`, link, isLeft: true };
  }
  for (const variable of values) await setVariable(variable, repository, record);
  return { text: `Set variables ${namesOf(wanted)}`, link };
}

function pageOf({ webUrl }: GitHubRepository): string {
  return `${webUrl}/settings/variables/actions`;
}

async function setVariable(
  { name, value, before }: WantedVariable & { readonly value: string },
  repository: GitHubRepository,
  record: Setup['record'],
): Promise<void> {
  const key = repositoryText(repository);
  const recorded = record.of(variablesPart);
  const isThis = (one: Variable): boolean => one.repository === key && one.name === name;
  const earlier = recorded.find(isThis);
  // A second run must not take the value of the first for the one before.
  const made = { repository: key, name, value, before: earlier === undefined ? before : earlier.before };
  record.update(set(variablesPart, [...recorded.filter((one) => !isThis(one)), made]));
  const path = '/actions/variables';
  if (before === undefined) await repository.write('POST', path, { name, value });
  else await repository.write('PATCH', `${path}/${name}`, { name, value });
}

/**
 * A repository that the record names. Rejects with the UserError `SETUP_GITHUB` for one that GitHub does not show.
 *
 * @param what setup has made in it: `variables`
 */
export async function openRecorded(
  text: string,
  { env, dispatcher, clock }: Pick<SetupPlace, 'env' | 'dispatcher' | 'clock'>,
  what: string,
): Promise<GitHubRepository> {
  const name = parsedRepository(text);
  if (name === undefined) throw notShown(text, what);
  const repository = await GitHubRepository.open(name, await gitHubToken(name.host, env), env, dispatcher, clock);
  if (repository.hasToken && repository.about === undefined) throw notShown(text, what);
  return repository;
}

/** Deletes a variable, or gives it its value back. */
function removeVariable({ name, before }: Variable, repository: GitHubRepository): Promise<void> {
  const path = `/actions/variables/${name}`;
  return before === undefined
    ? repository.write('DELETE', path)
    : repository.write('PATCH', path, { name, value: before });
}

/** A repository that GitHub hides is not told from one that was deleted. */
function notShown(repository: string, what: string): UserError {
  return new UserError(
    'SETUP_GITHUB',
    `GitHub does not show the repository ${repository}, whose ${what} setup has made.`,
    {
      hint:
        'Sign in with an account that administers it: gh auth login, and run the command again. If the repository was deleted, take its ' +
        `${what} out of ${RECORD_FILE}.`,
    },
  );
}
