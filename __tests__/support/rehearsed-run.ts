import { existsSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect } from '@jest/globals';
import type { Environment } from '../../src/http/proxy.ts';
import { policyState } from '../../src/rehearsal/policy-state.ts';
import { StoredJudge } from '../../src/rehearsal/stored-judge.ts';
import { readInputs, text } from '../../src/run/read-inputs.ts';
import { IndexedReport } from '../../src/store/indexed-report.ts';
import { ReportFiles } from '../../src/store/report-files.ts';
import { ROWS_FILE } from '../../src/store/rows-file.ts';

/** Expects the policy of a run to find in its stored rows exactly the violations that the run has stored. */
export async function expectSameVerdicts(env: Environment, workspace: string, folder = ''): Promise<void> {
  const isJudged = text(env, 'policy') !== undefined && text(env, 'config') === undefined;
  if (!isJudged || text(env, 'shard') !== undefined || !existsSync(path.join(folder, ROWS_FILE))) return;
  const report = await IndexedReport.open(await ReportFiles.open(folder));
  try {
    const { header } = report;
    const state = await policyState(readInputs(env, 'validate'), workspace, header.list.columns);
    if (state.policy === undefined) throw new Error('the run had a policy');
    const judge = new StoredJudge(report, state.policy, state, header.run.started.getTime());
    const found = header.list.mailboxes.map((mailbox, index) => {
      const stored = report.at(index);
      const expected = stored.reports.flatMap(({ violations }) =>
        violations.map((one) => ({ ...one, since: undefined })),
      );
      return { expected, violations: judge.violationsOf(stored, mailbox) };
    });
    const ofTables = judge.tableViolations().map(({ table, violations }) => {
      const stored = report.tables.find(({ name }) => name === table);
      const expected = (stored?.violations ?? []).map((one) => ({ ...one, since: undefined }));
      return { expected, violations };
    });
    expect(ofTables).toHaveLength(header.tables.length);
    const differing = [...found, ...ofTables].filter(
      ({ expected, violations }) => !isDeepStrictEqual(violations, expected),
    );
    expect(differing).toEqual([]);
  } finally {
    await report.close();
  }
}
