import { badRequest, graphError, type GraphAnswer } from './graph-errors.ts';
import type { Json, JsonObject } from './json.ts';
import { notSimulated } from './page-query.ts';
import type { People } from './people.ts';
import { guidOf } from './registrations/app-role-ids.ts';

/** A request for what an account signs in with. */
export interface PersonPath {
  readonly ok: true;
  /** The address or object ID, as in the request. */
  readonly person: string;
  readonly kind: 'methods' | 'registeredDevices' | 'ownedDevices';
  /** Whether devices are asked for as devices, with their properties. */
  readonly isCast: boolean;
  /** As written, relative to the version. */
  readonly path: string;
  readonly query: string;
}

/** A method as Graph shows it, with its `@odata.type`. https://learn.microsoft.com/graph/api/authentication-list-methods */
export type Method = JsonObject;

/** A device of an account. https://learn.microsoft.com/graph/api/resources/device */
export interface Device {
  readonly name: string;
  readonly operatingSystem?: string;
  /** ISO 8601; null: the directory does not say it. */
  readonly registered?: string | null;
  readonly trustType?: 'Workplace' | 'AzureAd' | 'ServerAd';
  /** True if not given. */
  readonly isEnabled?: boolean;
}

const PATH =
  /^\/users\/([^/?]+)\/(authentication\/methods|registeredDevices|ownedDevices)(\/microsoft\.graph\.device)?\/?$/i;
/** https://learn.microsoft.com/graph/api/authentication-list-methods */
const METHOD_ROLES = ['UserAuthenticationMethod.Read.All', 'UserAuthenticationMethod.ReadWrite.All'];
/** https://learn.microsoft.com/graph/api/user-list-registereddevices */
const DEVICE_ROLES = ['User.Read.All', 'User.ReadWrite.All', 'Device.Read.All', 'Directory.Read.All'];
/** Without one of them, a device has its ID and type alone. https://learn.microsoft.com/graph/permissions-overview */
const DEVICE_PROPERTY_ROLES = ['Device.Read.All', 'Directory.Read.All', 'Directory.ReadWrite.All'];
const DEVICE_PROPERTIES = [
  'id',
  'deviceId',
  'displayName',
  'operatingSystem',
  'trustType',
  'registrationDateTime',
  'accountEnabled',
] as const;
const PAGE_SIZE = 100;
/** The same in every tenant. */
const PASSWORD_ID = '28c10230-6103-485e-b985-444c60001490';

/** The request for methods or devices of a person that a URL is, relative to the version; undefined if it is none. */
export function personAt(url: string): PersonPath | undefined {
  const [path = '', query = ''] = url.split('?');
  const [, person, written = '', cast] = PATH.exec(path) ?? [];
  if (person === undefined) return undefined;
  const kinds = ['registeredDevices', 'ownedDevices'] as const;
  const kind = kinds.find((one) => one.toLowerCase() === written.toLowerCase()) ?? 'methods';
  return { ok: true, person: decodeURIComponent(person), kind, isCast: cast !== undefined, path, query };
}

/** The methods and devices with which people sign in. */
export class PersonSecurity {
  readonly #people: People;
  readonly #methods = new Map<number, readonly Method[]>();
  readonly #devices = new Map<number, readonly Device[]>();

  readonly #passwordChanged: (position: number) => Json;

  /** @param passwordChanged when the account at a position got its password: ISO 8601, or null */
  constructor(people: People, passwordChanged: (position: number) => Json) {
    this.#people = people;
    this.#passwordChanged = passwordChanged;
  }

  /** Replaces the methods of an account other than its password. */
  setMethods(address: string, methods: readonly Method[]): void {
    this.#methods.set(this.#positionOf(address), methods);
  }

  /** Replaces the devices that an account registered. */
  setDevices(address: string, devices: readonly Device[]): void {
    this.#devices.set(this.#positionOf(address), devices);
  }

  answer(
    { person, kind, isCast, path, query }: PersonPath,
    { root, roles, now }: { readonly root: string; readonly roles: readonly string[]; readonly now: number },
  ): GraphAnswer {
    const isMethods = kind === 'methods';
    const allowed = isMethods ? METHOD_ROLES : DEVICE_ROLES;
    if (!roles.some((role) => allowed.includes(role))) {
      const code = isMethods ? 'accessDenied' : 'Authorization_RequestDenied';
      const message = isMethods ? 'Request Authorization failed' : 'Insufficient privileges to complete the operation.';
      return graphError(403, code, message, now);
    }
    const position = this.#people.find(person);
    if (position === undefined || this.#people.kind(position) === 'missing') {
      const message = `Resource '${person}' does not exist or one of its queried reference-property objects are not present.`;
      return graphError(404, 'Request_ResourceNotFound', message, now);
    }
    const options = new URLSearchParams(query);
    if (isMethods) {
      if (options.size > 0) return badRequest('Query option is not allowed.', now);
      const value = [password(this.#passwordChanged(position)), ...(this.#methods.get(position) ?? [])];
      return { status: 200, body: JSON.stringify({ '@odata.context': `${root}/$metadata#methods`, value }) };
    }
    const other = [...options.keys()].find((name) => !['$select', '$top', '$skiptoken'].includes(name));
    if (other !== undefined) return badRequest(notSimulated(`The query option '${other}' of ${kind}`), now);
    const select = options.get('$select')?.split(',') ?? DEVICE_PROPERTIES;
    const isReadable = roles.some((role) => DEVICE_PROPERTY_ROLES.includes(role));
    const devices = (this.#devices.get(position) ?? []).map((device) => deviceJson(device, { select, isReadable }));
    const size = Number(options.get('$top') ?? PAGE_SIZE);
    const from = Number(options.get('$skiptoken') ?? 0);
    const kept = query.split('&').filter((option) => option !== '' && !/^(?:\$|%24)skiptoken=/i.test(option));
    const next = `${root}${path}?${[...kept, `$skiptoken=${from + size}`].join('&')}`;
    const body = {
      '@odata.context': `${root}/$metadata#${isCast ? 'devices' : 'directoryObjects'}`,
      ...(from + size < devices.length ? { '@odata.nextLink': next } : {}),
      value: devices.slice(from, from + size),
    };
    return { status: 200, body: JSON.stringify(body) };
  }

  #positionOf(address: string): number {
    const position = this.#people.find(address);
    if (position === undefined) throw new Error(`there is no account ${address}`);
    return position;
  }
}

/** https://learn.microsoft.com/graph/api/resources/passwordauthenticationmethod: the secret itself is never in it. */
function password(createdDateTime: Json): JsonObject {
  return {
    '@odata.type': '#microsoft.graph.passwordAuthenticationMethod',
    id: PASSWORD_ID,
    password: null,
    createdDateTime,
  };
}

function deviceJson(
  { name, operatingSystem = 'Windows', registered = null, trustType = 'Workplace', isEnabled = true }: Device,
  { select, isReadable }: { readonly select: readonly string[]; readonly isReadable: boolean },
): JsonObject {
  const all: JsonObject = {
    id: guidOf(`device object ${name}`),
    deviceId: guidOf(`device ${name}`),
    displayName: name,
    operatingSystem,
    trustType,
    registrationDateTime: registered,
    accountEnabled: isEnabled,
  };
  const shown = Object.fromEntries(select.map((one) => [one, isReadable || one === 'id' ? (all[one] ?? null) : null]));
  return { '@odata.type': '#microsoft.graph.device', ...shown };
}
