import { existsSync } from 'node:fs';
import path from 'node:path';
import { repositoryText, type GitHubRepository } from '../../repository.ts';
import { terminalText } from '../../terminal.ts';
import { IS_RELEASED, TAG } from './action-version.ts';
import type { PresentFiles } from './present-files.ts';
import type { RemediationChoice } from './remediation-choice.ts';
import { shellWord } from './resource.ts';
import { filesPart } from './resources/files.ts';
import type { SetupPlace } from './setup-place.ts';
import { RECORD_FILE, type SetupRecord } from './setup-record.ts';

/** What the commands name. */
interface Made {
  /** What is corrected: the runs read its files. */
  readonly remediation: RemediationChoice;
  /** Of the application that writes. */
  readonly record: SetupRecord;
  readonly repository: GitHubRepository;
  readonly present: PresentFiles;
  readonly place: Pick<SetupPlace, 'folder'>;
  /** The tag or commit of the action in the workflow. */
  readonly version: string;
  /** Whether there is no environment with reviewers. */
  readonly isByHand: boolean;
  /** The number of the environment. */
  readonly environment: number | undefined;
}

/** The steps from here to the first change, for people and as data. */
export interface NextSteps {
  readonly text: string;
  readonly steps: readonly NextStep[];
}

interface NextStep {
  readonly text: string;
  /** Undefined: something to read. */
  readonly command?: string;
}

/** What to do until the first change is made. */
export function remediationNext(made: Made): NextSteps {
  const steps = made.isByHand ? stepsByHand(made) : stepsWithReviewers(made);
  const lines = steps.flatMap(({ text, command }, at) => [
    `  ${at + 1}. ${text}`,
    ...(command === undefined ? [] : [`     ${command}`]),
  ]);
  const hint = 'Microsoft Entra ID may need five minutes until the runs can sign in.';
  return { text: terminalText(`\nNext, until the first change:\n\n${lines.join('\n')}\n\n${hint}\n`), steps };
}

function stepsWithReviewers(made: Made): readonly NextStep[] {
  const { name } = made.repository;
  const host = name.host === 'github.com' ? '' : ` --hostname ${name.host}`;
  const path = `repos/${name.path}/actions/runs/RUN_ID/pending_deployments`;
  const review = `--field state=approved --field comment=reviewed --field 'environment_ids[]=${made.environment ?? 'ENVIRONMENT_ID'}'`;
  return [
    commit(made),
    run('Plan, and note the ID of the run, the number in its address:', 'remediate.yml', '', made),
    read(made),
    {
      text: 'Approve the plan there with "Review deployments", or here. It then changes 20 mailboxes, and waits again:',
      command: `gh api ${path} --method POST ${review}${host}`,
    },
  ];
}

function stepsByHand(made: Made): readonly NextStep[] {
  const plan = ' --field plan-run=RUN_ID --field digest=DIGEST --field limit=20';
  return [
    commit(made),
    run('Plan, and note the ID of the run, the number in its address:', 'remediate-by-hand.yml', '', made),
    read(made),
    run(
      'Change 20 mailboxes, with the ID of that run and the digest in its summary:',
      'remediate-by-hand.yml',
      plan,
      made,
    ),
  ];
}

function commit({ record, present, remediation, version, place }: Made): NextStep {
  // Rules can have got their "set" since the last commit.
  const { policy = [], baseline = [], mailboxes = [], report = [] } = remediation.inputs;
  const lists = mailboxes.filter((one) => one !== 'all');
  const files = [
    ...record.of(filesPart).map(({ file }) => file),
    present.configFile,
    ...policy,
    ...baseline,
    ...lists,
    ...report,
    RECORD_FILE,
  ];
  // The step of the report can have its inputs instead of a file, and a list can be a pattern.
  const isThere = (file: string): boolean => existsSync(path.join(place.folder, file));
  const names = [...new Set(files)].filter(isThere).map(shellWord).join(' ');
  const isUnusable = !IS_RELEASED && version === TAG;
  return {
    text: isUnusable
      ? `Nothing is released yet: replace @${TAG} in the workflow with the SHA of a commit of main. Commit and push it:`
      : 'Commit and push the workflow:',
    command: `git add ${names} && git commit -m "Add the mailbox remediation" && git push`,
  };
}

function run(text: string, file: string, fields: string, { repository }: Made): NextStep {
  return { text, command: `gh workflow run ${file} --repo ${repositoryText(repository)}${fields}` };
}

function read({ repository }: Made): NextStep {
  return {
    text: 'Read the plan in the summary of the run:',
    command: `gh run view RUN_ID --repo ${repositoryText(repository)} --web`,
  };
}
