import { guidOf } from './registrations/app-role-ids.ts';
import type { JsonObject } from './json.ts';
import type { People } from './people.ts';

/** A sign-in of an account. https://learn.microsoft.com/graph/api/resources/signin?view=graph-rest-beta */
export interface SignIn {
  /** The address of the account. */
  readonly who: string;
  /** Epoch ms. */
  readonly time: number;
  /** True if not given. */
  readonly isInteractive?: boolean;
  /** 0, success, if not given. */
  readonly errorCode?: number;
  /** `clientAppUsed`; `Browser` if not given. */
  readonly client?: string;
  /** By default that of the office. */
  readonly ipAddress?: string;
  /** By default that of the office; null: the log does not know it. */
  readonly place?: { readonly city: string; readonly state: string; readonly countryOrRegion: string } | null;
  /** `appDisplayName`, from which its ID follows. */
  readonly application?: string;
  readonly browser?: string;
  readonly operatingSystem?: string;
  /** Only beta has it. */
  readonly userAgent?: string;
}

const OFFICE = { ipAddress: '192.0.2.10', place: { city: 'Leeds', state: 'England', countryOrRegion: 'GB' } };
const DAY = 86_400_000;
/** https://learn.microsoft.com/entra/identity/monitoring-health/reference-reports-data-retention, with P1 or P2 */
const KEPT_DAYS = 30;

const GUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const TIME = String.raw`\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ)?`;

/** A sign-in, by the position of its account. */
interface LoggedSignIn extends SignIn {
  readonly position: number;
}

/** The sign-ins that an answer's version has, and those that a filter finds. */
export class SignInLog {
  readonly #people: People;
  readonly #usual: () => readonly SignIn[];
  readonly #added: LoggedSignIn[] = [];
  #drawn: readonly LoggedSignIn[] | undefined;
  #all: readonly LoggedSignIn[] | undefined;

  /** @param usual what people sign in to without an option */
  constructor(people: People, usual: () => readonly SignIn[]) {
    this.#people = people;
    this.#usual = usual;
  }

  add(signIn: SignIn): void {
    this.#added.push(this.#logged(signIn));
    this.#all = undefined;
  }

  /** The newest first. */
  get all(): readonly LoggedSignIn[] {
    this.#drawn ??= this.#usual().map((signIn) => this.#logged(signIn));
    return (this.#all ??= [...this.#drawn, ...this.#added].sort((one, other) => other.time - one.time));
  }

  object(at: number, version: string): JsonObject {
    const signIn = this.all[at];
    return signIn === undefined ? {} : signInJson(signIn, this.#people, version);
  }

  /**
   * The positions of the sign-ins that a `$filter` finds, or why it is refused. Without their types, only interactive ones; `v1.0` does
   * not know the types. Texts are compared as they are.
   */
  filtered(filter: string | undefined, version: string, now: number): readonly number[] | string {
    let types: readonly string[] = ['interactiveUser'];
    const conditions: ((signIn: LoggedSignIn) => boolean)[] = [({ time }) => time >= firstKept(now, KEPT_DAYS)];
    for (const clause of filter?.split(' and ') ?? []) {
      const [, operator, bound = ''] = new RegExp(`^createdDateTime (ge|le) (${TIME})$`).exec(clause) ?? [];
      const [, clients] = /^\(?((?:clientAppUsed eq '[^']*'(?: or |(?=\)?$)))+)\)?$/.exec(clause) ?? [];
      const [, named] = /^signInEventTypes\/any\(t: ?((?:t eq '\w+'(?: or |(?=\)$)))+)\)$/.exec(clause) ?? [];
      const [, user] = new RegExp(`^userId eq '(${GUID})'$`, 'i').exec(clause) ?? [];
      const [, address] = /^ipAddress eq '([^']+)'$/.exec(clause) ?? [];
      if (operator === 'ge') conditions.push(({ time }) => time >= Date.parse(bound));
      else if (operator === 'le') conditions.push(({ time }) => time <= Date.parse(bound));
      else if (clause === 'status/errorCode eq 0') conditions.push(({ errorCode = 0 }) => errorCode === 0);
      else if (clients !== undefined) conditions.push(({ client = 'Browser' }) => clients.includes(`'${client}'`));
      else if (user !== undefined) conditions.push(({ position }) => this.#people.objectId(position) === user);
      else if (address !== undefined) conditions.push(({ ipAddress = OFFICE.ipAddress }) => ipAddress === address);
      else if (named === undefined) return `Invalid filter clause: ${clause}`;
      else if (version !== 'beta') {
        return "Could not find a property named 'signInEventTypes' on type 'microsoft.graph.signIn'.";
      } else types = [...named.matchAll(/'(\w+)'/g)].map(([, type = '']) => type);
    }
    return this.all.flatMap((signIn, at) =>
      types.includes(typeOf(signIn)) && conditions.every((meets) => meets(signIn)) ? [at] : [],
    );
  }

  #logged(signIn: SignIn): LoggedSignIn {
    const position = this.#people.find(signIn.who);
    if (position === undefined) throw new Error(`there is no account ${signIn.who}`);
    return { ...signIn, position };
  }
}

/** The start of the first day that a log keeps (epoch ms): an error of `directoryAudits` named such a day. */
export function firstKept(now: number, days: number): number {
  return Math.floor(now / DAY - days) * DAY;
}

function typeOf({ isInteractive = true }: SignIn): string {
  return isInteractive ? 'interactiveUser' : 'nonInteractiveUser';
}

/** Only beta says of which type a sign-in is, and by which program. A success has the reason `Other.`, as captures show. */
function signInJson(signIn: LoggedSignIn, people: People, version: string): JsonObject {
  const { position, time, client = 'Browser', errorCode = 0, application = 'Office 365 Exchange Online' } = signIn;
  const { ipAddress = OFFICE.ipAddress, place = OFFICE.place, browser = '', operatingSystem = '' } = signIn;
  const userId = people.objectId(position);
  const nowhere = { city: null, state: null, countryOrRegion: null };
  const common: JsonObject = {
    id: guidOf(`sign-in ${userId} ${String(time)} ${typeOf(signIn)} ${client} ${ipAddress}`),
    createdDateTime: `${new Date(time).toISOString().slice(0, 19)}Z`,
    userDisplayName: people.person(position).displayName,
    userPrincipalName: (people.addresses[position] ?? '').toLowerCase(),
    userId,
    appId: guidOf(`application ${application}`),
    appDisplayName: application,
    resourceId: '00000002-0000-0ff1-ce00-000000000000',
    resourceDisplayName: 'Office 365 Exchange Online',
    ipAddress,
    clientAppUsed: client,
    conditionalAccessStatus: 'notApplied',
    isInteractive: typeOf(signIn) === 'interactiveUser',
    riskLevelAggregated: 'hidden',
    riskState: 'none',
    status: {
      errorCode,
      failureReason: errorCode === 0 ? 'Other.' : 'Error validating credentials',
      additionalDetails: null,
    },
    deviceDetail: {
      deviceId: '',
      displayName: '',
      operatingSystem,
      browser,
      isCompliant: false,
      isManaged: false,
      trustType: null,
    },
    location: { ...(place ?? nowhere), geoCoordinates: {} },
  };
  if (version !== 'beta') return common;
  return {
    ...common,
    signInEventTypes: [typeOf(signIn)],
    userAgent: signIn.userAgent ?? '',
    authenticationProtocol: 'none',
    incomingTokenType: 'none',
    userType: 'member',
  };
}
