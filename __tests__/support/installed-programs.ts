import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { newFolder } from './new-folder.ts';

/** Who is signed in to the Azure CLI. */
export interface AzureAccount {
  readonly tenantId: string;
  /** For Microsoft Graph. */
  readonly token: string;
  /** `user` if not given; an application that signed in has app-only tokens. */
  readonly type?: 'user' | 'servicePrincipal';
}

/** Who is signed in to the command line of GitHub. */
export interface GithubAccount {
  readonly token: string;
  /** `github.com` if not given. */
  readonly host?: string;
}

/**
 * The PATH of a machine on which `az`, `gh` or both are installed, before the programs of this machine. Undefined: not installed; null:
 * without a signed-in account. Unknown arguments are an error.
 */
export function pathWith(accounts: { readonly az?: AzureAccount | null; readonly gh?: GithubAccount | null }): string {
  const folder = newFolder();
  for (const [name, account] of Object.entries(accounts)) {
    const script = path.join(folder, `${name}.mjs`);
    writeFileSync(script, `const account = ${JSON.stringify(account)};\n${name === 'az' ? AZ : GH}`);
    const command = path.join(folder, process.platform === 'win32' ? `${name}.cmd` : name);
    const text =
      process.platform === 'win32'
        ? `@"${process.execPath}" "${script}" %*\r\n`
        : `#!/bin/sh\nexec "${process.execPath}" "${script}" "$@"\n`;
    writeFileSync(command, text);
    chmodSync(command, 0o755);
  }
  return [folder, process.env.PATH ?? ''].join(path.delimiter);
}

/** https://learn.microsoft.com/cli/azure/account and Azure/azure-cli, command_modules/profile/custom.py */
const AZ = `
const [group = '', command = '', ...rest] = process.argv.slice(2);
const options = new Map();
for (let at = 0; at < rest.length; at += 2) options.set(rest[at].replace(/^-o$/, '--output'), rest[at + 1]);
const fail = (text) => {
  console.error('ERROR: ' + text);
  process.exit(1);
};
const known = { 'account show': [], 'account get-access-token': ['--resource-type', '--tenant'], 'cloud show': [] }[group + ' ' + command];
const unknown = [...options.keys()].find((name) => name !== '--output' && !known?.includes(name));
if (known === undefined || unknown !== undefined) {
  console.error('ERROR: unrecognized arguments: ' + process.argv.slice(2).join(' '));
  process.exit(2);
}
if (group === 'account' && account === null) fail("Please run 'az login' to setup account.");
const print = (value) => console.log(JSON.stringify(value, null, 2));
if (group === 'cloud') {
  print({
    name: 'AzureCloud',
    isActive: true,
    endpoints: {
      activeDirectory: 'https://login.microsoftonline.com',
      microsoftGraphResourceId: 'https://graph.microsoft.com/',
    },
  });
} else if (command === 'show') {
  print({
    environmentName: 'AzureCloud',
    id: '0b1f6471-1bf0-4dda-aec3-cb9272f09590',
    isDefault: true,
    name: 'Contoso',
    state: 'Enabled',
    tenantId: account.tenantId,
    user: { name: 'admin@contoso.onmicrosoft.com', type: account.type ?? 'user' },
  });
} else if (options.get('--resource-type') !== 'ms-graph') {
  fail('The test program has tokens for Microsoft Graph only.');
} else if (![undefined, account.tenantId].includes(options.get('--tenant'))) {
  fail("AADSTS90002: Tenant '" + options.get('--tenant') + "' not found.");
} else {
  const expires = Math.floor(Date.now() / 1000) + 3600;
  print({
    accessToken: account.token,
    expiresOn: new Date(expires * 1000).toISOString().replace('T', ' ').replace('Z', '000'),
    expires_on: expires,
    subscription: '0b1f6471-1bf0-4dda-aec3-cb9272f09590',
    tenant: account.tenantId,
    tokenType: 'Bearer',
  });
}
`;

/** https://cli.github.com/manual/gh_auth_token */
const GH = `
const [group, command, option, host = 'github.com', ...rest] = process.argv.slice(2);
const isKnown = group === 'auth' && command === 'token' && [undefined, '--hostname', '-h'].includes(option) && rest.length === 0;
if (!isKnown) {
  console.error('unknown command ' + process.argv.slice(2).join(' '));
  process.exit(1);
}
if (account === null || host !== (account.host ?? 'github.com')) {
  console.error('no oauth token found for ' + host);
  process.exit(1);
}
console.log(account.token);
`;
