import path from 'node:path';
import { clouds, type Cloud } from '../../../auth/clouds.ts';
import { isEnterpriseServer, issuerOf } from '../../../auth/github-subject.ts';
import { textIn } from '../../../json.ts';
import type { GitHubRepository } from '../../repository.ts';
import { federatedCredentialSteps, requireReachableIssuer } from './federated-credential.ts';
import type { SetupChoice } from './questions.ts';
import { variableSteps } from './repository-variables.ts';
import { contentOf, planFiles, type SetupFile } from './setup-files.ts';
import type { SetupRecord } from './setup-record.ts';
import type { PlannedSteps, SetupTools } from './setup-step.ts';
import { starterPolicy } from './starter-policy.ts';
import { environmentOf, WORKFLOW_FILE, workflowText } from './workflow-file.ts';

const POLICY_FILE = 'policy.yml';

const NO_GITHUB_TOKEN =
  'There is no token of GitHub (GH_TOKEN, gh auth login): the settings of the repository are not known. Repositories that were created, ' +
  'renamed or transferred since 2026-07-15 send another subject: then run this again with a token.';

/** What a workflow of a repository needs besides the application: credentials for its subjects, variables, files. */
export async function workflowSteps(
  repository: GitHubRepository,
  choice: SetupChoice,
  tools: SetupTools,
): Promise<PlannedSteps> {
  const { record, folder, cloud, present } = tools;
  const { host } = repository.name;
  const files = repositoryFiles(choice, cloud);
  const workflow = await keptWorkflow(files, folder, record);
  const { subjects, note } = await repository.subjects({
    branch: textIn(repository.about, 'default_branch') || 'main',
    environment: workflow === undefined ? undefined : environmentOf(workflow),
    workflow: WORKFLOW_FILE,
  });
  if (isEnterpriseServer(host)) await requireReachableIssuer(issuerOf(host));
  const { audience } = clouds[cloud];
  const claims = subjects.map((subject) => ({ issuer: issuerOf(host), subject, audience }));
  const planned = await planFiles(files, folder, record);
  return {
    steps: [
      ...(await federatedCredentialSteps(claims, present?.id, tools)),
      ...(await variableSteps(repository, present?.appId, record)),
      ...planned.steps,
    ],
    notes: [...(note === '' ? [] : [note]), ...(repository.hasToken ? [] : [NO_GITHUB_TOKEN])],
    kept: planned.kept,
  };
}

/** The files of a repository: workflow, and policy if the reports have rules to begin with. */
function repositoryFiles({ mailboxes, reportNames, reports }: SetupChoice, cloud: Cloud): readonly SetupFile[] {
  const policy = starterPolicy(reports.map(({ name }) => name));
  const file = policy === undefined ? undefined : POLICY_FILE;
  const workflow = workflowText({ mailboxes, reports: reportNames, policy: file, cloud });
  const about = 'starter rules for the chosen reports, as warnings';
  return [
    { file: WORKFLOW_FILE, content: workflow },
    ...(policy === undefined ? [] : [{ file: POLICY_FILE, content: policy, about }]),
  ];
}

/** The workflow that stays, because somebody else wrote or changed it; undefined if setup writes it. */
async function keptWorkflow(
  files: readonly SetupFile[],
  folder: string,
  record: SetupRecord,
): Promise<string | undefined> {
  const { kept } = await planFiles(files.slice(0, 1), folder, record);
  return kept.length === 0 ? undefined : contentOf(path.join(folder, WORKFLOW_FILE));
}
