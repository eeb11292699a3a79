import { UserError } from '../../../errors.ts';
import { property, textIn } from '../../../json.ts';
import { repositoryText, type GitHubRepository } from '../../repository.ts';
import { appIdOf, type RecordContent, type SetupRecord } from './setup-record.ts';
import { command, type SetupStep } from './setup-step.ts';

/**
 * Checks a repository before anything is planned: it exists, is not public, and the account administers it. Without a token of GitHub
 * only a public repository is seen. Throws the UserError `SETUP_REFUSED`.
 */
export function requireUsableRepository(repository: GitHubRepository, allowPublic: boolean): void {
  const { about } = repository;
  const { path } = repository.name;
  const isPrivate = property(about, 'private') === true;
  if (about !== undefined && !isPrivate && !allowPublic) {
    throw refused(
      `The repository ${path} is public, or GitHub does not say that it is private: everybody could read the reports of its runs.`,
      'Use a private repository. Or add --allow-public, and keep addresses out of summary and artifacts ("summary: none", "artifact-name").',
    );
  }
  if (!repository.hasToken) return;
  if (about === undefined) {
    throw refused(
      `There is no repository ${path}, or the account of GitHub may not see it.`,
      'Check --repository, or sign in with an account that administers it: gh auth login.',
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

function refused(message: string, hint: string): UserError {
  return new UserError('SETUP_REFUSED', message, { hint });
}

/** Sets the variables of the repository that the workflow reads. Without a token of GitHub, the step is left, with the values and the page. */
export async function variableSteps(
  repository: GitHubRepository,
  clientId: string | undefined,
  record: SetupRecord,
): Promise<readonly SetupStep[]> {
  const { tenantId } = record.content;
  const { path } = repository.name;
  const before = new Map<string, string | undefined>();
  for (const name of ['TENANT_ID', 'CLIENT_ID']) {
    const present = repository.hasToken ? await repository.get(`/actions/variables/${name}`) : undefined;
    before.set(name, property(present, 'value') === undefined ? undefined : textIn(present, 'value'));
  }
  const wanted = new Map([
    ['TENANT_ID', tenantId],
    ['CLIENT_ID', clientId],
  ]);
  const differing = [...wanted].filter(([name, value]) => value === undefined || before.get(name) !== value);
  if (differing.length === 0) return [];
  const changed = differing.filter(([name]) => before.get(name) !== undefined);
  const where = `in ${path}`;
  const names = differing.map(([name]) => name);
  const line =
    changed.length === 0
      ? `variables ${names.join(', ')} ${where}`
      : `variables ${names.join(', ')} ${where}, now ${changed.map(([name]) => `${name}=${before.get(name) ?? ''}`).join(', ')}`;
  const page = `${repository.webUrl}/settings/variables/actions`;
  return [
    {
      mark: changed.length === 0 ? '+' : '~',
      lines: [line],
      commands: differing.map(([name]) =>
        command(
          `gh variable set ${name} --repo ${repositoryText(repository)} --body ${name === 'TENANT_ID' ? tenantId : (clientId ?? 'APP_ID')}`,
        ),
      ),
      make: async () => {
        const values = differing.map(([name, value]) => [name, value ?? appIdOf(record)] as const);
        if (!repository.hasToken) {
          const text = `There is no token of GitHub. Create these variables: ${values.map(([name, value]) => `${name} = ${value}`).join(', ')}`;
          return { text, link: page, isLeft: true };
        }
        for (const [name, value] of values) await setVariable(repository, name, value, before.get(name), record);
        return { text: `Set variables ${names.join(', ')}`, link: page };
      },
    },
  ];
}

async function setVariable(
  repository: GitHubRepository,
  name: string,
  value: string,
  before: string | undefined,
  record: SetupRecord,
): Promise<void> {
  const key = repositoryText(repository);
  const { variables } = record.content;
  const isThis = (one: RecordContent['variables'][number]): boolean => one.repository === key && one.name === name;
  // A second run must not take the value of the first for the one before.
  const original = variables.some(isThis) ? variables.find(isThis)?.before : before;
  const made = { repository: key, name, value, before: original };
  await record.update({ variables: [...variables.filter((one) => !isThis(one)), made] });
  const path = '/actions/variables';
  if (before === undefined) await repository.write('POST', path, { name, value });
  else await repository.write('PATCH', `${path}/${name}`, { name, value });
}
