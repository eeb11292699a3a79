import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Tenant } from '../tenant/tenant.ts';
import { parseJson, property, type Json } from '../tenant/json.ts';
import { counted } from '../src/text/numbers.ts';
import { say } from './log.ts';

/** What a run of the action left. */
export interface DayResult {
  readonly outputs: Readonly<Record<string, string>>;
  /** The lines of its log. */
  readonly log: readonly string[];
}

const DATE = new Intl.DateTimeFormat('en-US', { month: 'short', day: '2-digit', timeZone: 'UTC' });

/** Prints the date of a day and how many violations its run found. `ago`: ms before now. */
export function printDay({ outputs }: DayResult, ago: number): void {
  const violations = counted(Number(outputs['violation-count']), 'violation', 'violations');
  say(`${DATE.format(Date.now() - ago)}  ${violations}`);
}

/** Copies the summary and the artifacts of a run. */
export async function copyFiles(summaryFile: string, tenant: Tenant, output: string): Promise<void> {
  await mkdir(output, { recursive: true });
  await copyFile(summaryFile, path.join(output, 'summary.md'));
  // The action itself has written the page there.
  const zipped = tenant.artifacts().filter(({ mimeType }) => mimeType === 'application/zip');
  for (const artifact of zipped) await writeFile(path.join(output, `${artifact.name}.zip`), artifact.bytes);
}

/** Prints the outputs of a run, as later steps of a workflow get them. */
export function printOutputs(outputs: DayResult['outputs']): void {
  say('\nOutputs, for later steps:');
  for (const [name, value] of Object.entries(outputs)) say(`  ${name.padEnd(24)}${value}`);
}

/** Prints how many mailboxes violate each rule, the page, and what to do next. */
export async function printFindings(output: string): Promise<void> {
  const report = parseJson(await readFile(path.join(output, 'mailbox-report.json'), 'utf8'));
  const counts = property(report, 'counts');
  const ruleCounts = new Map(listIn(report, 'rules').map((rule) => [property(rule, 'id'), rule]));
  say(`\nIn ${counted(numberIn(counts, 'mailboxes'), 'mailbox', 'mailboxes')}:`);
  for (const rule of listIn(property(report, 'policy'), 'rules')) {
    const verdicts = ruleCounts.get(property(rule, 'id'));
    const title = property(rule, 'title');
    const [failed, warned] = [numberIn(verdicts, 'failed'), numberIn(verdicts, 'warned')];
    if (failed + warned > 0) {
      const found = failed > 0 ? counted(failed, 'violation', 'violations') : counted(warned, 'warning', 'warnings');
      say(`  ${found}: ${typeof title === 'string' ? title : ''}`);
    }
  }
  const unread = numberIn(counts, 'unreadable');
  if (unread > 0) say(`  ${counted(unread, 'mailbox', 'mailboxes')} could not be read, and no rule passes for them`);
  say(`\nReport page: ${pathToFileURL(pageIn(output)).href}`);
  say('Log of the last day: npm run demo -- --log');
  say('Next: npm run cli -- setup (prints a plan for your tenant, and asks before it changes anything)');
}

/** The page is named after the artifact. */
export function pageIn(output: string): string {
  return path.join(output, 'mailbox-report.html');
}

function listIn(json: Json | undefined, name: string): readonly Json[] {
  const list = property(json, name);
  return Array.isArray(list) ? list : [];
}

function numberIn(json: Json | undefined, name: string): number {
  return Number(property(json, name) ?? 0);
}
