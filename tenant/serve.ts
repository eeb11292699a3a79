import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isObject, parseJson, type JsonObject } from './json.ts';
import { DIRECTORY_ROLE_NAMES, EXCHANGE_ROLES } from './exchange/access.ts';
import { FAULTS } from './faults.ts';
import { patternGroups } from './groups.ts';
import { HOSTILE } from './habits.ts';
import { consentedApplications, patternApplications } from './registrations/tenant-applications.ts';
import { ADMINISTRATOR_ROLE_NAMES } from './registrations/directory-roles.ts';
import { REPOSITORY_OPTIONS } from './repository.ts';
import {
  startTenant,
  type ExchangeOptions,
  type Faults,
  type LimitOptions,
  type ReplicationDelays,
  type ServerIdentity,
} from './tenant.ts';

const USAGE = `Usage: node tenant/serve.ts [options]

Runs the embedded tenant until SIGTERM, or until its standard input closes (give it a pipe, not /dev/null). Prints one line of JSON when it is ready.

  --mailboxes N         addresses in the organisation (500)
  --aliases SHARE       mailboxes with one more address (0.1)
  --seed N              everything is drawn from it (1)
  --certificate FILE    a PEM certificate that the application knows; may be repeated
  --role NAME           an app role consented to; may be repeated (MailboxSettings.Read)
  --exchange-role NAME  a role of Exchange assigned to the application, such as Mail Recipients; may be repeated (none)
  --directory-role NAME  a directory role of the application; may be repeated (Global Reader)
  --exchange-app-role NAME  an app role of Exchange consented to; may be repeated (Exchange.ManageAsApp)
  --applications N      applications, 20 of them for the whole tenant, the others in one of 20 scopes each (0)
  --consents N          people of whom each alone consented to one of 100 more applications (0)
  --groups N            groups of five, each with the calendars of four mailboxes (0)
  --unlisted N          more mailboxes that exist (0)
  --exchange-page N     the most rows on a page of Exchange (1000)
  --tls DIR             serve https with DIR/key.pem and DIR/cert.pem
  --token-lifetime N    seconds (3599)
  --latency-batch N     ms that a batch takes (0)
  --latency-single N    ms that a single request takes (0)
  --latency-exchange N  ms that a request to Exchange takes (0)
  --latency-token N     ms that a token takes (0)
  --limit N             requests in a window, shared by the application, or none (Graph's own: 130000 in 10 s)
  --per N               length of that window in ms (1000)
  --retry-after N       seconds for which all is refused past the limit (1)
  --faults JSON         what goes wrong, as in tenant/faults.ts
  --addresses FILE      write the addresses there, one a line
  --administrator-role NAME  a directory role of the administrator; may be repeated (Global Administrator)
  --administrators-only  only administrators may register applications
  --replication JSON    delays of changes in the directory, as in tenant/registrations/replication.ts
  --repository JSON     the repository on GitHub, as in tenant/repository.ts

To set up an application in it, with values from the line of JSON:

  export ADMIN_TOKEN=<administratorToken> GH_TOKEN=<githubAccountToken> GITHUB_API_URL=<githubUrl>
  npm run cli -- setup --endpoints authority=<authorityHost> graph=<graphUrl> --tenant-id <tenantId> \\
    --access-token-env ADMIN_TOKEN --repository contoso/mailboxes

Without ADMIN_TOKEN and --access-token-env, setup opens the page on which the administrator accepts or declines.
`;

const { values } = parseArgs({
  options: {
    mailboxes: { type: 'string' },
    seed: { type: 'string' },
    certificate: { type: 'string', multiple: true },
    role: { type: 'string', multiple: true },
    'exchange-role': { type: 'string', multiple: true },
    'directory-role': { type: 'string', multiple: true },
    'exchange-app-role': { type: 'string', multiple: true },
    aliases: { type: 'string' },
    applications: { type: 'string' },
    consents: { type: 'string' },
    groups: { type: 'string' },
    unlisted: { type: 'string' },
    'exchange-page': { type: 'string' },
    tls: { type: 'string' },
    'token-lifetime': { type: 'string' },
    'latency-batch': { type: 'string' },
    'latency-single': { type: 'string' },
    'latency-exchange': { type: 'string' },
    'latency-token': { type: 'string' },
    limit: { type: 'string' },
    per: { type: 'string' },
    'retry-after': { type: 'string' },
    faults: { type: 'string' },
    addresses: { type: 'string' },
    'administrator-role': { type: 'string', multiple: true },
    'administrators-only': { type: 'boolean' },
    replication: { type: 'string' },
    repository: { type: 'string' },
    help: { type: 'boolean' },
  },
});

function numberOf(option: keyof typeof values, fallback: number): number {
  const text = values[option];
  if (typeof text !== 'string') return fallback;
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value) || value < 0) throw new Error(`--${option} ${text} is no number`);
  return value;
}

function limitOf(): LimitOptions | 'none' | undefined {
  if (values.limit === undefined || values.limit === 'none') return values.limit;
  return { requests: numberOf('limit', 0), per: numberOf('per', 1000), retryAfter: numberOf('retry-after', 1) };
}

function exchangeOf(): ExchangeOptions {
  const appRoles = values['exchange-app-role'];
  return {
    ...(appRoles === undefined ? {} : { appRoles }),
    directoryRoles: rolesOf('directory-role', DIRECTORY_ROLE_NAMES, ['Global Reader']),
    exchangeRoles: rolesOf('exchange-role', EXCHANGE_ROLES, []),
    unlisted: numberOf('unlisted', 0),
    ...(values['exchange-page'] === undefined ? {} : { mostAPage: numberOf('exchange-page', 0) }),
  };
}

/** The roles in an option. A blank option means no role. */
function rolesOf<Role extends string>(
  option: 'directory-role' | 'exchange-role' | 'administrator-role',
  known: readonly Role[],
  fallback: readonly Role[],
): readonly Role[] {
  const names = values[option];
  if (names === undefined) return fallback;
  const roles = known.filter((role) => names.includes(role));
  const unknown = names.find((name) => name !== '' && !roles.some((role) => role === name));
  if (unknown !== undefined) throw new Error(`--${option} ${unknown}: there are ${known.join(', ')}`);
  return roles;
}

function identityOf(folder: string | undefined): ServerIdentity | undefined {
  if (folder === undefined) return undefined;
  return { key: readFileSync(join(folder, 'key.pem'), 'utf8'), cert: readFileSync(join(folder, 'cert.pem'), 'utf8') };
}

function faultsOf(text: string | undefined): Faults {
  const value = text === undefined ? {} : parseJson(text);
  if (!isObject(value)) throw new Error('--faults is no JSON object');
  const unknown = Object.keys(value).find((name) => !FAULTS.includes(name));
  if (unknown !== undefined) throw new Error(`--faults: there is no ${unknown}; there are ${FAULTS.join(', ')}`);
  return value;
}

const DELAYS = ['application', 'principal', 'credential', 'consent', 'conflicts'] satisfies (keyof ReplicationDelays)[];

/** The object in an option of JSON. */
function objectOf(option: 'replication' | 'repository', names: readonly string[]): JsonObject {
  const value = parseJson(values[option] ?? '{}');
  if (!isObject(value)) throw new Error(`--${option} is no JSON object`);
  const unknown = Object.keys(value).find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Error(`--${option}: there is no ${unknown}; there are ${names.join(', ')}`);
  return value;
}

async function serve(): Promise<void> {
  const limit = limitOf();
  const tls = identityOf(values.tls);
  const { applications, scopes } = patternApplications(numberOf('applications', 0), 20, 20);
  const tenant = await startTenant({
    mailboxes: numberOf('mailboxes', 500),
    seed: numberOf('seed', 1),
    habits: { ...HOSTILE, aliases: numberOf('aliases', 0.1) },
    certificates: (values.certificate ?? []).map((file) => readFileSync(file, 'utf8')),
    ...(values.role === undefined ? {} : { roles: values.role }),
    groups: patternGroups(numberOf('groups', 0), numberOf('mailboxes', 500)),
    applications,
    exchange: { ...exchangeOf(), scopes },
    ...(tls === undefined ? {} : { tls }),
    tokenLifetime: numberOf('token-lifetime', 3599),
    latency: {
      batch: numberOf('latency-batch', 0),
      single: numberOf('latency-single', 0),
      token: numberOf('latency-token', 0),
      exchange: numberOf('latency-exchange', 0),
    },
    ...(limit === undefined ? {} : { limit }),
    faults: faultsOf(values.faults),
    administrator: {
      roles: rolesOf('administrator-role', ADMINISTRATOR_ROLE_NAMES, ['Global Administrator']),
    },
    registrations: {
      onlyAdministratorsRegister: values['administrators-only'] === true,
      replication: objectOf('replication', DELAYS),
    },
    repository: objectOf('repository', REPOSITORY_OPTIONS),
  });
  for (const application of consentedApplications(tenant.addresses.slice(0, numberOf('consents', 0)), 100))
    tenant.addApplication(application);
  if (values.addresses !== undefined) writeFileSync(values.addresses, `${tenant.addresses.join('\n')}\n`);
  const { authorityHost, graphUrl, exchangeUrl, resultsUrl, runtimeToken, tenantId, clientId } = tenant;
  const { githubUrl, githubAccountToken, oidcUrl, oidcRequestToken } = tenant;
  const administratorToken = await tenant.administratorToken();
  const stop = (): void => {
    process.stdin.destroy();
    tenant.close().catch((error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    });
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // The tenant ends with its parent, also if the parent crashes.
  process.stdin.once('close', stop).once('end', stop).resume();
  // Last, because the reader may end this process at once.
  console.log(
    JSON.stringify({
      authorityHost,
      graphUrl,
      exchangeUrl,
      resultsUrl,
      runtimeToken,
      tenantId,
      clientId,
      administratorToken,
      githubUrl,
      githubAccountToken,
      oidcUrl,
      oidcRequestToken,
    }),
  );
}

if (values.help === true) console.log(USAGE);
else await serve();
