import type { Json } from '../json.ts';
import { applicationsOfTenant } from '../reports/built-in/applications-of-tenant.ts';
import { atLeast, known, NOT_KNOWN, shownOf, type Known } from '../reports/known.ts';
import { rowWith } from '../reports/row-view.ts';
import type { RowCells } from '../reports/rows.ts';
import type { Cells } from '../text/csv.ts';
import { cellText } from '../text/display.ts';
import type { EpochMs } from '../text/numbers.ts';
import { rolePermissions } from './permissions.ts';
import { BY_ROLES, TENANT_WIDE } from '../text/through.ts';
import type { TenantApplication } from './tenant-applications.ts';

/** The columns of the table in their order. */
export const APPLICATION_COLUMNS: readonly string[] = Object.keys(applicationsOfTenant.columns);

/**
 * The row of an application. What Entra ID does not say is unknown.
 *
 * @param areWhole whether its permissions are certainly all that it has
 */
export function applicationRow(
  { details, grants, lastSignIn, owners }: TenantApplication,
  areWhole: boolean,
): RowCells {
  const { id, name, appId, publisher, verifiedPublisher, isFirstParty, credentialExpiresOn, isEnabled } = details;
  // Only a listing says whose an application is; it then has the verified publisher too.
  const isListed = isFirstParty !== null;
  const list = (items: readonly string[], isCertain = true): Known<Json> =>
    areWhole && isCertain ? known([...items]) : atLeast([...items]);
  return rowWith([
    // An ID in place of the name does not say it.
    name === id ? atLeast(name) : known(name),
    unlessNull(appId === '' ? null : appId),
    unlessNull(publisher),
    isListed ? known(verifiedPublisher) : unlessNull(verifiedPublisher),
    unlessNull(isFirstParty),
    list(grants.map(({ permission }) => permission)),
    list(
      grants.map(({ scope }) => shownOf(scope) ?? ''),
      grants.every(({ scope }) => scope.isKnown),
    ),
    list(grants.map(({ grantedOn }) => grantedOn)),
    unlessNull(lastSignIn),
    unlessNull(owners === null ? null : [...owners]),
    unlessNull(credentialExpiresOn),
    unlessNull(isEnabled ?? null),
  ]);
}

function unlessNull(value: Json): Known<Json> {
  return value === null ? NOT_KNOWN : known(value);
}

/** An application by a name or ID, with what is not about single mailboxes. Texts are hostile until escaped. */
export interface NamedApplication {
  readonly name: string;
  /** '' if it is not known. */
  readonly appId: string;
  readonly isDisabled: boolean;
  /** Permissions that reach what its roles in Exchange and Entra ID allow. */
  readonly byRoles: readonly string[];
}

/** The applications among rows that have a name or ID, without case. */
export function applicationsNamed(rows: readonly Cells[], wanted: string): readonly NamedApplication[] {
  return rows.flatMap((cells) => {
    const [name, appId] = [cellText(cellIn(cells, 'Application')), cellText(cellIn(cells, 'AppId'))];
    if (![name, appId].some((one) => one.toLowerCase() === wanted.toLowerCase())) return [];
    const scopes = textsIn(cells, 'Scope');
    const byRoles = textsIn(cells, 'Permission').filter((_, at) => scopes[at] === BY_ROLES);
    return [{ name, appId, isDisabled: cellIn(cells, 'Enabled') === false, byRoles }];
  });
}

/** The names and IDs of the applications among rows. */
export function applicationNames(rows: readonly Cells[]): readonly string[] {
  return rows.flatMap((cells) => [cellText(cellIn(cells, 'Application')), cellText(cellIn(cells, 'AppId'))]);
}

/** An application that can read the mail of every mailbox. Texts are hostile until escaped. */
export interface ReaderOfAll {
  readonly name: string;
  readonly appId: string;
  /** Epoch ms of its last sign-in; undefined if none is known, which does not mean that there is none. */
  readonly lastSignIn: EpochMs | undefined;
}

/** The applications among rows that can read the mail of every mailbox. */
export function readersOfAll(rows: readonly Cells[]): readonly ReaderOfAll[] {
  return rows.flatMap((cells) => {
    const scopes = textsIn(cells, 'Scope');
    const readsAll = textsIn(cells, 'Permission').some((permission, at) => {
      const [[, opens] = []] = rolePermissions(permission);
      return scopes[at] === TENANT_WIDE && opens?.abilities.includes('read') === true;
    });
    if (!readsAll || cellIn(cells, 'Enabled') === false) return [];
    const lastSignIn = Date.parse(cellText(cellIn(cells, 'LastSignIn')));
    return [
      {
        name: cellText(cellIn(cells, 'Application')),
        appId: cellText(cellIn(cells, 'AppId')),
        lastSignIn: Number.isNaN(lastSignIn) ? undefined : lastSignIn,
      },
    ];
  });
}

function cellIn(cells: Cells, column: string): Json {
  return cells[APPLICATION_COLUMNS.indexOf(column)] ?? null;
}

function textsIn(cells: Cells, column: 'Permission' | 'Scope'): readonly string[] {
  const value = cellIn(cells, column);
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
