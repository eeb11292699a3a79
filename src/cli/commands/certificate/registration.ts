import { hash, type X509Certificate } from 'node:crypto';
import { COMMAND } from '../../../version.ts';

/** A step to register a certificate with the application and store its PFX as a secret. */
interface RegistrationStep {
  readonly title: string;
  readonly commands: readonly string[];
}

interface Registered {
  /** Absolute paths. */
  readonly files: { readonly pfx: string; readonly pem: string; readonly password?: string };
  /** The certificate's end, as ISO 8601. */
  readonly notAfter: string;
}

/** Commands to copy, for PowerShell on Windows and a POSIX shell elsewhere. No command line contains a secret. */
export function registrationSteps({ files, notAfter }: Registered, platform: NodeJS.Platform): RegistrationStep[] {
  const windows = platform === 'win32';
  const quoted = windows ? powerShellQuoted : posixQuoted;
  const pfx = windows
    ? `[Convert]::ToBase64String([IO.File]::ReadAllBytes(${quoted(files.pfx)})) | gh secret set PFX ${REPOSITORY}`
    : `base64 < ${quoted(files.pfx)} | gh secret set PFX ${REPOSITORY}`;
  const end = notAfter.replace(/\.\d+Z$/, 'Z');
  return [
    {
      title:
        'Add the certificate to the application and keep its other certificates (CLIENT_ID: application ID). Without ' +
        '--end-date, the Azure CLI sets the credential to expire after a year:',
      // In PowerShell, a bare @name is splatting.
      commands: [
        `az ad app credential reset --id CLIENT_ID --append --cert ${quoted(`@${files.pem}`)} --end-date ${end}`,
      ],
    },
    {
      title:
        files.password === undefined
          ? 'Store the secrets in the repository with the workflow (the second command asks for the password):'
          : 'Store the secrets in the repository with the workflow:',
      commands: [pfx, passwordCommand(files.password, windows)],
    },
    {
      title: 'Check the sign-in and the permissions:',
      commands: [
        `${COMMAND} doctor --tenant-id TENANT_ID --client-id CLIENT_ID --mailbox ADDRESS --pfx ${quoted(files.pfx)}`,
      ],
    },
  ];
}

/** Explicit, because the current folder may be a clone of this action. */
const REPOSITORY = '--repo OWNER/REPO';

function passwordCommand(file: string | undefined, windows: boolean): string {
  const set = `gh secret set PFX_PASSWORD ${REPOSITORY}`;
  if (file === undefined) return set;
  return windows ? `Get-Content -Raw -LiteralPath ${powerShellQuoted(file)} | ${set}` : `${set} < ${posixQuoted(file)}`;
}

function posixQuoted(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

function powerShellQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/**
 * An element of `keyCredentials` in the manifest of an application: a certificate that it may sign in with.
 * https://learn.microsoft.com/entra/identity-platform/certificate-credentials#register-your-certificate-with-microsoft-identity-platform
 */
export function keyCredential(certificate: X509Certificate, keyId: string): object {
  return {
    customKeyIdentifier: hash('sha1', certificate.raw, 'base64'),
    keyId,
    type: 'AsymmetricX509Cert',
    usage: 'Verify',
    value: certificate.raw.toString('base64'),
    startDate: new Date(certificate.validFrom).toISOString(),
    endDate: new Date(certificate.validTo).toISOString(),
  };
}

/**
 * The same in the terms of Microsoft Graph, which computes a missing thumbprint itself.
 * https://learn.microsoft.com/graph/api/resources/keycredential
 */
export function graphKeyCredential(certificate: X509Certificate, keyId: string): object {
  return {
    displayName: certificate.subject,
    keyId,
    type: 'AsymmetricX509Cert',
    usage: 'Verify',
    key: certificate.raw.toString('base64'),
    startDateTime: new Date(certificate.validFrom).toISOString(),
    endDateTime: new Date(certificate.validTo).toISOString(),
  };
}
