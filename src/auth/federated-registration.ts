import { createHash } from 'node:crypto';
import { printable } from './redact.ts';

type Claims = Readonly<Record<string, unknown>> | undefined;

/** A claim of an assertion as text of one line; `(none)` where it has none. */
export function claimText(claims: Claims, name: string): string {
  const value = claims?.[name];
  const text = typeof value === 'string' ? value : value === undefined ? '(none)' : JSON.stringify(value);
  return printable(text).slice(0, 300);
}

/** The three claims that Entra compares with what is registered. */
export function sentClaims(claims: Claims): string {
  const [subject, issuer, audience] = ['sub', 'iss', 'aud'].map((name) => claimText(claims, name));
  return `Sent were subject "${subject}", issuer "${issuer}" and audience "${audience}".`;
}

/**
 * What to register so that Entra takes the assertion next time: exactly what it said, in the portal or by a command.
 * https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust
 */
export function registration({ clientId, sent }: { readonly clientId: string; readonly sent?: Claims }): string {
  return [
    `Register exactly these under Microsoft Entra admin center > App registrations > ${clientId} > Certificates & ` +
      'secrets > Federated credentials > Add credential > Other issuer' +
      (command(clientId, sent) ?? '.'),
    'The issuer, the subject and the audience are compared letter by letter.',
    numericForm(claimText(sent, 'sub')),
  ].join(' ');
}

/** Repositories and owners by number: https://docs.github.com/actions/reference/security/oidc */
const NUMERIC = /^repo:([^/@:]+)@\d+\/([^/@:]+)@\d+:(.*)$/;

function numericForm(subject: string): string {
  const when = 'repositories made, renamed or moved after 2026-07-15';
  const [, owner, repository, rest] = NUMERIC.exec(subject) ?? [];
  if (owner === undefined || repository === undefined || rest === undefined) {
    return `The subject of ${when} has the numeric form repo:OWNER@ID/REPO@ID:... instead of repo:OWNER/REPO:...`;
  }
  return (
    `The subject has the numeric form repo:OWNER@ID/REPO@ID:... of ${when}: a credential that has ` +
    `"repo:${owner}/${repository}:${rest}" does not fit it.`
  );
}

/** Nothing that a shell, or JSON, would read as anything but itself. */
const PLAIN = /^[\w .:/@*+-]+$/;

/**
 * The file and the command to copy, for any shell: PowerShell takes the quotes out of JSON on a command line. Undefined
 * where a claim could not be pasted as it is.
 */
function command(clientId: string, sent: Claims): string | undefined {
  const [issuer, subject, audience] = [sent?.iss, sent?.sub, sent?.aud];
  if (![clientId, issuer, subject, audience].every((text) => typeof text === 'string' && PLAIN.test(text))) {
    return undefined;
  }
  const parameters = JSON.stringify({ name: newName(String(subject)), issuer, subject, audiences: [audience] });
  return (
    `; or save ${parameters} as federated.json and run ` +
    `az ad app federated-credential create --id ${clientId} --parameters '@federated.json'.`
  );
}

/** An application has each name once, and the likely one is that of the credential which does not fit. */
function newName(subject: string): string {
  return `mailbox-report-${createHash('sha256').update(subject).digest('hex').slice(0, 8)}`;
}
