import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { isObject, parseJson, property, textIn, type Json, type JsonObject } from '../../src/json.ts';
import { ROWS_FILE } from '../../src/store/rows-file.ts';
import type { Check } from '../../src/verification/check.ts';
import { verifyReport, type VerifyRequest } from '../../src/verification/verify.ts';
import { POLICY_FILE } from '../world/steps.ts';
import type { PlayedRun, RunExtras } from './report-runs.ts';

/** One seed in so many has its report verified. */
const EVERY = 4;

/** The product verifies the report of a run. It does not verify one of which a cell was changed that violates a rule. */
export async function verifyFailures(
  { step, expected: { world, policy, isError } }: PlayedRun,
  { inputs = {} }: RunExtras,
): Promise<readonly string[]> {
  if (world.seed % EVERY !== 0 || policy === undefined || isError) return [];
  const named = {
    workspace: step.workspace,
    digest: undefined,
    // Only beside the policy is its register.
    policy: policy.register === undefined ? undefined : POLICY_FILE,
    baseline: inputs.baseline,
    reports: Object.keys(world.files),
  };
  const checks = await checksOf({ ...named, place: step.folder });
  const failed = checks.filter(({ result }) => result !== 'ok');
  if (failed.length > 0)
    return failed.map((check) => `verify: ${check.name} ${check.result}: ${differencesText(check)}`);
  const changed = withAnotherCell(linesOf(await readFile(path.join(step.folder, ROWS_FILE))));
  if (changed === undefined) return [];
  const place = await mkdtemp(path.join(tmpdir(), 'verified-'));
  try {
    await cp(step.folder, place, { recursive: true });
    await writeFile(
      path.join(place, ROWS_FILE),
      gzipSync(changed.lines.map((line) => `${JSON.stringify(line)}\n`).join('')),
    );
    // The digest in evidence.json differs whatever was changed.
    const isSeen = (await checksOf({ ...named, place })).some(
      ({ name, result }) => name !== 'evidence' && result === 'differs',
    );
    return isSeen ? [] : [`verify does not see that ${changed.what} was changed`];
  } finally {
    await rm(place, { recursive: true });
  }
}

async function checksOf(request: VerifyRequest): Promise<readonly Check[]> {
  return (await verifyReport(request)).checks;
}

function differencesText({ about, differences }: Check): string {
  return differences.length === 0 ? about : JSON.stringify(differences.slice(0, 3));
}

function linesOf(rows: Uint8Array): readonly Json[] {
  return gunzipSync(rows).toString('utf8').trimEnd().split('\n').map(parseJson);
}

/** The lines of a rows file with another value in a cell that violates a rule. Undefined if they have no such cell. */
function withAnotherCell(
  lines: readonly Json[],
): { readonly lines: readonly Json[]; readonly what: string } | undefined {
  const [header] = lines;
  const [reports, tables] = ['reports', 'tables'].map((name) => objectsOf(property(header, name)));
  for (const line of lines) {
    const table = textIn(line, 'table');
    const results = table === '' ? objectsOf(property(line, 'reports')) : objectsOf([line]);
    for (const [at, result] of results.entries()) {
      const definition = table === '' ? reports?.[at] : tables?.find(({ name }) => name === table);
      const columns = property(definition, 'columns');
      for (const violation of objectsOf(property(result, 'violations'))) {
        const column = textIn(violation, 'column');
        const position = Array.isArray(columns) ? columns.indexOf(column) : -1;
        const { found = null } = violation;
        const isSame = (cells: Json | undefined): cells is Json[] =>
          Array.isArray(cells) && JSON.stringify(cells[position]) === JSON.stringify(found);
        // Other rows may have the same value.
        const same = objectsOf(property(result, 'rows')).flatMap(({ cells }) => (isSame(cells) ? [cells] : []));
        if (found === null || same.length === 0) continue;
        for (const cells of same) cells[position] = another(found);
        return { lines, what: `${column} of ${textIn(line, 'mailbox') || table}` };
      }
    }
  }
  return undefined;
}

function objectsOf(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** Another value of the same type. */
function another(value: Json): Json {
  if (typeof value === 'number') return value + 1;
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'string') return `${value}0`;
  return Array.isArray(value) ? [...value, value[0] ?? ''] : { ...value, another: '' };
}
