import { randomUUID } from 'node:crypto';
import { property } from './json.ts';
import { signingKey, signJwt, verifyJwt } from './signing.ts';

/** The IDs of a workflow run and job in the results service. */
export interface BackendIds {
  readonly run: string;
  readonly job: string;
}

/** Issues and verifies the tokens that a runner sets as ACTIONS_RUNTIME_TOKEN. */
export async function runtimeToken({ run, job }: BackendIds, now: number): Promise<string> {
  const issued = Math.floor(now / 1000);
  return signJwt(
    {
      nbf: issued - 300,
      iat: issued,
      exp: issued + 6 * 3600,
      iss: 'https://token.actions.githubusercontent.com',
      aud: 'https://results-receiver.actions.githubusercontent.com',
      jti: randomUUID(),
      scp: `Actions.GenericRead:00000000-0000-0000-0000-000000000000 Actions.Results:${run}:${job}`,
    },
    await signingKey(),
  );
}

/** The ids in a bearer token. Undefined if its signature is invalid or it has expired. */
export async function backendIds(authorization: string | undefined, now: number): Promise<BackendIds | undefined> {
  const [, token] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? [];
  const claims = token === undefined ? undefined : verifyJwt(token, await signingKey());
  const scopes = property(claims, 'scp');
  const expires = property(claims, 'exp');
  if (typeof scopes !== 'string' || typeof expires !== 'number' || now >= expires * 1000) return undefined;
  const [, run, job] = /(?:^| )Actions\.Results:([^: ]+):([^: ]+)(?: |$)/.exec(scopes) ?? [];
  return run === undefined || job === undefined ? undefined : { run, job };
}
