import path from 'node:path';
import type { Cloud } from '../../auth/clouds.ts';
import type { SetupChoice } from './questions.ts';
import { contentOf, planFiles, type SetupFile } from './setup-files.ts';
import type { SetupRecord } from './setup-record.ts';
import type { SetupStep } from './setup-step.ts';
import { starterPolicy } from './starter-policy.ts';
import { WORKFLOW_FILE, workflowText } from './workflow-file.ts';

const POLICY_FILE = 'policy.yml';
const CONFIG_FILE = 'mailbox-report.yml';

/** The files of a repository: workflow, and policy if the reports have rules to begin with. */
export function repositoryFiles({ mailboxes, reportNames, reports }: SetupChoice, cloud: Cloud): readonly SetupFile[] {
  const policy = starterPolicy(reports.map(({ name }) => name));
  const workflow = workflowText({
    mailboxes,
    reports: reportNames,
    policy: policy === undefined ? undefined : POLICY_FILE,
    cloud,
  });
  return [
    { file: WORKFLOW_FILE, content: workflow },
    ...(policy === undefined
      ? []
      : [{ file: POLICY_FILE, content: policy, about: 'starter rules for the chosen reports, as warnings' }]),
  ];
}

/** The workflow that stays, because somebody else wrote or changed it; undefined if setup writes it. */
export async function keptWorkflow(
  files: readonly SetupFile[],
  folder: string,
  record: SetupRecord,
): Promise<string | undefined> {
  const { kept } = await planFiles(files.slice(0, 1), folder, record);
  return kept.length === 0 ? undefined : contentOf(path.join(folder, WORKFLOW_FILE));
}

/** The file with the IDs, for commands at a terminal. */
export async function configSteps(
  tenantId: string,
  clientId: string | undefined,
  cloud: Cloud,
  folder: string,
  record: SetupRecord,
): Promise<readonly SetupStep[]> {
  const textOf = (client: string): string =>
    `tenant-id: ${tenantId}\nclient-id: ${client}\n${cloud === 'global' ? '' : `cloud: ${cloud}\n`}`;
  const file = {
    file: CONFIG_FILE,
    content: textOf(clientId ?? 'CLIENT_ID'),
    about: 'the IDs for commands at the terminal',
  };
  if (clientId !== undefined) return (await planFiles([file], folder, record)).steps;
  const [step] = (await planFiles([file], folder, record)).steps;
  if (step === undefined) return [];
  // The client ID is known only after the application was made.
  const make = async () => {
    const made = { ...file, content: textOf(record.content.application?.appId ?? '') };
    const [own] = (await planFiles([made], folder, record)).steps;
    return own === undefined ? { text: `Kept ${CONFIG_FILE}` } : own.make();
  };
  return [{ ...step, make }];
}
