import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { covers } from '../../auth/app-roles.ts';
import { tokensByCertificate } from '../../auth/credential.ts';
import { readPkcs12 } from '../../auth/pfx/read.ts';
import { UserError, type ErrorCode } from '../../errors.ts';
import { retrying, type RetryRule } from '../../http/retrying.ts';
import { COMMAND } from '../../version.ts';
import { runDoctor } from '../doctor/doctor.ts';
import type { DoctorOptions } from '../doctor/findings.ts';
import { terminalText } from '../terminal.ts';
import type { PermissionRole } from './permissions.ts';
import { repositoryText, type GitHubRepository } from '../repository.ts';
import type { SetupChoice } from './questions.ts';
import type { SetupOptions, SetupPlace } from './setup-place.ts';
import { appIdOf, RECORD_FILE, type SetupRecord } from './setup-record.ts';
import { PASSWORD_VARIABLE, PFX_FILE } from './terminal-certificate.ts';

/** Codes of a sign-in that succeeds once new objects are replicated. */
const NEW: ReadonlySet<ErrorCode> = new Set(['AADSTS700016', 'AADSTS7000229', 'AADSTS700027', 'AADSTS90033']);
const REPLICATION: RetryRule = { first: 2_000, growth: 1.5, longest: 60_000, within: 600_000 };

/** What was made, and what is checked of it. */
export interface Proof {
  readonly choice: SetupChoice;
  readonly options: SetupOptions;
  readonly record: SetupRecord;
  readonly repository: GitHubRepository | undefined;
  readonly roles: readonly PermissionRole[];
  /** Of the PFX, if it was entered or generated in this run. Secret. */
  readonly password: string | undefined;
  /** Whether no step is left to somebody else. */
  readonly isComplete: boolean;
}

/** Signs in with what was made, if this machine can, and prints what to do next, with the findings of `doctor`. */
export async function prove(proof: Proof, place: SetupPlace): Promise<void> {
  const { choice, repository } = proof;
  const { out } = place.terminal;
  if (repository !== undefined) {
    out(`\nNext:\n\n${workflowCommands(proof, repository)}\n`);
    const { host, path: name } = repository.name;
    await runDoctor(
      { ...doctorOptions(proof), credential: 'federated', repository: `${host}/${name}` },
      place.env,
      place.terminal,
    );
  }
  if (!choice.terminal) return;
  const password =
    proof.password ?? place.env[PASSWORD_VARIABLE] ?? (await place.terminal.askSecret(`Password of ${PFX_FILE}: `));
  if (password !== undefined) {
    const pfx = path.join(place.folder, PFX_FILE);
    await waitForSignIn(proof, await readFile(pfx), password, place);
    const env = { ...place.env, [PASSWORD_VARIABLE]: password };
    await runDoctor({ ...doctorOptions(proof), credential: 'certificate', pfx }, env, place.terminal);
  }
  out(terminalText(`\nNext:\n\n  ${COMMAND} report adele@contoso.com --pfx ${PFX_FILE}\n`));
}

function workflowCommands({ record }: Proof, { name }: GitHubRepository): string {
  const files = [...record.content.files.map(({ file }) => file).filter((file) => file !== PFX_FILE), RECORD_FILE];
  return terminalText(
    `  git add ${files.map(quoted).join(' ')} && git commit -m "Add the mailbox report" && git push\n` +
      `  gh workflow run mailbox-report.yml --repo ${repositoryText({ name })}\n`,
  );
}

function quoted(file: string): string {
  return /^[\w./-]+$/.test(file) ? file : `'${file.replaceAll("'", "'\\''")}'`;
}

function doctorOptions({ choice, options, record }: Proof): DoctorOptions {
  const { tenantId } = record.content;
  const lists = choice.mailboxes.filter((one) => one !== 'all');
  const { cloud, endpoints } = options;
  return {
    tenantId,
    clientId: appIdOf(record),
    report: choice.reportNames,
    json: false,
    ...(cloud === undefined ? {} : { cloud }),
    ...(endpoints === undefined ? {} : { endpoints }),
    ...(lists.length === 0 ? {} : { mailboxes: lists.join('\n') }),
    ...(choice.mailboxes.includes('all') ? { unlisted: true } : {}),
  };
}

/** Waits until Entra ID issues a token with the permissions, at most some minutes: `doctor` then says what is missing. */
async function waitForSignIn(
  { record, roles, isComplete }: Proof,
  pfx: Buffer,
  password: string,
  { authorityHost, graphUrl, dispatcher, terminal, clock }: SetupPlace,
): Promise<void> {
  const certificate = readPkcs12(pfx, password, new Date(terminal.now()));
  const { signal } = new AbortController();
  const application = { authorityHost, graphUrl, tenantId: record.content.tenantId, clientId: appIdOf(record) };
  const connection = { dispatcher, signal, now: terminal.now, mask: () => undefined };
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
