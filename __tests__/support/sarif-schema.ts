import { execFile } from 'node:child_process';
import { access, chmod, constants, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import multitool from '@microsoft/sarif-multitool';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { isRecord } from '../../src/json.ts';

const SCHEMA = createRequire(multitool).resolve('./sarif-2.1.0.json');
let validate: ValidateFunction | undefined;

/** The errors of a log by the schema of SARIF 2.1.0, as Microsoft's validator ships it. */
export async function sarifSchemaErrors(log: unknown): Promise<readonly string[]> {
  if (validate === undefined) {
    const ajv = new Ajv2020({ allErrors: true, strict: false });
    addFormats.default(ajv);
    const schema: unknown = JSON.parse(await readFile(SCHEMA, 'utf8'));
    if (!isRecord(schema)) throw new Error(`${SCHEMA} holds no schema`);
    validate = ajv.compile(schema);
  }
  validate(log);
  return (validate.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
}

/**
 * The errors of SARIF files by the schema and by Microsoft's validator, which checks the other rules of the
 * standard and the rules of GitHub for uploads. Warnings count too. A start of the validator takes a second of CPU time,
 * however many files it checks.
 */
export async function sarifErrors(...files: readonly string[]): Promise<readonly string[]> {
  // The install script of the package makes it executable, but npm may not have run the script.
  await access(multitool, constants.X_OK).catch(() => chmod(multitool, 0o755));
  const folder = await mkdtemp(path.join(tmpdir(), 'sarif-validator-'));
  try {
    const out = path.join(folder, 'out.sarif');
    const args = ['validate', ...files, '--rule-kind', 'Sarif;Gh', '-o', out, '--log', 'ForceOverwrite'];
    // It exits with 1 if it finds a problem. The log has the details.
    const { stdout } = await promisify(execFile)(multitool, args).catch((failed: unknown) => ({
      stdout: isRecord(failed) ? String(failed.stdout) : String(failed),
    }));
    const log = await readFile(out, 'utf8').catch(() => undefined);
    const logs = await Promise.all(
      files.map(async (file): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'))),
    );
    return [
      ...(await Promise.all(logs.map(sarifSchemaErrors))).flat(),
      ...(log === undefined ? [`No log: ${stdout}`] : found(JSON.parse(log), stdout)),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

function found(log: unknown, printed: string): readonly string[] {
  const runs = members(log, 'runs');
  const completed = printed.includes('Analysis completed successfully');
  return [
    ...(completed ? [] : [printed]),
    ...runs
      .flatMap((run) => [
        ...members(run, 'results'),
        ...members(run, 'invocations').flatMap((invocation) => members(invocation, 'toolExecutionNotifications')),
        ...members(run, 'invocations').flatMap((invocation) => members(invocation, 'toolConfigurationNotifications')),
      ])
      .map((result) => JSON.stringify(result)),
  ];
}

function members(value: unknown, key: string): readonly unknown[] {
  const member = isRecord(value) ? value[key] : undefined;
  return Array.isArray(member) ? member : [];
}
