import { hash } from 'node:crypto';
import { lookup } from 'node:dns/promises';
import { BlockList } from 'node:net';
import path from 'node:path';
import { clouds } from '../../../../auth/clouds.ts';
import { isEnterpriseServer, issuerOf } from '../../../../auth/github-subject.ts';
import { UserError } from '../../../../errors.ts';
import { isText, objectOf, optional, where } from '../../../../files/json-shape.ts';
import { isGuid, property, textIn, type Json } from '../../../../json.ts';
import { shownText } from '../../../../text/display.ts';
import type { GitHubRepository } from '../../../repository.ts';
import type { AdminGraph } from '../admin-graph.ts';
import { appIdOf, applicationPart, presentOf } from '../application-state.ts';
import { contentOf } from '../present-files.ts';
import {
  command,
  jsonFile,
  stayingOf,
  type Planned,
  type Resource,
  type Setup,
  type SetupStep,
  type StepResult,
  type Undo,
  type Undone,
} from '../resource.ts';
import { listPart, set, withMade, type SetupRecord } from '../setup-record.ts';
import { environmentsOf, WORKFLOW_FILE } from '../workflow-file.ts';

/** https://learn.microsoft.com/graph/api/resources/federatedidentitycredentials-overview */
const MOST_CREDENTIALS = 20;

/** Networks that Entra ID cannot reach: RFC 1918, 3927, 6598, 4193, 4291. */
const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  PRIVATE.addSubnet(network, prefix, 'ipv4');
}
PRIVATE.addSubnet('fc00::', 7, 'ipv6');
PRIVATE.addSubnet('fe80::', 10, 'ipv6');
PRIVATE.addAddress('::1', 'ipv6');

const NO_GITHUB_TOKEN =
  'There is no token of GitHub (GH_TOKEN, gh auth login): the settings of the repository are not known. Repositories that were created, ' +
  'renamed or transferred since 2026-07-15 send another subject: then run this again with a token.';

/** As `nameOf` makes it. */
const NAME = /^mailbox-report-[0-9a-f]{12}$/;

/** Without an ID, its creation was begun, and may have been cut off. */
export const federatedCredentialsPart = listPart(
  'federatedCredentials',
  objectOf({ name: where(isText, (name) => NAME.test(name)), id: optional(where(isText, isGuid)) }),
);

/** The claims that Entra ID compares. */
interface FederatedClaims {
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
}

/** The jobs that sign in. */
export interface SigningJobs {
  /** The file of their workflow. */
  readonly workflow: string;
  /** Undefined stands for a job without one. */
  readonly environments: readonly (string | undefined)[];
}

/** The claims of the OIDC tokens of jobs, one credential a subject. */
export function federatedCredentials<S extends Setup>(
  jobsOf: (setup: S) => SigningJobs | Promise<SigningJobs>,
): Resource<S> {
  return { part: federatedCredentialsPart, on: 'application', plan: (setup) => plan(setup, jobsOf), undo };
}

async function plan<S extends Setup>(
  setup: S,
  jobsOf: (setup: S) => SigningJobs | Promise<SigningJobs>,
): Promise<Planned> {
  const { repository } = setup;
  if (repository === undefined) return { steps: [] };
  const { claims, notes } = await missingClaims(repository, await jobsOf(setup), setup);
  return { steps: claims.map((claim) => credentialStep(claim, setup)), notes };
}

/** Whether the application has the credentials of jobs. Rejects as the plan does. */
export async function hasCredentials(repository: GitHubRepository, jobs: SigningJobs, setup: Setup): Promise<boolean> {
  return (await missingClaims(repository, jobs, setup)).claims.length === 0;
}

async function missingClaims(
  repository: GitHubRepository,
  jobs: SigningJobs,
  setup: Setup,
): Promise<{ readonly claims: readonly FederatedClaims[]; readonly notes: readonly string[] }> {
  const { claims, notes } = await claimsOf(repository, jobs, setup);
  const id = presentOf(setup.application)?.id;
  const present = id === undefined ? [] : await credentialsOf(setup.graph, id);
  return { claims: newClaims(claims, present), notes };
}

async function undo(of: Undo): Promise<Undone> {
  const { graph, record } = of;
  const application = stayingOf(of);
  if (application === undefined || record.of(federatedCredentialsPart).length === 0) return { lines: [] };
  const present = await credentialsOf(graph, application.id);
  const own = present.filter((one) => isRecordedCredential(one, record));
  return {
    lines: own.map((one) => `federated credential ${textIn(one, 'subject')} of ${application.name}`),
    remove: async () => {
      for (const one of own) await graph.remove(`${pathOf(application.id)}/${textIn(one, 'id')}`);
    },
  };
}

/** Whether the record has a credential of an application: its name depends on issuer and subject. */
export function isRecordedCredential(credential: Json, record: SetupRecord): boolean {
  const [name, issuer, subject] = [
    textIn(credential, 'name'),
    textIn(credential, 'issuer'),
    textIn(credential, 'subject'),
  ];
  return name === nameOf({ issuer, subject }) && record.of(federatedCredentialsPart).some((one) => one.name === name);
}

function pathOf(applicationId: string): string {
  return `/v1.0/applications/${applicationId}/federatedIdentityCredentials`;
}

function credentialsOf(graph: AdminGraph, applicationId: string): Promise<readonly Json[]> {
  return graph.list(pathOf(applicationId));
}

/** The jobs that report. */
export async function reportJobs({ place: { folder } }: Pick<Setup, 'place'>): Promise<SigningJobs> {
  const text = await contentOf(path.join(folder, WORKFLOW_FILE));
  return { workflow: WORKFLOW_FILE, environments: text === undefined ? [undefined] : environmentsOf(text) };
}

/** What the jobs of a repository send. Rejects with UserErrors if that is not known, or Entra ID cannot check it. */
async function claimsOf(
  repository: GitHubRepository,
  { workflow, environments }: SigningJobs,
  setup: Setup,
): Promise<{ readonly claims: readonly FederatedClaims[]; readonly notes: readonly string[] }> {
  const { host } = repository.name;
  const subjects = new Set<string>();
  const notesOfSubjects = new Set<string>();
  for (const environment of environments) {
    const { defaultBranch: branch } = repository;
    const expected = await repository.subjects({ branch, environment, workflow });
    for (const subject of expected.subjects) subjects.add(subject);
    if (expected.note !== '') notesOfSubjects.add(expected.note);
  }
  const issuer = issuerOf(host);
  if (isEnterpriseServer(host)) await requireReachableIssuer(issuer);
  const { audience } = clouds[setup.place.cloud];
  const notes = [...notesOfSubjects, ...(repository.hasToken ? [] : [NO_GITHUB_TOKEN])];
  return { claims: [...subjects].map((subject) => ({ issuer, subject, audience })), notes };
}

/** The claims that an application has no credential for. Throws the UserError `SETUP_REFUSED` for those that it cannot get. */
function newClaims(claims: readonly FederatedClaims[], present: readonly Json[]): readonly FederatedClaims[] {
  const added: FederatedClaims[] = [];
  for (const claim of claims) {
    const { issuer, subject, audience } = claim;
    const same = present.find((one) => textIn(one, 'issuer') === issuer && textIn(one, 'subject') === subject);
    const audiences = property(same, 'audiences');
    const hasAudience = Array.isArray(audiences) && audiences.includes(audience);
    if (same === undefined) added.push(claim);
    else if (!hasAudience) throw otherAudience(textIn(same, 'name'), audience);
  }
  if (present.length + added.length > MOST_CREDENTIALS) throw tooMany(present.length);
  return added;
}

function credentialStep(claims: FederatedClaims, setup: Setup): SetupStep {
  return {
    stage: 'workflow',
    mark: '+',
    lines: [`federated credential ${claims.subject}, issuer ${claims.issuer}`],
    commands: [
      jsonFile('federated.json', bodyOf(claims)),
      command("az ad app federated-credential create --id APP_ID --parameters '@federated.json'"),
    ],
    make: () => create(claims, setup),
  };
}

async function create(claims: FederatedClaims, { graph, record, portal }: Setup): Promise<StepResult> {
  const body = bodyOf(claims);
  const { name } = body;
  const recordWith = (id: string | undefined): void =>
    record.update(set(federatedCredentialsPart, withMade(record.of(federatedCredentialsPart), { name, id })));
  recordWith(undefined);
  const applicationId = record.of(applicationPart)?.id ?? '';
  const { status, json } = await graph.write(
    { method: 'POST', path: pathOf(applicationId), body },
    'the application',
    // One with these claims has been there since the plan, such as on a restored application.
    (answer) => answer.status === 409 && answer.message.includes(name),
  );
  const present = status === 409 ? await credentialsOf(graph, applicationId) : [];
  recordWith(textIn(status === 409 ? present.find((one) => textIn(one, 'name') === name) : json, 'id'));
  return { text: `Created federated credential ${claims.subject}`, link: portal.credentials(appIdOf(record)) };
}

function bodyOf(claims: FederatedClaims) {
  const { issuer, subject, audience } = claims;
  const description = 'Made by mailbox-report setup';
  return { name: nameOf(claims), issuer, subject, audiences: [audience], description };
}

/** Names are unique on an application and cannot change, so each depends on the claims. */
function nameOf({ issuer, subject }: Pick<FederatedClaims, 'issuer' | 'subject'>): string {
  return `mailbox-report-${hash('sha256', `${issuer}\n${subject}`).slice(0, 12)}`;
}

function otherAudience(name: string, audience: string): UserError {
  return new UserError(
    'SETUP_REFUSED',
    `The federated credential ${shownText(name)} has this issuer and subject with another audience, and Entra ID allows no second one.`,
    { hint: `Change its audience to ${audience}, or delete it, and run the command again.` },
  );
}

function tooMany(count: number): UserError {
  return new UserError(
    'SETUP_REFUSED',
    `The application has ${count} federated credentials, and Entra ID allows ${MOST_CREDENTIALS}.`,
    {
      hint: 'Delete those that no workflow uses, or set --name to another application.',
    },
  );
}

/**
 * Entra ID reads the keys of an issuer over the internet. Rejects with the UserError `SETUP_REFUSED` for the issuer of a server whose name
 * has no address, or only private ones. Whether a firewall lets Entra ID in cannot be seen from here.
 */
async function requireReachableIssuer(issuer: string): Promise<void> {
  const { hostname } = new URL(issuer);
  const addresses = await lookup(hostname, { all: true }).catch(() => []);
  const isPublic = addresses.some(({ address, family }) => !PRIVATE.check(address, family === 6 ? 'ipv6' : 'ipv4'));
  if (isPublic) return;
  const reason = addresses.length === 0 ? 'its name has no address here' : 'its name has private addresses only';
  throw new UserError('SETUP_REFUSED', `Microsoft Entra ID cannot reach the issuer ${issuer}: ${reason}.`, {
    hint:
      'A federated credential needs an issuer that is public, at least its /.well-known/openid-configuration. Or sign in with a ' +
      'certificate: run setup with --terminal, and store the PFX as a secret of the repository.',
  });
}
