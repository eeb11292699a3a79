import { entraError, type EntraError } from '../entra-errors.ts';
import { REQUIREMENTS } from '../registrations/callers.ts';

/** Scopes about the sign-in itself. https://learn.microsoft.com/entra/identity-platform/scopes-oidc */
const OPENID = ['openid', 'profile', 'email', 'offline_access'];
/** Permissions that a user can consent to alone. */
const OF_USERS = ['User.Read'];
const DELEGATED: ReadonlySet<string> = new Set(
  Object.values(REQUIREMENTS).flatMap(({ permissions }) => permissions.flat()),
);

/** What a sign-in asks for. */
export interface Scopes {
  readonly openid: readonly string[];
  /** Names of delegated permissions of Graph. */
  readonly graph: readonly string[];
  readonly needsAdministrator: boolean;
}

/** The scopes in the parameter `scope`, or its first error. `graphUrls`: how Graph is named before them. */
export function scopesIn(text: string, graphUrls: readonly string[]): Scopes | EntraError {
  const names = text.split(' ').filter(Boolean);
  if (names.length === 0) {
    return entraError('invalid_request', 900144, "The request body must contain the following parameter: 'scope'.");
  }
  const graph: string[] = [];
  for (const name of names.filter((one) => !OPENID.includes(one))) {
    const resource = graphUrls.find((url) => name.startsWith(`${url}/`));
    const permission = resource === undefined ? name : name.slice(resource.length + 1);
    if (resource === undefined && name.includes('://')) {
      return entraError(
        'invalid_resource',
        500011,
        `The resource principal named ${name} was not found in the tenant named Contoso.`,
      );
    }
    if (!DELEGATED.has(permission)) {
      return entraError(
        'invalid_client',
        650053,
        `The application asked for scope '${permission}' that doesn't exist on the resource '00000003-0000-0000-c000-000000000000'. Contact the app vendor.`,
        400,
      );
    }
    graph.push(permission);
  }
  const openid = names.filter((name) => OPENID.includes(name));
  return { openid, graph, needsAdministrator: graph.some((name) => !OF_USERS.includes(name)) };
}
