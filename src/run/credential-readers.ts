import { clouds } from '../auth/clouds.ts';
import type { KeylessCredential } from '../auth/credential.ts';
import { mayHaveAssertion } from '../auth/assertion-options.ts';
import { UserError } from '../errors.ts';
import { isGuid } from '../json.ts';
import { choice, cloudOf, inputVariable, invalid, required, type GivenInput, type Reader } from './input-readers.ts';
import { forReader, inputName, theInput } from '../text/audience.ts';

/** The values of the input `credential`. */
export const CREDENTIALS = ['auto', 'certificate', 'federated', 'managed-identity'] as const;

/** How the action signs in. `pfx` and `pfxPassword` are secret and must be masked first. */
export type CredentialInputs =
  { readonly kind: 'certificate'; readonly pfx: string; readonly pfxPassword: string } | KeylessCredential;

const credentialName = choice(CREDENTIALS);

/** With the inputs, and the options of the terminal program, that the credential consists of. */
export const credential: Reader<CredentialInputs> = {
  kind: 'text',
  choices: CREDENTIALS,
  show: ({ kind }) => kind,
  read: (input) => {
    const { textOf, env } = input;
    const variable = textOf('access-token-env');
    if (variable !== '') return { kind: 'access-token', variable, token: env[variable]?.trim() ?? '' };
    const name = credentialName.read(input);
    const kind = name === 'auto' ? offeredCredential(input) : name;
    if (kind === 'managed-identity') return { kind };
    if (kind === 'certificate') {
      return { kind, pfx: required('pfx', textOf('pfx')), pfxPassword: env[inputVariable('pfx-password')] ?? '' };
    }
    return { kind, audience: clouds[cloudOf(textOf('cloud'))].audience, ...assertionInputs(input) };
  },
};

function assertionInputs({ textOf }: GivenInput): {
  assertionEnv: string | undefined;
  serviceConnection: string | undefined;
} {
  const [assertionEnv, serviceConnection] = ['assertion-env', 'service-connection'].map(
    (name) => textOf(name) || undefined,
  );
  return { assertionEnv, serviceConnection };
}

/**
 * What `auto` signs in with. Never a managed identity: on a runner in Azure, it may be one of another purpose. Throws a UserError if
 * there is nothing: `EMPTY` for a secret that is lost, `INPUT_MISSING` otherwise.
 */
function offeredCredential(input: GivenInput): 'certificate' | 'federated' {
  const { textOf, env } = input;
  if (textOf('pfx') !== '') return 'certificate';
  if ((env[inputVariable('pfx-password')] ?? '') !== '') {
    throw new UserError('EMPTY', `${theInput('pfx')} is empty, and ${inputName('pfx-password')} is set.`, {
      hint:
        forReader({
          workflow:
            'Check the name of the secret with the PFX, and that the workflow can read it: runs of a fork or of Dependabot get no secrets.',
          terminal: 'Set --pfx to the PFX file.',
        }) + ` To sign in without a certificate, remove ${inputName('pfx-password')}.`,
    });
  }
  if (mayHaveAssertion(env, assertionInputs(input))) return 'federated';
  throw new UserError('INPUT_MISSING', 'There is no credential: "pfx" is empty, and this job has no OIDC token.', {
    hint:
      'Use one of three. "federated": add "id-token: write" and "contents: read" to "permissions:" of the job (other CIs: ' +
      '--assertion-env, or AZURE_FEDERATED_TOKEN_FILE). "certificate": set "pfx" to the PFX file in base64, from a secret. ' +
      '"managed-identity": on a runner in Azure, set "credential" to it. Runs of a fork get neither a secret nor an OIDC token.',
  });
}

const DOMAIN = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;

/** '' with a managed identity or a token from elsewhere, if the token decides. */
export const tenantId: Reader<string> = {
  kind: 'text',
  read: (input) =>
    identifier(input, {
      accepts: (value) => isGuid(value) || DOMAIN.test(value),
      wanted: 'an ID or a domain',
      hint: 'the Directory (tenant) ID or a verified domain such as contoso.onmicrosoft.com',
    }),
};

/** '' likewise: the system-assigned identity. */
export const clientId: Reader<string> = {
  kind: 'text',
  read: (input) => identifier(input, { accepts: isGuid, wanted: 'an ID', hint: 'the Application (client) ID' }),
};

function identifier(
  { name, text, textOf }: GivenInput,
  { accepts, wanted, hint }: { readonly accepts: (value: string) => boolean; wanted: string; hint: string },
): string {
  const isOptional = textOf('access-token-env') !== '' || textOf('credential').toLowerCase() === 'managed-identity';
  if (isOptional) {
    if (text === '' || isGuid(text)) return text;
    throw invalid(name, text, 'With this credential, use the ID, not a domain, or leave it empty.');
  }
  if (accepts(required(name, text))) return text;
  throw new UserError('INPUT_INVALID', `${theInput(name)} is not ${wanted}.`, {
    hint: `Use ${hint}, as the overview page of your application in the Entra portal shows it.`,
  });
}
