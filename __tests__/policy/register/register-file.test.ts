import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { entryCells, type NamedRegister } from '../../../src/policy/register/register-entry.ts';
import { checkRegister, parseRegister } from '../../../src/policy/register/register-file.ts';
import { newFolder } from '../../support/new-folder.ts';

const HEADER = 'MailboxName,MailboxId,Trustee,TrusteeId,Right,Reason,Owner,Until,ReviewedOn';
const PLACE = { file: 'policies/mail.yml', line: 1, column: 11 };

/** A workspace with these files in the folder of the policy, and the register that it names. */
async function checked(files: Readonly<Record<string, string>>, named = 'grants.csv') {
  const workspace = newFolder();
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(workspace, 'policies', name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  const register: NamedRegister = { files: named, reviewEveryDays: 180, place: PLACE };
  return checkRegister(register, 'policies/mail.yml', workspace);
}

function problemsOf(lines: readonly string[], header = HEADER): readonly string[] {
  const { problems } = parseRegister(Buffer.from([header, ...lines].join('\r\n')), 'grants.csv');
  return problems.map(({ message, hint }) => `${message} ${hint}`);
}

test('keeps what people wrote: columns of their own, semicolons, the order of columns', () => {
  const text =
    '\uFEFFTicket;Right;Trustee;MailboxName;ReviewedOn\r\n"CHG; 1";fullaccess;Bob@contoso.com ;a@contoso.com;2026-11-30\r\n' +
    '=1+1;calendar:Write;eve@contoso.com;*;\r\n';
  const { value, problems } = parseRegister(Buffer.from(text), 'grants.csv');
  expect(problems).toEqual([]);
  expect(value?.format).toEqual({ bom: true, delimiter: ';' });
  expect(value?.entries.map((entry) => entryCells(entry, value.columns))).toEqual([
    ['CHG; 1', 'FullAccess', 'Bob@contoso.com', 'a@contoso.com', '2026-11-30'],
    ["'=1+1", 'Calendar: write', 'eve@contoso.com', '*', ''],
  ]);
  expect(value?.entries.map(({ line }) => line)).toEqual([2, 3]);
});

test('reads IDs in any case', () => {
  const id = 'AB5D3A2C-0000-4000-8000-00000000000A';
  const line = `a@contoso.com,${id},Bob,s-1-5-21-1-2-3-1105,SendAs,,,,`;
  const { value } = parseRegister(Buffer.from(`${HEADER}\n${line}\n`), 'grants.csv');
  expect(value?.entries[0]).toMatchObject({ mailboxId: id.toLowerCase(), trusteeId: 'S-1-5-21-1-2-3-1105' });
});

describe('names line and mistake of', () => {
  test.each([
    [
      'a misspelt right',
      'a@x.com,,b@x.com,,FullAcess,,,,',
      ['line 2: Right cannot be "FullAcess"', 'mean "FullAccess"?'],
    ],
    ['a right that opens nothing', 'a@x.com,,b@x.com,,Forwarding,,,,', ['Right cannot be "Forwarding"']],
    ['a day that does not exist', 'a@x.com,,b@x.com,,SendAs,,,2026-02-30,', ['Until cannot be "2026-02-30"']],
    ['a day as people write it', 'a@x.com,,b@x.com,,SendAs,,,,30.11.2026', ['ReviewedOn cannot be "30.11.2026"']],
    ['a blank trustee', 'a@x.com,, ,,SendAs,,,,', ['Trustee is blank']],
    ['a pattern of mailboxes', '*@x.com,,b@x.com,,SendAs,,,,', ['MailboxName cannot be "*@x.com"', 'alone']],
    ['an ID that is none', 'a@x.com,,b@x.com,bob,SendAs,,,,', ['TrusteeId cannot be "bob"']],
    ['a SID of a mailbox', 'a@x.com,S-1-5-21-1,b@x.com,,SendAs,,,,', ['MailboxId cannot be "S-1-5-21-1"']],
    ['a comma without quotes', 'a@x.com,,b@x.com,,SendAs,yes, no,,,', ['This line has 10 cells instead of 9']],
    ['an open quote', 'a@x.com,,"b@x.com,,SendAs,,,,', ['A quote in this line is not closed']],
  ])('%s', (_, line, parts) => {
    const [problem = '', ...others] = problemsOf([line]);
    for (const part of parts) expect(problem).toContain(part);
    expect(others).toEqual([]);
  });

  test.each([
    ['a misspelt column', 'MailboxName,Trustee,Right,Untill', 'Did you mean Until?'],
    ['a column without a hyphen', 'MailboxName,Trustee,Right,Reviewed On', 'Did you mean ReviewedOn?'],
    ['a missing column', 'MailboxName,Trustee,Reason', 'The column Right is missing'],
    ['a column that is there twice', 'MailboxName,Trustee,Right,trustee', 'two columns Trustee'],
  ])('%s', (_, header, part) => {
    expect(problemsOf([], header)).toEqual([expect.stringContaining(part)]);
  });
});

describe('a register of a policy', () => {
  const line = (trustee: string, id = '') => `a@x.com,,${trustee},${id},SendAs,,,,\n`;

  test('is all files that a glob beside the policy matches, one of which may have no entry', async () => {
    const files = { 'by/bob.csv': `${HEADER}\n${line('b@x.com')}`, 'by/amy.csv': `${HEADER}\n` };
    const { value, problems } = await checked(files, 'by/*.csv');
    expect(problems).toEqual([]);
    expect(value?.files.map(({ path: file, entries }) => [file, entries.length])).toEqual([
      ['policies/by/amy.csv', 0],
      ['policies/by/bob.csv', 1],
    ]);
    expect(value?.reviewEveryDays).toBe(180);
  });

  test('has each right once, whatever the file, unless IDs say that different accounts are meant', async () => {
    const files = { '1.csv': `${HEADER}\n${line('b@x.com')}`, '2.csv': `${HEADER}\n${line('B@x.com')}` };
    const { problems } = await checked(files, '*.csv');
    expect(problems).toEqual([
      expect.objectContaining({ code: 'REGISTER_FILE', place: { file: 'policies/2.csv', line: 2 } }),
    ]);
    expect(problems[0]?.message).toContain('policies/1.csv, line 2');
    const ids = [1, 2].map((number) => line('b@x.com', `S-1-5-21-1-1-1-${number}`));
    expect((await checked({ 'grants.csv': `${HEADER}\n${ids.join('')}` })).problems).toEqual([]);
  });

  test.each([
    ['is missing', {}, 'grants.csv', 'grants.csv'],
    ['is a glob without files', {}, 'by/*.csv', 'by/*.csv'],
    ['is outside the workspace', {}, '../../../grants.csv', 'outside'],
    ['is empty', { 'grants.csv': '' }, 'grants.csv', 'is empty'],
    ['has only a header', { 'grants.csv': `${HEADER}\n` }, 'grants.csv', 'has no entry'],
  ])('is an error if it %s', async (_, files: Record<string, string>, named, part) => {
    const { value, problems } = await checked(files, named);
    expect(value).toBeUndefined();
    expect(problems).toEqual([expect.objectContaining({ code: 'REGISTER_FILE' })]);
    expect(problems[0]?.message).toContain(part);
    expect(problems[0]?.place).toBeDefined();
  });
});
