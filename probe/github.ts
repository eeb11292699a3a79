import { isObject } from '../src/json.ts';
import { must, needs, readable, typed } from './answer.ts';
import { body, have, type Assumptions } from './assumption.ts';
import type { Services } from './services.ts';

const OIDC = 'https://docs.github.com/actions/reference/security/oidc';
const REST = 'https://docs.github.com/rest';
/** Of a repository: by name, or by name and number. */
const SUBJECT = /^repo:[\w.-]+(?:@\d+)?\/[\w.-]+(?:@\d+)?:[a-z_]+/;

/** What the action relies on in GitHub. */
export const GITHUB: Assumptions = {
  'GITHUB-1': {
    statement: 'The subject of an OIDC token is `repo:OWNER/REPO:...`, or `repo:OWNER@ID/REPO@ID:...`.',
    documented: OIDC,
    method:
      'With a federated credential, in a job: checks the form of the claim. Organizations can choose another one.',
    check: (services) => {
      const { sub } = oidcClaims(services);
      must(typeof sub === 'string' && SUBJECT.test(sub), 'sub: one of the two forms', formOf('sub', sub));
    },
  },
  'GITHUB-2': {
    statement: 'The audience of an OIDC token is the requested one.',
    documented: OIDC,
    method: 'With a federated credential, in a job: compares the claim.',
    check: (services) => {
      const { aud } = oidcClaims(services);
      must(aud === services.options.oidcAudience, 'aud: the requested audience', formOf('aud', aud));
    },
  },
  'GITHUB-3': {
    statement: 'An OIDC token is valid for 5 to 10 minutes, so each sign-in needs a new one.',
    observed: `${OIDC} (the claims, without a promise)`,
    method: 'With a federated credential, in a job: compares `iat` and `exp`.',
    check: (services) => {
      const { iat, exp } = oidcClaims(services);
      const isNumber = typeof iat === 'number' && typeof exp === 'number';
      const minutes = isNumber ? (exp - iat) / 60 : NaN;
      const duration = isNumber ? `${Math.round(minutes)} minutes` : 'no numbers';
      must(minutes >= 4.9 && minutes <= 10, '5 to 10 minutes', duration);
    },
  },
  'GITHUB-4': {
    statement: '`GET /repos/{repository}/actions/oidc/customization/sub` has the form of the subject.',
    documented: `${REST}/actions/oidc`,
    method: 'With `GITHUB_TOKEN` and the repository: checks its properties.',
    check: have(
      body((services) => services.github((repository) => `/repos/${repository}/actions/oidc/customization/sub`)),
      {
        use_default: 'boolean',
        use_immutable_subject: 'boolean',
        sub_claim_prefix: 'text null absent',
      },
    ),
  },
  'GITHUB-5': {
    statement: 'A repository and its owner have a numeric `id`, which the immutable subject contains.',
    documented: `${REST}/repos/repos#get-a-repository`,
    method: 'With `GITHUB_TOKEN` and the repository: checks both.',
    check: async (services) => {
      const { json } = readable(await services.github((repository) => `/repos/${repository}`));
      const owner = isObject(json) ? json.owner : undefined;
      typed([json, owner].filter(isObject), { id: 'number' });
    },
  },
  'GITHUB-6': {
    statement:
      'On GitHub Enterprise Server the issuer is `https://HOSTNAME/_services/token`, without immutable subjects.',
    documented: 'https://docs.github.com/enterprise-server/actions/reference/security/oidc',
    method: 'The check of the federated credential shows the issuer of the job.',
  },
  'GITHUB-7': {
    statement:
      'Private repositories have required reviewers of environments with GitHub Enterprise only. Else 422 or 404, and a 422 leaves the environment without rules (terraform-provider-github#1311).',
    documented: 'https://docs.github.com/actions/reference/workflows-and-actions/deployments-and-environments',
    method: 'The plan of an account cannot be read with the token of a job.',
  },
  'GITHUB-8': {
    statement: 'Code scanning accepts SARIF of at most 10 MB gzipped; private repositories need GitHub Code Security.',
    documented: 'https://docs.github.com/code-security/reference/code-scanning/sarif-support-for-code-scanning',
    method: 'An upload would write.',
  },
  'GITHUB-9': {
    statement: '`uses: $/path` is the same repository at the same commit, with runner 2.336.0 or newer on github.com.',
    documented: 'https://github.blog/changelog/',
    method: 'It is resolved before a job runs.',
  },
  'GITHUB-10': {
    statement: 'A token that may not write variables gets 403 for one that does not exist, and another token 404.',
    inferred: `${REST}/actions/variables (the permission, without the order of the checks)`,
    method: 'The probe only reads.',
  },
  'GITHUB-11': {
    statement:
      'A run opens pull requests only if the repository allows it: else 403 "GitHub Actions is not permitted to create or approve pull requests", whatever its permissions. A GitHub App may.',
    observed: 'https://github.com/peter-evans/create-pull-request/issues/3979',
    method: 'Opening one would write.',
  },
  'GITHUB-12': {
    statement: 'The body of a pull request has at most 65,536 characters: else 422 "body is too long".',
    observed: `${REST}/pulls/pulls (no limit is stated; many public reports of the message)`,
    method: 'Opening one would write.',
  },
  'GITHUB-13': {
    statement:
      'Checks of a pull request that a run opened start only when somebody approves them, or closes and reopens it. For a GitHub App they start by themselves.',
    documented: 'https://docs.github.com/actions/concepts/security/github_token',
    method: 'Opening one would write.',
  },
  'GITHUB-14': {
    statement:
      'To write an existing file, the API needs its SHA: 422 without one, 409 with another one. A SHA for a missing file is ignored. A branch that exists is 422 "Reference already exists".',
    observed: 'https://github.com/pome-sh/digital-twins/pull/400',
    method: 'It would write.',
  },
};

function oidcClaims({ options }: Services): Readonly<Record<string, unknown>> {
  needs(options.oidcClaims !== undefined, 'The probe did not run with a federated credential in a job.');
  return options.oidcClaims ?? {};
}

function formOf(name: string, value: unknown): string {
  return `${name}: ${typeof value === 'string' ? 'another text' : 'no text'}`;
}
