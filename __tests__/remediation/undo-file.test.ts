import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { isObject, parseJson, property, type Json } from '../../src/json.ts';
import type { PlannedChange } from '../../src/remediation/change.ts';
import { NO_FORWARDING, readUndoFile, UndoRecord } from '../../src/remediation/undo-file.ts';
import { newFolder } from '../support/new-folder.ts';

const HEADER = {
  tenant: '11111111-2222-3333-4444-555555555555',
  cloud: 'global',
  repository: 'a/b',
  plan: 'f'.repeat(64),
  approvers: ['octocat'],
  run: { id: '1', attempt: 1, url: '' },
};
const EXCHANGE = { cmdlet: 'Set-Mailbox', identity: '99999999-2222-3333-4444-555555555555' } as const;
const AUDIT = { exchange: EXCHANGE, setting: 'AuditEnabled', before: true, after: false };

function change(more: Partial<PlannedChange> = {}): PlannedChange {
  return {
    address: 'a@contoso.com',
    target: 'mailboxSettings',
    entry: null,
    rules: ['r'],
    item: '',
    setting: 'timeZone',
    before: 'UTC',
    after: 'Europe/Berlin',
    title: '',
    found: '',
    expected: '',
    cells: [],
    ...more,
  };
}

function changesIn(text: string): readonly Json[] {
  const changes = property(parseJson(text), 'changes');
  return Array.isArray(changes) ? changes : [];
}

describe('the undo record', () => {
  test('has the whole plan first, and at the end what may have been written, as read back', async () => {
    const folder = newFolder();
    const plan = ['a', 'b', 'c'].map((name) => change({ address: `${name}@contoso.com` }));
    const [first = change(), second = change(), third = change()] = plan;
    const record = new UndoRecord(folder, HEADER, plan, NO_FORWARDING, Date.now);
    expect(changesIn(readFileSync(record.path, 'utf8'))).toHaveLength(3);
    const readBack = 'W. Europe Standard Time';
    record.add([
      { change: first, status: 'applied', error: '', isWritten: true, readBack },
      { change: second, status: 'failed', error: 'HTTP 400', isWritten: false },
      { change: third, status: 'not-verified', error: '', isWritten: true },
    ]);
    record.save();
    expect(readdirSync(folder)).toEqual(['undo.json']);
    const { changes, ...others } = await readUndoFile('undo.json', folder);
    expect(others).toMatchObject({ tenant: HEADER.tenant, cloud: 'global' });
    expect(property(parseJson(readFileSync(record.path, 'utf8')), 'plan')).toBe(HEADER.plan);
    expect(changes).toMatchObject([
      { address: 'c@contoso.com', before: 'Europe/Berlin', after: 'UTC' },
      { address: 'a@contoso.com', before: readBack, after: 'UTC' },
    ]);
  });

  test('stays as it was if it cannot be replaced, and never replaces that of an earlier apply', () => {
    const folder = newFolder();
    const record = new UndoRecord(folder, HEADER, [change()], NO_FORWARDING, Date.now);
    const text = readFileSync(record.path, 'utf8');
    mkdirSync(path.join(folder, 'undo.json.new'));
    expect(() => {
      record.save();
    }).toThrow(expect.objectContaining({ code: 'OUTPUT_UNWRITABLE' }));
    expect(() => new UndoRecord(folder, HEADER, [], NO_FORWARDING, Date.now)).toThrow(
      'has the undo.json of an earlier apply',
    );
    expect(readFileSync(record.path, 'utf8')).toBe(text);
  });
});

test.each<[string, (entry: Record<string, Json>) => Json[]]>([
  ['a setting that no policy sets', (entry) => [{ ...entry, setting: 'archiveFolder' }]],
  ['a value that no policy sets', (entry) => [{ ...entry, after: 'Mars' }]],
  ['an earlier value of another type', (entry) => [{ ...entry, before: 5 }]],
  [
    'a rule that is neither enabled nor disabled',
    (entry) => [{ ...entry, inboxRule: 'x', setting: 'isEnabled', before: '', after: 'no' }],
  ],
  ['a parameter of another cmdlet', (entry) => [{ ...entry, ...AUDIT, setting: 'ImapEnabled' }]],
  ['another cmdlet', (entry) => [{ ...entry, ...AUDIT, exchange: { ...EXCHANGE, cmdlet: 'Set-TransportConfig' } }]],
  ['every mailbox', (entry) => [{ ...entry, ...AUDIT, exchange: { ...EXCHANGE, identity: '*' } }]],
  ['a parameter that no policy sets', (entry) => [{ ...entry, ...AUDIT, setting: 'GrantSendOnBehalfTo' }]],
  ['an object', (entry) => [{ ...entry, ...AUDIT, before: { '@odata.type': '#Exchange.GenericHashTable', add: 'a' } }]],
  [
    'an address with two GUIDs',
    (entry) => [entry, { ...entry, mailboxId: EXCHANGE.identity }, { ...entry, mailboxId: HEADER.tenant }],
  ],
  [
    'a GUID with two addresses',
    (entry) =>
      ['a@contoso.com', 'b@contoso.com'].map((mailbox) => ({ ...entry, mailbox, mailboxId: EXCHANGE.identity })),
  ],
  ['no list of changes', () => []],
])('an undo file with %s is refused', async (title, edit) => {
  const folder = newFolder();
  const record = new UndoRecord(folder, HEADER, [change()], NO_FORWARDING, Date.now);
  const json = parseJson(readFileSync(record.path, 'utf8'));
  const [entry = {}] = changesIn(JSON.stringify(json));
  const changes = edit(isObject(entry) ? entry : {});
  const [format = null, version = null] = ['format', 'version'].map((name) => property(json, name));
  const edited = { ...HEADER, format, version, changes: title === 'no list of changes' ? null : changes };
  writeFileSync(record.path, JSON.stringify(edited));
  await expect(readUndoFile('undo.json', folder)).rejects.toMatchObject({ code: 'UNDO_FILE' });
});
