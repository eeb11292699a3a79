import { unverifiedClaims } from '../src/auth/access-token.ts';
import { isGuid, isObject, jsonOrUndefined, type JsonObject } from '../src/json.ts';
import { must, needs, typed, typeOf } from './answer.ts';
import type { Assumptions } from './assumption.ts';
import type { Services } from './services.ts';

const LEARN = 'https://learn.microsoft.com/entra/identity-platform';
const FEDERATION = 'https://learn.microsoft.com/entra/workload-id/workload-identity-federation';
/** Seconds, with a minute for the clocks. */
const LIFETIME = { least: 59 * 60, most: 91 * 60 };

/** What the action relies on in Entra ID. */
export const ENTRA: Assumptions = {
  'ENTRA-1': {
    statement:
      'The access token of an application for Graph is valid for 60 to 90 minutes; that of a managed identity for about a day.',
    documented: `${LEARN}/access-tokens#token-lifetime; https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/managed-identities-faq`,
    method: 'Compares the lifetime of the token.',
    check: async (services) => {
      const { certificate, oidcAudience } = services.options;
      needs((certificate ?? oidcAudience) !== undefined, 'The token is from a managed identity, or from elsewhere.');
      const { expiresAt } = await services.token('Graph');
      const seconds = (expiresAt - services.options.now()) / 1000;
      const isUsual = seconds >= LIFETIME.least && seconds <= LIFETIME.most;
      must(isUsual, '60 to 90 minutes', `${Math.round(seconds / 60)} minutes`);
    },
  },
  'ENTRA-2': {
    statement: 'The token for Graph is a readable JWT with `tid`, `appid` and `idtyp`; app roles are in `roles`.',
    observed: `${LEARN}/access-token-claims-reference (which says that clients must not read the token)`,
    method: 'Checks the types of these claims.',
    check: async (services) => {
      const claims = await claimsOf(services, 'Graph');
      typed([claims], { tid: 'text', appid: 'text', idtyp: 'text', roles: 'list absent' });
      must(claims.idtyp === 'app', 'idtyp: app', 'idtyp: another text');
    },
  },
  'ENTRA-3': {
    statement:
      'The token for Exchange Online has the ID of the tenant in `tid`, which the paths of the admin API need.',
    documented: `${LEARN}/access-token-claims-reference (the claim, not for this service)`,
    method: 'Checks that `tid` is a GUID.',
    check: async (services) => {
      const { tid = null } = await claimsOf(services, 'Exchange');
      must(isGuid(tid), 'tid: a GUID', `tid: ${typeof tid === 'string' ? 'another text' : typeOf(tid)}`);
    },
  },
  'ENTRA-4': {
    statement: 'The token for Exchange Online lists directory roles of the application in `wids`.',
    inferred: `${LEARN}/access-token-claims-reference (the claim, without the service)`,
    method: 'Checks that `wids` is a list. An application with roles of Exchange only may have none.',
    check: async (services) => {
      typed([await claimsOf(services, 'Exchange')], { wids: 'list' });
    },
  },
  'ENTRA-5': {
    statement: 'An assertion for another audience than the token endpoint is refused with AADSTS700023.',
    documented: `${LEARN}/reference-error-codes: "Client assertion audience claim does not match Realm issuer"`,
    method: 'Sends such an assertion, once: the sign-in log of the application has one failed sign-in.',
    check: async (services) => {
      const error = await services.signInForOtherAudience();
      const outcome = error === undefined ? 'a token' : /^AADSTS\d+$/.test(error.code) ? error.code : 'another error';
      must(outcome === 'AADSTS700023', 'AADSTS700023', outcome);
    },
  },
  'ENTRA-6': {
    statement: 'Errors of the token endpoint have a trace ID, a correlation ID and a time stamp.',
    documented:
      'https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow#error-response-1',
    method: 'Looks for them in the error of ENTRA-5.',
    check: async (services) => {
      const { message = '' } = (await services.signInForOtherAudience()) ?? {};
      needs(message !== '', 'Entra ID accepted the assertion.');
      const missingParts = ['Trace ID', 'Correlation ID', 'Timestamp'].filter((name) => !message.includes(`${name}: `));
      must(missingParts.length === 0, 'Trace ID, Correlation ID and Timestamp', `no ${missingParts.join(', ')}`);
    },
  },
  'ENTRA-7': {
    statement: 'The OIDC token of GitHub is accepted as the assertion for a token of Exchange Online.',
    inferred: 'https://github.com/maester365/maester-action (azure/login, then Connect-ExchangeOnline with its token)',
    method: 'With a federated credential, in a job: signs in.',
    check: async (services) => {
      needs(services.options.oidcClaims !== undefined, 'The probe did not run with a federated credential in a job.');
      const error = await services.signInError('Exchange');
      must(error === undefined, 'a token', error ?? '');
    },
  },
  'ENTRA-8': {
    statement: 'A disabled application is refused with AADSTS7000112.',
    inferred: `${LEARN}/reference-error-codes (the code, without the case)`,
    method: 'The application would have to be disabled.',
  },
  'ENTRA-9': {
    statement: 'A new federated credential is refused with AADSTS70021 until it has reached all servers.',
    documented: `${FEDERATION}-considerations`,
    method: 'The credential of the application is not new.',
  },
  'ENTRA-10': {
    statement:
      'AADSTS700030 names a subject that is not authorized, a certificate of another cloud, or one of an authority.',
    observed: `${LEARN}/reference-error-codes, and public reports`,
    method: 'It would need such a certificate.',
  },
  'ENTRA-11': {
    statement: 'A token that is revoked during a run is refused with 401 and a claims challenge.',
    documented: `${LEARN}/claims-challenge`,
    method: 'The token would have to be revoked.',
  },
  'ENTRA-12': {
    statement: 'A throttled sign-in has status 429 and AADSTS90055.',
    inferred: `${LEARN}/reference-error-codes (the code, without the status)`,
    method: 'The probe does not provoke throttling.',
  },
  'ENTRA-13': {
    statement:
      'Azure DevOps gives a job the token of a service connection that the job names, with the audience of the global cloud.',
    documented: 'https://learn.microsoft.com/rest/api/azure/devops/distributedtask/oidctoken/create',
    method: '`doctor` in such a job prints the claims.',
  },
  'ENTRA-14': {
    statement:
      'Azure DevOps gives a job the token of its pipeline without a service connection, and Entra ID accepts it.',
    inferred: 'https://github.com/gravitational/teleport (rfd/0211, the token, without Entra ID)',
    method: '`doctor` in such a job prints the claims, and signs in.',
  },
  'ENTRA-15': {
    statement: 'The metadata service of a host in Azure answers a request without its header, with an error.',
    documented:
      'https://learn.microsoft.com/azure/virtual-machines/instance-metadata-service#security-and-authentication',
    method: '`doctor --credential managed-identity` on such a host signs in.',
  },
  'ENTRA-16': {
    statement: 'The token of a managed identity shows its tenant in `tid` and its client ID in `appid`.',
    inferred: `${LEARN}/access-token-claims-reference (the claims, without the service)`,
    method: '`doctor --credential managed-identity` on such a host compares `tid` and prints both.',
  },
};

async function claimsOf(services: Services, service: 'Graph' | 'Exchange'): Promise<JsonObject> {
  const { value } = await services.token(service);
  const claims = unverifiedClaims(value);
  must(claims !== undefined, 'a JWT', 'an opaque token');
  const json = jsonOrUndefined(JSON.stringify(claims ?? {}));
  return isObject(json) ? json : {};
}
