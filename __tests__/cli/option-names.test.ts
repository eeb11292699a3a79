import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { inOptionNames } from '../../src/cli/option-names.ts';
import { validate, type ValidateOptions } from '../../src/cli/validate.ts';
import { quietTerminal } from './quiet-terminal.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'option-names-'));

beforeAll(() => {
  mkdirSync(path.join(folder, 'empty'));
  mkdirSync(path.join(folder, 'lists'));
  const files = {
    'mailboxes.txt': 'a@contoso.com\n',
    'none.txt': '# nobody\n',
    'list.xlsx': 'a@contoso.com\n',
    'people.csv': 'Name,Office\nA,B\n',
    'policy.yml': 'rules:\n  - { id: a, title: A, report: zones, expect: { Zone: { const: x } } }\n',
    'keys.yml': 'rules:\n  - { id: a, title: A, expect: { Hides: { const: no } } }\n',
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

async function messagesOf(options: Partial<ValidateOptions>, workspace = folder): Promise<string> {
  let text = '';
  const terminal = quietTerminal({ out: (part) => (text += part) });
  await validate({ mailboxes: [], report: [], json: false, ...options }, workspace, terminal);
  return text;
}

/** Words that only workflows have. */
const OF_WORKFLOWS = /\binput\b|"(?:mailboxes|report|mailbox-column)" (?:names|takes)|\brunner\b|workspace/;

describe('an error of validate', () => {
  test.each<[Partial<ValidateOptions>, string]>([
    [
      { mailboxes: ['mailbox.txt'] },
      'in this folder.\n  Did you mean mailboxes.txt? Set --mailboxes to its path relative to this folder.',
    ],
    [{ mailboxes: ['*.lst'] }, 'Set --mailboxes to its path relative to this folder.'],
    [
      { mailboxes: ['../elsewhere.txt'] },
      'is outside this folder.\n  --mailboxes takes paths relative to this folder.',
    ],
    [{ mailboxes: ['lists'] }, 'Set --mailboxes to the file'],
    [{ mailboxes: ['none.txt'] }, 'a list that --mailboxes names.'],
    [{ mailboxes: ['list.xlsx'] }, 'limit --mailboxes to mailbox lists'],
    [{ mailboxes: ['people.csv'], mailboxColumn: 'Mail' }, 'Set --mailbox-column to one of them'],
    [{ mailboxes: ['people.csv'] }, 'Set --mailbox-column to one of them'],
    [{ report: ['reports/zone.yml'] }, 'Set --report to its path relative to this folder.'],
    [{ report: ['../zone.yml'] }, '--report takes paths relative to this folder'],
    [{ report: ['reply'] }, 'The option --report cannot be "reply"'],
    [{ report: ['folders', 'folders'] }, 'The option --report names folders twice.'],
    [{ policy: 'polcy.yml' }, 'Did you mean policy.yml? Set --policy to its path relative to this folder.'],
    [{ policy: '../policy.yml' }, '--policy takes paths relative to this folder'],
    [{ policy: 'lists' }, 'Set --policy to the path of the file itself.'],
    [{ policy: 'policy.yml' }, 'must be named in the option --report by its file'],
  ])('names options and folder for %j', async (options, words) => {
    const text = await messagesOf(options);
    expect(text).toContain(words);
    expect(text).not.toMatch(OF_WORKFLOWS);
    expect(await messagesOf({ ...options, json: true })).not.toMatch(OF_WORKFLOWS);
  });

  test('explains what to do in an empty folder', async () => {
    expect(await messagesOf({ mailboxes: ['mailboxes.txt'] }, path.join(folder, 'empty'))).toContain(
      'this folder is empty.\n  --mailboxes names files of the repository.',
    );
  });

  test('keeps the keys of a policy unchanged', async () => {
    const text = await messagesOf({ report: ['mailbox-settings', 'inbox-rules'], policy: 'keys.yml' });
    expect(text).toContain('name that under "report"');
  });

  test('has the same wording in doctor', () => {
    expect(inOptionNames('Set "mailboxes" to the file')).toBe('Set --mailboxes to the file');
  });
});
