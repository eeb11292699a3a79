import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect } from '@jest/globals';
import type { Environment } from '../../src/http/proxy.ts';
import { isReportFile } from '../../src/reports/choose.ts';
import { checkConfig, withFile } from '../../src/run/config-file.ts';
import { readInputs, text } from '../../src/run/read-inputs.ts';
import { ROWS_FILE } from '../../src/store/rows-file.ts';
import { verifyReport } from '../../src/verification/verify.ts';

/** Expects the rows of a run to say what the run has stored: its verdicts, and its counts. */
export async function expectVerified(env: Environment, workspace: string, folder = ''): Promise<void> {
  if (text(env, 'shard') !== undefined || !existsSync(path.join(folder, ROWS_FILE))) return;
  const config = text(env, 'config');
  const file = config === undefined ? undefined : await checkConfig(config, workspace);
  const { policy, baseline, report } = readInputs(withFile(env, file?.value ?? {}), 'validate');
  const files = { policy, baseline: policy && baseline, reports: report.filter(isReportFile) };
  const { checks } = await verifyReport({ place: folder, workspace, digest: undefined, ...files });
  expect(checks.filter(({ result }) => result !== 'ok')).toEqual([]);
}
