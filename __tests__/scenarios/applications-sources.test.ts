import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { isObject, type Json } from '../../src/json.ts';
import { FRIENDLY } from '../../tenant/habits.ts';
import type { Alteration, Tenant } from '../../tenant/tenant.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { storedLines } from '../support/rows-file.ts';

const { newTenant, run } = inProcessScenarios({
  report: 'applications\nmailbox-permissions',
  'max-unreadable': '100%',
  'fail-on': 'never',
});

/** The lists of a mailbox. */
interface Lists {
  readonly items: readonly (readonly string[])[];
  /** The positions of those that may lack items. */
  readonly unknown: readonly number[];
  readonly reasons: readonly string[];
}

let tenant: Tenant;
/** By address, with every source. */
let truth: ReadonlyMap<string, Lists>;

beforeAll(async () => {
  const options = { mailboxes: 20, habits: FRIENDLY };
  const { addresses } = await newTenant(options);
  const [first = '', second = '', third = ''] = addresses;
  tenant = await newTenant({
    ...options,
    roles: [
      'Application.Read.All',
      'Directory.Read.All',
      'AuditLog.Read.All',
      'GroupMember.Read.All',
      'AdministrativeUnit.Read.All',
    ],
    groups: [
      { name: 'Inner', members: [first] },
      { name: 'Sales', members: [second, 'Inner'] },
    ],
    administrativeUnits: [{ name: 'Berlin', members: [third] }],
    applications: [
      { name: 'Everyone', delegated: ['Mail.Read'] },
      { name: 'Consent', graph: ['MailboxItem.Read.All'] },
      { name: 'Legacy', exchange: ['EWS.AccessAsApp'] },
      { name: 'Tenant role', roles: [{ role: 'Application Mail.Send' }] },
      { name: 'Filtered', roles: [{ role: 'Application Mail.Read', scope: 'Filtered' }] },
      { name: 'Direct', roles: [{ role: 'Application Calendars.Read', group: 'Sales' }] },
      { name: 'Unit', roles: [{ role: 'Application MailboxSettings.ReadWrite', unit: 'Berlin' }] },
      { name: 'Restricted', graph: ['Mail.Read'] },
      { name: 'Denied', graph: ['Mail.Send'] },
      { name: 'Fetcher', exchange: ['IMAP.AccessAsApp'], rights: [{ mailbox: first, right: 'FullAccess' }] },
    ],
    exchange: {
      scopes: [{ name: 'Filtered', filter: `Alias -eq '${first.split('@')[0] ?? ''}'` }],
      accessPolicies: [
        { application: 'Restricted', right: 'RestrictAccess', scope: 'Sales' },
        { application: 'Denied', right: 'DenyAccess', scope: second },
      ],
    },
  });
  truth = await listsOf();
});

async function listsOf(inputs = {}): Promise<ReadonlyMap<string, Lists>> {
  const result = await run(tenant, { inputs });
  const lines = storedLines(await readFile(path.join(result.outputs['output-directory'] ?? '', 'rows.ndjson.gz')));
  return new Map(
    lines.flatMap(({ mailbox, reports }) => {
      const [report] = Array.isArray(reports) ? reports : [];
      const rows = isObject(report) && Array.isArray(report.rows) ? report.rows : [];
      const [row] = rows;
      if (typeof mailbox !== 'string' || !isObject(row) || !Array.isArray(row.cells)) return [];
      const lists = row.cells.map(textsIn);
      const unknown = Array.isArray(row.unknown) ? row.unknown.filter((one) => typeof one === 'number') : [];
      return [[mailbox, { items: lists.slice(0, -1), unknown, reasons: lists.at(-1) ?? [] }] as const];
    }),
  );
}

/** What is shown is certain. What is missing is unknown, with a reason. */
function expectNothingHidden(lists: ReadonlyMap<string, Lists>): void {
  expect([...lists.keys()]).toEqual([...truth.keys()]);
  let doubts = 0;
  for (const [address, { items, unknown, reasons }] of lists) {
    const all = truth.get(address)?.items ?? [];
    const isTrue = items.map((shown, column) => shown.every((item) => all[column]?.includes(item)));
    const isWhole = items.map((shown, column) => unknown.includes(column) || shown.length === all[column]?.length);
    expect({ isTrue, isWhole }).toEqual({ isTrue: all.map(() => true), isWhole: all.map(() => true) });
    expect(reasons.length > 0).toBe(unknown.length > 0);
    doubts += unknown.length;
  }
  expect(doubts).toBeGreaterThan(0);
}

function textsIn(cell: Json): readonly string[] {
  return Array.isArray(cell) ? cell.filter((item) => typeof item === 'string') : [];
}

/** What a source answers instead, by the way in which it is not whole. */
const FAULTS: Readonly<Record<string, Omit<Alteration, 'request'>>> = {
  'is denied': { status: 403, body: { error: { code: 'Authorization_RequestDenied', message: 'Insufficient.' } } },
  'links to another origin': { body: { value: [], '@odata.nextLink': 'https://evil.example/v1.0/next' } },
};
/** The requests for each source. */
const SOURCES: Readonly<Record<string, string>> = {
  'applications of the tenant': '/servicePrincipals\\?',
  'app roles of Graph': "servicePrincipals\\(appId='00000003-",
  'app roles of Exchange Online': "servicePrincipals\\(appId='00000002-",
  'assignments of app roles': '/appRoleAssignedTo',
  'consent for everyone': '/oauth2PermissionGrants',
  'records of applications in Exchange': '^Get-ServicePrincipal ',
  'assignments of roles in Exchange': '^Get-ManagementRoleAssignment ',
  'management scopes': '^Get-ManagementScope ',
  'access policies': '^Get-ApplicationAccessPolicy ',
  'mailboxes of a filter': '^Get-Recipient .*"RecipientPreviewFilter":"Alias',
  'mailboxes of a group': '^Get-Recipient .*"RecipientPreviewFilter":"MemberOfGroup',
  'a recipient': '^Get-Recipient .*"Identity"',
  'members of a group': '/transitiveMembers',
  'an administrative unit': '/administrativeUnits/[^/]*\\?',
  'members of an administrative unit': '/administrativeUnits/.*/members',
};

test('every application reaches a mailbox, and everything is known, if every source can be read', () => {
  const reached = new Set([...truth.values()].flatMap(({ items }) => items.flat()));
  const names = ['Everyone', 'Consent', 'Legacy', 'Tenant role', 'Filtered', 'Direct', 'Unit', 'Restricted', 'Denied'];
  expect([...names, 'Fetcher'].filter((name) => !reached.has(name))).toEqual([]);
  expect([...truth.values()].flatMap(({ unknown, reasons }) => [...unknown, ...reasons])).toEqual([]);
});

describe.each(Object.entries(SOURCES))('an application is not hidden if the source "%s"', (_source, request) => {
  test.each(Object.entries(FAULTS))('%s', async (_fault, alteration) => {
    tenant.setFaults({ altered: [{ request, ...alteration }] });
    const lists = await listsOf();
    expectNothingHidden(lists);
  });
});

test('an application is not hidden if the mailboxes of Exchange cannot be listed', async () => {
  tenant.setFaults({ altered: [{ request: '^Get-Mailbox ', ...FAULTS['is denied'] }] });
  expectNothingHidden(await listsOf({ report: 'applications' }));
});

test('an application is not hidden if the rights on mailboxes cannot be read', async () => {
  tenant.setFaults({ altered: [{ request: '^Get-MailboxPermission ', ...FAULTS['links to another origin'] }] });
  expectNothingHidden(await listsOf());
});
