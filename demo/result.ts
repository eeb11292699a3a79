import { createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse';
import type { Tenant } from '../tenant/tenant.ts';
import { shortened, visibleLine } from '../src/text/display.ts';
import { say } from './log.ts';
import type { StartedStep } from './runner.ts';

const SHOWN_ROWS = 5;
const SHOWN_COLUMNS = 5;
const WIDEST = 32;

/** Copies the summary and the artifacts of a run. */
export async function copyFiles(step: StartedStep, tenant: Tenant, output: string): Promise<void> {
  await mkdir(output, { recursive: true });
  await copyFile(step.summaryFile, path.join(output, 'summary.md'));
  // The action itself has written the page there.
  const zipped = tenant.artifacts().filter(({ mimeType }) => mimeType === 'application/zip');
  for (const artifact of zipped) await writeFile(path.join(output, `${artifact.name}.zip`), artifact.bytes);
}

/** Prints the outputs, the first rows and the files of a run. */
export async function printResult(step: StartedStep, output: string): Promise<void> {
  const outputs = await step.outputs();
  say('\nOutputs, for later steps:');
  for (const [name, value] of Object.entries(outputs)) say(`  ${name.padEnd(24)}${value}`);
  const csv = outputs['csv-path'];
  if (csv !== undefined && existsSync(csv)) {
    say('\nFirst rows and columns of the first CSV:');
    for (const row of await firstRows(csv)) say(`  ${row}`);
  }
  say('');
  const files = {
    CSV: csv,
    Page: pageIn(output),
    Summary: path.join(output, 'summary.md'),
    Artifact: path.join(output, 'mailbox-report.zip'),
  };
  for (const [name, file] of Object.entries(files)) {
    if (file !== undefined && existsSync(file)) say(`${name.padEnd(9)}${file}`);
  }
}

/** The page is named after the artifact. */
export function pageIn(output: string): string {
  return path.join(output, 'mailbox-report.html');
}

async function firstRows(csv: string): Promise<string[]> {
  const records: AsyncIterable<unknown> = createReadStream(csv).pipe(parse({ bom: true, to: SHOWN_ROWS + 1 }));
  const rows: string[][] = [];
  for await (const record of records) {
    if (Array.isArray(record)) rows.push(record.slice(0, SHOWN_COLUMNS).map(shownCell));
  }
  const widths = Array.from({ length: SHOWN_COLUMNS }, (_, index) =>
    Math.max(...rows.map((row) => row[index]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function shownCell(cell: unknown): string {
  return typeof cell === 'string' ? visibleLine(shortened(cell, WIDEST)) : '';
}
