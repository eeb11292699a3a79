import { describe, expect, test } from '@jest/globals';
import { builtInReports } from '../../src/reports/built-in.ts';
import { chooseReports } from '../../src/reports/choose.ts';
import { inWorkspace } from '../mailboxes/workspace.ts';
import { reportFile } from './file/report-files.ts';

const FILES = {
  'a.yml': reportFile({ name: 'a' }),
  'b.YAML': reportFile({ name: 'b' }),
  'reports/also-a.yml': reportFile({ name: 'a' }),
  'reports/c': reportFile({ name: 'c' }),
};

function chosen(...names: string[]): Promise<string[]> {
  return inWorkspace(FILES, async (workspace) =>
    (await chooseReports(names, workspace)).reports.map(({ name }) => name),
  );
}

describe('reports', () => {
  test('are built-in reports and files, in the given order', async () => {
    await expect(chosen('b.YAML', 'mailbox-settings', './a.yml', 'reports/c')).resolves.toEqual([
      'b',
      'mailbox-settings',
      'a',
      'c',
    ]);
    await expect(chosen('reports\\c')).resolves.toEqual(['c']);
    await expect(chosen()).resolves.toEqual([]);
  });

  test('with a built-in name are the built-in reports, case-insensitively', async () => {
    await inWorkspace({}, async (workspace) => {
      for (const [name, report] of builtInReports) {
        expect(await chooseReports([name], workspace)).toEqual({ reports: [report], tables: [] });
        expect(await chooseReports([name.toUpperCase()], workspace)).toEqual({ reports: [report], tables: [] });
      }
    });
  });

  test.each([
    ['mailbox-setings', /^Did you mean "mailbox-settings"\? Use "mailbox-settings",.* or the path of a report file/],
    ['categories', /^Use "mailbox-settings",.* such as reports\/categories\.yml\.$/],
    ['constructor', /^Use "mailbox-settings"/],
    ['', /^Use "mailbox-settings"/],
  ])('with an unknown name such as %j are rejected with a hint', async (name, hint) => {
    await expect(chosen('a.yml', name)).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      message: `The input "report" cannot be ${JSON.stringify(name)}.`,
      hint: expect.stringMatching(hint),
    });
  });

  test('with a very long unknown name are rejected with a shortened name', async () => {
    await expect(chosen('x'.repeat(10_000))).rejects.toThrow(`cannot be "${'x'.repeat(60)}…".`);
  });

  test('with the same name are rejected, and both files are named', async () => {
    await expect(chosen('a.yml', 'reports/also-a.yml')).rejects.toMatchObject({
      code: 'REPORT_NAME_TAKEN',
      message: 'The input "report" names two reports called "a": a.yml and reports/also-a.yml.',
    });
    await expect(chosen('a.yml', './a.yml')).rejects.toMatchObject({ code: 'REPORT_NAME_TAKEN' });
  });

  test.each(['a.yml', 'mailbox-settings'])('that are requested twice, as %s, are rejected', async (name) => {
    await expect(chosen(name, 'b.YAML', name)).rejects.toMatchObject({
      code: 'REPORT_NAME_TAKEN',
      message: `The input "report" names ${name} twice.`,
    });
  });

  test('whose file is missing or wrong are rejected with its error', async () => {
    await expect(chosen('mailbox-settings', 'none.yml')).rejects.toMatchObject({ code: 'REPORT_FILE' });
  });
});
