import { clouds } from '../auth/clouds.ts';
import type { KeylessCredential } from '../auth/credential.ts';
import { UserError } from '../errors.ts';
import { isGuid } from '../json.ts';
import { choice, cloudOf, inputVariable, invalid, required, type GivenInput, type Reader } from './input-readers.ts';

/** The values of the input `credential`. */
export const CREDENTIALS = ['certificate', 'federated', 'managed-identity'] as const;

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
    const kind = credentialName.read(input);
    if (kind === 'managed-identity') return { kind };
    if (kind === 'certificate') {
      return { kind, pfx: required('pfx', textOf('pfx')), pfxPassword: env[inputVariable('pfx-password')] ?? '' };
    }
    const { audience } = clouds[cloudOf(textOf('cloud'))];
    const [assertionEnv, serviceConnection] = ['assertion-env', 'service-connection'].map(
      (name) => textOf(name) || undefined,
    );
    return { kind, audience, assertionEnv, serviceConnection };
  },
};

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
  throw new UserError('INPUT_INVALID', `The input "${name}" is not ${wanted}.`, {
    hint: `Use ${hint}, as the overview page of your application in the Entra portal shows it.`,
  });
}
