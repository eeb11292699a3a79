import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { covers } from '../../../auth/app-roles.ts';
import { tokensByCertificate } from '../../../auth/credential.ts';
import { readPkcs12 } from '../../../auth/pfx/read.ts';
import { UserError, type ErrorCode } from '../../../errors.ts';
import { machineOf } from '../../../http/machine.ts';
import type { AnyReport } from '../../../reports/table.ts';
import { retrying, type RetryRule } from '../../../http/retrying.ts';
import { COMMAND } from '../../../version.ts';
import { runDoctor } from '../doctor/doctor.ts';
import type { DoctorOptions, Finding } from '../doctor/findings.ts';
import { terminalText } from '../../terminal.ts';
import type { PermissionRole } from './permissions.ts';
import { repositoryText, type GitHubRepository } from '../../repository.ts';
import { IS_RELEASED, TAG } from './action-version.ts';
import { appIdOf } from './application-state.ts';
import { contentOf, type PresentFiles } from './present-files.ts';
import type { Gate } from './gate.ts';
import { versionOf } from './edit/workflow-edit.ts';
import type { SetupChoice } from './questions.ts';
import { shellWord } from './resource.ts';
import { PASSWORD_VARIABLE } from './resources/certificate.ts';
import { filesPart, PFX_FILE } from './resources/files.ts';
import type { SetupOptions, SetupPlace } from './setup-place.ts';
import { RECORD_FILE, type SetupRecord } from './setup-record.ts';
import { WORKFLOW_FILE } from './workflow-file.ts';

/** Codes of a sign-in that succeeds once new objects are replicated. */
const NEW: ReadonlySet<ErrorCode> = new Set(['AADSTS700016', 'AADSTS7000229', 'AADSTS700027', 'AADSTS90033']);
const REPLICATION: RetryRule = { first: 2_000, growth: 1.5, longest: 60_000, within: 600_000 };

/** What was made, and what is checked of it. */
export interface Proof {
  readonly choice: SetupChoice;
  /** Those that a run reads, also only for its policy. */
  readonly reports: readonly AnyReport[];
  readonly present: PresentFiles;
  readonly gate: Gate | undefined;
  readonly options: SetupOptions;
  readonly record: SetupRecord;
  readonly repository: GitHubRepository | undefined;
  readonly roles: readonly PermissionRole[];
  /** Of the PFX, if it was entered or generated in this run. Secret. */
  readonly password: string | undefined;
  /** Of the jobs of the workflow; undefined stands for a job without one. */
  readonly environments: readonly (string | undefined)[];
  /** Whether no step is left to somebody else. */
  readonly isComplete: boolean;
}

/** Whether what was made works. */
interface Proven {
  /** 1 if everything was made, and the sign-in fails. */
  readonly code: 0 | 1;
  readonly checks: readonly Finding[];
}

/**
 * Signs in with what was made, if this machine can, and prints what to do next, with the findings of `doctor`. Returns them with the exit
 * code.
 */
export async function prove(proof: Proof, place: SetupPlace): Promise<Proven> {
  const { choice, repository, isComplete } = proof;
  const checks: Finding[] = [];
  const onFinding = (finding: Finding): void => void checks.push(finding);
  const { env, terminal } = place;
  if (repository !== undefined) {
    terminal.out(`\nNext:\n\n${await workflowCommands(proof, repository, place)}\n${REPLICATES}\n`);
    const { host, path: name } = repository.name;
    for (const environment of proof.environments) {
      // The step that registers it is never left to somebody else.
      const job = { credential: 'federated', repository: `${host}/${name}`, isRegistered: true };
      const inEnvironment = environment === undefined ? {} : { environment };
      await runDoctor({ ...doctorOptions(proof), ...job, ...inEnvironment, onFinding }, env, terminal);
    }
  }
  if (!choice.terminal) return { code: 0, checks };
  const question = `Password of ${PFX_FILE}: `;
  const password = proof.password ?? env[PASSWORD_VARIABLE] ?? (await terminal.askSecret(question));
  const code = password === undefined ? 0 : await proveCertificate(proof, password, onFinding, place);
  terminal.out(`\nNext:\n\n  ${COMMAND} report adele@contoso.com --pfx ${PFX_FILE}\n`);
  return { code: isComplete ? code : 0, checks };
}

async function proveCertificate(
  proof: Proof,
  password: string,
  onFinding: (finding: Finding) => void,
  place: SetupPlace,
): Promise<0 | 1> {
  const pfx = path.join(place.folder, PFX_FILE);
  await waitForSignIn(proof, await readFile(pfx), password, place);
  const options = { ...doctorOptions(proof), credential: 'certificate', pfx, onFinding };
  return runDoctor(options, { ...place.env, [PASSWORD_VARIABLE]: password }, place.terminal);
}

async function workflowCommands(
  { choice, gate, record, present }: Proof,
  { name }: GitHubRepository,
  { folder }: SetupPlace,
): Promise<string> {
  const chosen = [choice.policy, gate?.policy, gate?.baseline?.file].filter((file) => file !== undefined);
  const lists = [...choice.mailboxes.filter((one) => one !== 'all'), ...chosen];
  const workflow = await contentOf(path.join(folder, WORKFLOW_FILE));
  const isUnusable = !IS_RELEASED && workflow !== undefined && versionOf(workflow) === TAG;
  const own = record
    .of(filesPart)
    .map(({ file }) => file)
    .filter((file) => file !== PFX_FILE);
  const files = [...new Set([...lists, ...own, WORKFLOW_FILE, present.configFile, RECORD_FILE])]
    .map(shellWord)
    .join(' ');
  return terminalText(
    `${isUnusable ? UNRELEASED : ''}  git add ${files} && git commit -m "Add the mailbox report" && git push\n` +
      `  gh workflow run mailbox-report.yml --repo ${repositoryText({ name })}\n`,
  );
}

/** For a copy of the program that is no clone of GitHub, or has commits of its own. */
const UNRELEASED =
  '  Nothing is released yet, and the commit of this copy of the program is not known to GitHub: first replace @v1 in the workflow\n' +
  '  with the SHA of a commit of main.\n\n';
/** A run that is too early fails with AADSTS70025 or 70021, or lacks permissions. */
const REPLICATES = 'Microsoft Entra ID may need five minutes until the run can sign in.';

function doctorOptions({ choice, reports, options, record }: Proof): DoctorOptions {
  const added = reports.filter((report) => !choice.reports.includes(report)).map(({ name }) => name);
  const { tenantId } = record;
  const { cloud, endpoints } = options;
  return {
    tenantId,
    clientId: appIdOf(record),
    report: [...choice.reportNames, ...added],
    json: false,
    ...(cloud === undefined ? {} : { cloud }),
    ...(endpoints === undefined ? {} : { endpoints }),
    mailboxes: choice.mailboxes.join('\n'),
  };
}

/** Waits until Entra ID issues a token with the permissions, at most some minutes: `doctor` then says what is missing. */
export async function waitForSignIn(
  { record, roles, isComplete }: Pick<Proof, 'record' | 'roles' | 'isComplete'>,
  pfx: Buffer,
  password: string,
  { authorityHost, graphUrl, dispatcher, terminal, clock }: SetupPlace,
): Promise<void> {
  const certificate = readPkcs12(pfx, password, new Date(terminal.now()));
  const { signal } = new AbortController();
  const application = { authorityHost, graphUrl, tenantId: record.tenantId, clientId: appIdOf(record) };
  const connection = { ...machineOf(terminal), dispatcher, signal, mask: () => undefined };
  const ofGraph = roles.filter(({ resource }) => resource === 'Microsoft Graph').map(({ value }) => value);
  await retrying<undefined>(async () => {
    terminal.progress('Signing in with the new certificate; Entra ID may need some minutes…');
    const again = { result: undefined, retry: { rule: REPLICATION } };
    try {
      const token = await tokensByCertificate({ ...application, ...connection, certificate }).get();
      const isReady = !isComplete || ofGraph.every((role) => covers(token.roles ?? ofGraph, role));
      return isReady ? { result: undefined } : again;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return NEW.has(error.code) ? again : { result: undefined };
    }
  }, clock);
  terminal.progress('');
}
