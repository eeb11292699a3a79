import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../src/json.ts';
import { accessRows, grantsOf, MAX_ROWS, type Trustees } from '../../src/access/access-rows.ts';
import { builtInReports } from '../../src/reports/built-in.ts';
import { known, NOT_KNOWN } from '../../src/reports/known.ts';
import type { RowCells } from '../../src/reports/rows.ts';

/** The rows that `access` makes of rows of one report, given by column; unknown columns are `undefined`. */
function rowsOf(
  report: string,
  rows: readonly Readonly<Record<string, Json | undefined>>[],
  find: Trustees['find'] = (label) => ({ label, name: NOT_KNOWN }),
): string[] {
  const definition = builtInReports.get(report);
  if (definition === undefined) throw new Error(`no report ${report}`);
  const names = Object.keys(definition.columns);
  const value = rows.map((row): RowCells => ({
    cells: names.map((name) => row[name] ?? null),
    incomplete: new Set(names.flatMap((name, at) => (name in row && row[name] === undefined ? [at] : []))),
  }));
  const grants = grantsOf([{ definition, index: 0 }], [{ status: 'ok', value }]);
  const result = accessRows(grants, { find, isInside: (label) => (label.includes('@') ? known(true) : NOT_KNOWN) });
  if (result.status !== 'ok') throw new Error(result.error);
  return result.value.map(({ cells, incomplete }) =>
    [0, 2, 3, 4]
      .map((at) => `${JSON.stringify(cells[at] ?? null).replaceAll('"', '')}${incomplete?.has(at) === true ? '?' : ''}`)
      .join(' '),
  );
}

const FULL = { Right: 'FullAccess', Trustee: 'pat@x.y', Inherited: false, Deny: false };
const RULE = { RuleName: 'r', Enabled: true, ForwardTo: [], RedirectTo: [], ForwardAsAttachmentTo: [] };

describe('access', () => {
  test('keeps the IDs of trustees and of groups, and what no register has', () => {
    const definition = builtInReports.get('mailbox-permissions');
    if (definition === undefined) throw new Error('no report');
    const granted = (trustee: string, inherited: boolean, sid: string): RowCells => ({
      cells: ['FullAccess', trustee, inherited, false],
      incomplete: undefined,
      identity: { TrusteeId: sid },
    });
    const value = [
      granted('sales@x.y', false, 'S-1-5-21-1'),
      granted('all@x.y', true, 'S-1-5-21-2'),
      // An account that is deleted, and the one that has its address now.
      granted('pat@x.y', false, 'S-1-5-21-3'),
      granted('pat@x.y', false, 'S-1-5-21-4'),
    ];
    const members = known([{ label: 'amy@x.y', name: NOT_KNOWN, id: 'amy' }]);
    const find: Trustees['find'] = (label) =>
      label === 'sales@x.y' ? { label, name: NOT_KNOWN, id: 'sales', members } : { label, name: NOT_KNOWN };
    const grants = grantsOf([{ definition, index: 0 }], [{ status: 'ok', value }]);
    const rows = accessRows(grants, { find, isInside: () => NOT_KNOWN });
    expect(rows.status === 'ok' ? rows.value.map(({ cells, identity }) => [cells[0], identity]) : rows).toEqual([
      ['all@x.y', { TrusteeId: 'S-1-5-21-2', Inherited: true }],
      ['amy@x.y', { TrusteeId: 'amy', ThroughId: ['S-1-5-21-1', 'sales'] }],
      ['pat@x.y', undefined],
    ]);
  });

  test('does not take a guest of a group for a person inside, whatever the address', () => {
    const guest = { label: 'guest@x.y', name: NOT_KNOWN, isGuest: true };
    const find: Trustees['find'] = (label) => ({ label, name: NOT_KNOWN, members: known([guest]) });
    expect(rowsOf('mailbox-permissions', [FULL], find)).toEqual(['guest@x.y FullAccess pat@x.y null?']);
  });

  test.each<[string, string, Readonly<Record<string, Json | undefined>>, string[]]>([
    ['a grant', 'mailbox-permissions', FULL, ['pat@x.y FullAccess direct true']],
    ['a denied right', 'mailbox-permissions', { ...FULL, Deny: true }, []],
    [
      'a right to grant rights',
      'mailbox-permissions',
      { ...FULL, Right: 'ChangePermission' },
      ['pat@x.y ChangePermission direct true'],
    ],
    ['another right', 'mailbox-permissions', { ...FULL, Right: 'ReadPermission' }, []],
    [
      'a right that is not documented',
      'mailbox-permissions',
      { ...FULL, Right: 'FullAccess;ReadPermission' },
      ['pat@x.y null? direct true'],
    ],
    [
      'a right that may be denied',
      'mailbox-permissions',
      { ...FULL, Deny: undefined },
      ['pat@x.y FullAccess? direct true'],
    ],
    ['an unknown grant', 'mailbox-permissions', { Right: undefined, Trustee: undefined }, ['null? null? null? null?']],
    [
      'a calendar role',
      'calendar-permissions',
      { GrantedTo: 'Pat', GrantedToAddress: 'pat@x.y', Role: 'read', InsideOrganization: false },
      ['pat@x.y Calendar: read direct false'],
    ],
    [
      'everybody inside',
      'calendar-permissions',
      { GrantedTo: 'My Organization', GrantedToAddress: null, Role: 'read', InsideOrganization: true },
      ['My Organization Calendar: read direct true'],
    ],
    [
      'an unknown grantee',
      'calendar-permissions',
      { GrantedTo: 'Pat', GrantedToAddress: undefined, Role: 'read', InsideOrganization: true },
      ['Pat? Calendar: read direct null?'],
    ],
    [
      'no access to a calendar',
      'calendar-permissions',
      { GrantedTo: 'Pat', GrantedToAddress: 'pat@x.y', Role: 'none' },
      [],
    ],
    [
      'forwarding',
      'mailbox-properties',
      { ForwardingAddress: 'Pat', ForwardingSmtpAddress: 'eve@x.y' },
      ['eve@x.y Forwarding direct true', 'Pat Forwarding direct null?'],
    ],
    [
      'unknown forwarding',
      'mailbox-properties',
      { ForwardingAddress: undefined, ForwardingSmtpAddress: null },
      ['null? null? null? null?'],
    ],
    [
      'a rule',
      'inbox-rules',
      { ...RULE, ForwardTo: ['pat@x.y'], RedirectTo: ['PAT@x.y', 'Eve'] },
      ['Eve? InboxRule direct null?', 'pat@x.y InboxRule direct true'],
    ],
    ['a disabled rule', 'inbox-rules', { ...RULE, Enabled: false, ForwardTo: ['pat@x.y'] }, []],
    ['a rule whose targets are hidden', 'inbox-rules', { ...RULE, ForwardTo: undefined }, ['null? null? null? null?']],
    [
      'a rule that may be disabled',
      'inbox-rules',
      { ...RULE, Enabled: undefined, ForwardTo: ['pat@x.y'] },
      ['pat@x.y InboxRule? direct true'],
    ],
  ])('has rows for %s', (_case, report, row, expected) => {
    expect(rowsOf(report, [row])).toEqual(expected);
  });

  // Found by `npm run simulate -- --seed 52 --only report`.
  test('does not know the targets of a rule that shows none, and may have some', () => {
    const definition = builtInReports.get('inbox-rules');
    if (definition === undefined) throw new Error('no report');
    const names = Object.keys(definition.columns);
    const cells = names.map((name) => Object.entries(RULE).find(([own]) => own === name)?.[1] ?? null);
    const row: RowCells = { cells, incomplete: new Set([names.indexOf('ForwardTo')]) };
    const { grants } = grantsOf([{ definition, index: 0 }], [{ status: 'ok', value: [row] }]);
    expect(grants.map(({ trustee, right }) => [trustee.isKnown, right.isKnown])).toEqual([[false, false]]);
  });

  test('has the members of a group, each once, and the group itself if they are not known or too many', () => {
    const members = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ label: `m${at}@x.y`, name: NOT_KNOWN }));
    const behind = (count: number | null) => (label: string) => ({
      label,
      name: known('G'),
      members: count === null ? NOT_KNOWN : known(members(count)),
    });
    expect(rowsOf('mailbox-permissions', [FULL, FULL], behind(2))).toEqual([
      'm0@x.y FullAccess pat@x.y true',
      'm1@x.y FullAccess pat@x.y true',
    ]);
    const itself = ['pat@x.y? FullAccess direct? null?'];
    expect(rowsOf('mailbox-permissions', [FULL], behind(null))).toEqual(itself);
    expect(rowsOf('mailbox-permissions', [FULL], behind(MAX_ROWS + 1))).toEqual(itself);
    expect(rowsOf('mailbox-permissions', [FULL], behind(0))).toEqual(['pat@x.y FullAccess direct true']);
  });
});
