import { hash } from 'node:crypto';
import type { CopyText } from '../errors.ts';
import { printable } from './redact.ts';

/** As long as Entra ID allows a subject to be. */
const MAX_CLAIM = 600;

type Claims = Readonly<Record<string, unknown>> | undefined;

/** A claim of an assertion as text on one line; `(none)` if it is missing. */
export function claimText(claims: Claims, name: string): string {
  const value = claims?.[name];
  const text = typeof value === 'string' ? value : value === undefined ? '(none)' : JSON.stringify(value);
  return printable(text).slice(0, MAX_CLAIM);
}

/** How to register a federated credential, and its issuer, subject and audience. */
export interface Registration {
  readonly hint: string;
  readonly copy: readonly CopyText[];
}

/**
 * How to register, in the portal, a federated credential that matches the assertion.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust
 */
export function registration({ clientId, sent }: { readonly clientId: string; readonly sent?: Claims }): Registration {
  const hint =
    `Register exactly these values under Microsoft Entra admin center > App registrations > ${clientId} > Certificates & ` +
    'secrets > Federated credentials > Add credential > Other issuer.';
  const values = { Issuer: 'iss', 'Subject identifier': 'sub', Audience: 'aud' };
  const copy = Object.entries(values).map(([label, name]) => ({ label, text: claimText(sent, name), isFirst: true }));
  return { hint, copy };
}

/** A sentence about a subject that has a numeric form, or may need one; '' for others. */
export function subjectNote(sent: Claims): string {
  const subject = claimText(sent, 'sub');
  return hasNumericForm(claimText(sent, 'iss'), subject) ? numericForm(subject) : '';
}

/**
 * Subjects of other CIs, and of GitHub Enterprise Server, have one form.
 * https://docs.github.com/enterprise-server@latest/actions/reference/security/oidc
 */
function hasNumericForm(issuer: string, subject: string): boolean {
  return subject.startsWith('repo:') && !issuer.endsWith('/_services/token');
}

/** Subjects with the numbers of owner and repository: https://docs.github.com/actions/reference/security/oidc */
const NUMERIC = /^repo:([^/@:]+)@\d+\/([^/@:]+)@\d+:(.*)$/;

function numericForm(subject: string): string {
  const when = 'repositories that were created, renamed or transferred since 2026-07-15';
  const [, owner, repository, rest] = NUMERIC.exec(subject) ?? [];
  if (owner === undefined || repository === undefined || rest === undefined) {
    return `Subjects of ${when} have the numeric form repo:OWNER@ID/REPO@ID:... instead of repo:OWNER/REPO:...`;
  }
  return (
    `The subject has the numeric form repo:OWNER@ID/REPO@ID:... of ${when}: a credential with the subject ` +
    `"repo:${owner}/${repository}:${rest}" does not match.`
  );
}

/** Characters without a special meaning in shells and JSON. */
const PLAIN = /^[\w .:/@*+-]+$/;

/**
 * A file and a command that register the credential, for any shell: PowerShell removes the quotes of JSON on a command line. None if a
 * claim would need quoting.
 */
export function registrationCommands(clientId: string, claims: Claims): readonly CopyText[] {
  const [issuer, subject, audience] = [claims?.iss, claims?.sub, claims?.aud];
  if (![clientId, issuer, subject, audience].every((text) => typeof text === 'string' && PLAIN.test(text))) return [];
  const file = JSON.stringify({ name: newName(String(subject)), issuer, subject, audiences: [audience] });
  const command = `az ad app federated-credential create --id ${clientId} --parameters '@federated.json'`;
  return [
    { label: 'federated.json', text: file },
    { label: 'Command', text: command },
  ];
}

/** The names of an application's credentials are unique, so the name depends on the subject. */
function newName(subject: string): string {
  return `mailbox-report-${hash('sha256', subject).slice(0, 8)}`;
}
