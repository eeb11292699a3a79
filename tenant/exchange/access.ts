import type { TokenCheck } from '../access-tokens.ts';
import type { ParameterTypes } from './parameters.ts';
import { undecodable, unknownCmdlet, type ExchangeAnswer } from './errors.ts';

/** The grants of the application in Exchange. */
export interface ExchangeGrants {
  /** App roles of the API that were consented to; `Exchange.ManageAsApp` if not given. */
  readonly appRoles?: readonly string[];
  /** Directory roles of its service principal, by name; `Global Reader` if not given. */
  readonly directoryRoles?: readonly DirectoryRole[];
  /** Roles of Exchange assigned to its service principal; none if not given. They are not in a token. */
  readonly exchangeRoles?: readonly ExchangeRole[];
  /**
   * Cmdlets that its roles lack: sources disagree on Global Reader and `Get-RecipientPermission`.
   * https://github.com/MicrosoftDocs/office-docs-powershell/issues/7365
   */
  readonly lackedCmdlets?: readonly string[];
}

/** Roles of Exchange. From the third on they write; `Mail Recipients` reads recipients too. */
export const EXCHANGE_ROLES = [
  'View-Only Recipients',
  'View-Only Configuration',
  'Mail Recipients',
  'Audit Logs',
  'Organization Client Access',
] as const;
export type ExchangeRole = (typeof EXCHANGE_ROLES)[number];

/**
 * The directory roles that app-only access supports, with their template IDs and the roles of Exchange that they include.
 * https://learn.microsoft.com/powershell/exchange/app-only-auth-powershell-v2 and
 * https://learn.microsoft.com/entra/identity/role-based-access-control/permissions-reference
 */
const DIRECTORY_ROLES = {
  'Global Administrator': {
    id: '62e90394-69f5-4237-9190-012177145e10',
    allows: EXCHANGE_ROLES,
  },
  'Exchange Administrator': {
    id: '29232cdf-9323-42fd-ade2-1d097af3e4de',
    allows: EXCHANGE_ROLES,
  },
  'Global Reader': {
    id: 'f2ef992c-3afb-46b9-b7cf-a126ee74c451',
    allows: ['View-Only Recipients', 'View-Only Configuration'],
  },
  'Compliance Administrator': {
    id: '17315797-102d-40b4-93e0-432062caca18',
    allows: ['View-Only Recipients', 'View-Only Configuration'],
  },
  'Exchange Recipient Administrator': {
    id: '31392ffb-586c-42d1-9346-e59415a2cc4e',
    allows: ['Mail Recipients', 'Organization Client Access'],
  },
  'Helpdesk Administrator': { id: '729827e3-9c14-49f7-bb1b-9608f156bbb8', allows: ['View-Only Recipients'] },
  'Security Administrator': { id: '194ae4cb-b126-40b2-bd5b-6091b380977d', allows: [] },
  'Security Reader': { id: '5d6b6bb7-de71-4623-b4af-96380a352509', allows: [] },
} as const satisfies Record<string, { readonly id: string; readonly allows: readonly ExchangeRole[] }>;

export type DirectoryRole = keyof typeof DIRECTORY_ROLES;
export const DIRECTORY_ROLE_NAMES = Object.keys(DIRECTORY_ROLES).filter(isDirectoryRole);

function isDirectoryRole(name: string): name is DirectoryRole {
  return Object.hasOwn(DIRECTORY_ROLES, name);
}

/** Third parties saw these work with the two roles that allow nothing else here, or found them in their roles. */
const SECURITY_CMDLETS: ReadonlySet<string> = new Set([
  'Get-InboxRule',
  'Get-AdminAuditLogConfig',
  'Get-TransportRule',
  'Get-HostedOutboundSpamFilterPolicy',
  'Get-HostedConnectionFilterPolicy',
]);

export const APP_ROLE = 'Exchange.ManageAsApp';

/** The template IDs of all directory roles that app-only access supports. */
export const DIRECTORY_ROLE_IDS: readonly string[] = Object.values(DIRECTORY_ROLES).map(({ id }) => id);

export function directoryRoleIds(names: readonly DirectoryRole[]): string[] {
  return names.map((name) => DIRECTORY_ROLES[name].id);
}

/** The name and the role of a cmdlet that the tenant simulates. */
interface Entry {
  readonly name: string;
  readonly role: ExchangeRole;
  readonly parameters: ParameterTypes;
  readonly parameterRoles?: Readonly<Record<string, ExchangeRole>>;
}

/** The combined access of a token and the roles of Exchange. */
export class Access {
  readonly #allowed: ReadonlySet<ExchangeRole>;
  readonly #hasSecurityRole: boolean;
  readonly #hasDirectoryRole: boolean;
  readonly #lackedCmdlets: ReadonlySet<string>;

  private constructor(
    directoryRoles: readonly string[],
    { exchangeRoles = [], lackedCmdlets = [] }: Omit<ExchangeGrants, 'directoryRoles'>,
  ) {
    this.#lackedCmdlets = new Set(lackedCmdlets);
    const known = Object.values(DIRECTORY_ROLES).filter(({ id }) => directoryRoles.includes(id));
    this.#allowed = new Set([...exchangeRoles, ...known.flatMap<ExchangeRole>(({ allows }) => allows)]);
    this.#hasDirectoryRole = known.length > 0;
    this.#hasSecurityRole = known.some(({ allows }) => allows.length === 0);
  }

  /**
   * The access of a token, or the refusal of everything: 401 without the app role, and 403 without any role that says
   * what may be read.
   */
  static of(
    check: Extract<TokenCheck, { ok: true }>,
    grants: ExchangeGrants,
    clientId: string,
  ): Access | ExchangeAnswer {
    const { roles, directoryRoles } = check;
    if (!roles.includes(APP_ROLE)) {
      // The roles of newer interfaces look alike, and are refused without a word.
      if (roles.some((role) => /^Exchange\.(?:AdminAPI\.)?ManageAsApp/.test(role))) return { status: 403, body: '' };
      return { status: 401, body: '' };
    }
    const access = new Access(directoryRoles, grants);
    return access.#allowed.size > 0 || access.#hasSecurityRole ? access : forbidden(clientId);
  }

  allows({ name, role }: Entry): boolean {
    if (this.#lackedCmdlets.has(name)) return false;
    const isIncluded = role === 'View-Only Recipients' && this.#allowed.has('Mail Recipients');
    return isIncluded || this.#allowed.has(role) || (this.#hasSecurityRole && SECURITY_CMDLETS.has(name));
  }

  /** The parameters of a cmdlet that exist for the application: roles have parameters, too. */
  parametersOf({ parameters, parameterRoles = {} }: Entry): ParameterTypes {
    const isAllowed = (name: string): boolean => {
      const role = parameterRoles[name];
      return role === undefined || this.#allowed.has(role);
    };
    return Object.fromEntries(Object.entries(parameters).filter(([name]) => isAllowed(name)));
  }

  /** How a cmdlet that is not allowed is refused: directory roles and roles of Exchange differ in it. */
  refusal({ name }: Entry, clientId: string): ExchangeAnswer {
    return this.#hasDirectoryRole ? forbidden(clientId) : unknownCmdlet(name);
  }
}

function forbidden(clientId: string): ExchangeAnswer {
  return undecodable(
    403,
    `2000003;reason="The role assigned to application ${clientId} isn't supported in this scenario. Please check online documentation for assigning correct Directory Roles to Azure AD Application for EXO App-Only Authentication.";error_category="invalid_grant"`,
  );
}
