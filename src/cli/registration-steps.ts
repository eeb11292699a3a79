/** What to run to give a certificate to the application and its PFX to the workflow. */
export interface RegistrationStep {
  readonly title: string;
  readonly commands: readonly string[];
}

export interface RegisteredFiles {
  readonly pfx: string;
  readonly pem: string;
  readonly password?: string;
}

/** Commands to copy, for PowerShell on Windows and a POSIX shell elsewhere. No secret stands on a command line. */
export function registrationSteps(files: RegisteredFiles, platform: NodeJS.Platform): RegistrationStep[] {
  const windows = platform === 'win32';
  const quoted = windows ? powerShellQuoted : posixQuoted;
  const pfx = windows
    ? `[Convert]::ToBase64String([IO.File]::ReadAllBytes((Resolve-Path -LiteralPath ${quoted(files.pfx)}))) | gh secret set PFX`
    : `base64 < ${quoted(files.pfx)} | gh secret set PFX`;
  return [
    {
      title: 'Add the certificate to the application, beside those it has (CLIENT_ID: its application ID):',
      commands: [`az ad app credential reset --id CLIENT_ID --append --cert ${quoted(`@${files.pem}`)}`],
    },
    {
      title:
        files.password === undefined
          ? 'Store the secrets, in a clone of the repository (the second command asks for the password):'
          : 'Store the secrets, in a clone of the repository:',
      commands: [pfx, passwordCommand(files.password, windows)],
    },
  ];
}

function passwordCommand(file: string | undefined, windows: boolean): string {
  if (file === undefined) return 'gh secret set PFX_PASSWORD';
  return windows
    ? `Get-Content -Raw -LiteralPath ${powerShellQuoted(file)} | gh secret set PFX_PASSWORD`
    : `gh secret set PFX_PASSWORD < ${posixQuoted(file)}`;
}

function posixQuoted(text: string): string {
  return /^[\w./@-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

function powerShellQuoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
