import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { answerBlocks, answerIn, answerJson, type Answer } from '../../../../src/cli/commands/report/person-answer.ts';
import { newFolder } from '../../../support/new-folder.ts';
import { storedRun, type StoredRun } from '../../../support/rows-file.ts';

async function answer(run: Pick<StoredRun, 'reports' | 'mailboxes'>): Promise<Answer> {
  const folder = newFolder();
  writeFileSync(path.join(folder, 'rows.ndjson.gz'), storedRun(run));
  const addresses = Object.keys(run.mailboxes);
  expect(await answerIn(folder, addresses.slice(1))).toBeUndefined();
  return (await answerIn(folder, addresses)) ?? { reports: [], mailboxes: [] };
}

const ACCESS = { columns: ['Trustee', 'TrusteeName', 'Right', 'Through', 'Inside'], many: true };

test('groups those who can open a mailbox by right, and counts the rights of unknown trustees', async () => {
  const of = await answer({
    reports: {
      'inbox-rules': { columns: ['RuleName', 'Enabled', 'ForwardTo'], many: true },
      'mailbox-permissions': { columns: ['Trustee', 'Right'], many: true },
      access: ACCESS,
    },
    mailboxes: {
      'a@x.y': [
        { rows: [['To me', false, ['me@evil.example']]] },
        { rows: [['bob@x.y', 'FullAccess']] },
        {
          rows: [
            ['bob@x.y', 'Bob', 'SendAs', 'direct', true],
            ['bob@x.y', 'Bob', 'FullAccess', 'sales@x.y', true],
            ['eve@evil.example', 'Eve', 'FullAccess', 'direct', false],
            ['me@evil.example', null, 'InboxRule', 'direct', false],
            [null, null, null, null, null],
          ],
          unknown: [[], [], [], [], [0, 1, 2, 3, 4]],
        },
      ],
    },
  });
  expect(answerBlocks(of)).toEqual([
    { title: 'Inbox rules of a@x.y', rows: [['To me', 'disabled: forwards mail to me@evil.example']] },
    {
      title: 'Who can open a@x.y, or gets its mail',
      rows: [
        ['Full access', 'bob@x.y through sales@x.y; eve@evil.example (outside)'],
        ['Send as', 'bob@x.y'],
        ['Gets mail by inbox rule', 'me@evil.example (outside)'],
        ['Not known', expect.stringMatching(/^1 right /)],
      ],
    },
  ]);
});

test('names unknown settings, and the questions that the reports of the run do not answer', async () => {
  const of = await answer({
    reports: { 'mailbox-settings': { columns: ['TimeZone', 'Language', 'Locale'] }, access: ACCESS },
    mailboxes: { 'a@x.y': [{ rows: [['UTC', null, null]], unknown: [[1]] }, { status: 'throttled' }] },
  });
  expect(answerBlocks(of)).toEqual([
    {
      title: 'mailbox-settings of a@x.y',
      rows: [
        ['TimeZone', 'UTC'],
        ['Language', 'not known'],
      ],
    },
    { title: 'Who can open a@x.y', rows: [['throttled', '']] },
    { title: 'Not read', rows: [['inbox rules', '--report mailbox-settings access inbox-rules']] },
  ]);
  expect(answerJson(of)).toEqual({
    mailboxes: [
      {
        mailbox: 'a@x.y',
        reports: {
          'mailbox-settings': {
            status: 'ok',
            error: '',
            rows: [{ TimeZone: 'UTC', Language: null, Locale: null, Inconclusive: ['Language'] }],
          },
          access: { status: 'throttled', error: '', rows: [] },
        },
      },
    ],
    notRead: [{ question: 'inbox rules', reports: ['inbox-rules'] }],
  });
});
