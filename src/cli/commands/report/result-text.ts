import { logText } from '../../../run/log.ts';
import type { JsonObject } from '../../../json.ts';
import type { RunResult } from '../../../run/result.ts';
import { resultSentence } from '../../../outputs/sections/run.ts';
import { visibleLine } from '../../../text/display.ts';
import { count, counted } from '../../../text/numbers.ts';
import { highlightsOf } from '../../../totals/highlight-list.ts';
import type { RunSummary } from '../../../totals/run-summary.ts';
import { answerBlocks, answerJson, type Answer, type Block } from './person-answer.ts';
import { aligned } from '../../section-text.ts';
import { errorJson, jsonText, type Terminal } from '../../terminal.ts';

/** A run that ended, as the terminal shows it. */
interface EndedRun {
  readonly result: RunResult;
  readonly outputs: Readonly<Record<string, string | number>>;
  /** Undefined for a shard, and if nothing was read. */
  readonly summary: RunSummary | undefined;
  /** Path of the report page; undefined if there is none. */
  readonly page: string | undefined;
  /** Undefined unless the run was asked for single mailboxes. */
  readonly answer: Answer | undefined;
}

const MAX_LINES = 20;

/** The result, the highlights, the findings, the answer and the paths as text. `detail`: `full` names mailboxes. */
export function resultText(
  { result, outputs, summary, page, answer }: EndedRun,
  style: Terminal['style'],
  detail: string,
): string {
  const answers = answer === undefined ? [] : answerBlocks(answer);
  const sentence = summary === undefined ? readText(outputs) : summary.message === '' ? resultSentence(summary) : '';
  const blocks = summary === undefined ? [] : blocksOf(summary, detail.trim().toLowerCase() === 'full');
  const folder = outputs['output-directory'];
  return [
    `${resultWord(result, style)}${sentence === '' ? '' : `. ${logText(sentence)}`}\n`,
    ...[...blocks, ...answers].map((block) => blockText(block, style)),
    folder === undefined ? '' : `\nFiles: ${logText(String(folder))}\n`,
    page === undefined ? '' : `Page: ${logText(page)}\n`,
  ].join('');
}

/** The same in four lines: result, counts, page and folder. Then findings and answers, if single mailboxes were asked for. */
export function briefText({ result, outputs, summary, page, answer }: EndedRun, style: Terminal['style']): string {
  const answers = answer === undefined ? [] : answerBlocks(answer);
  const folder = outputs['output-directory'];
  const counts = countsText(outputs, summary);
  const violating = summary?.policy?.verdicts.violating;
  const findings = answers.length === 0 || violating === undefined ? [] : findingRows(violating);
  return [
    `${resultWord(result, style)}\n`,
    counts === '' ? '' : `${counts}\n`,
    page === undefined ? '' : `Page: ${logText(page)}\n`,
    folder === undefined ? '' : `Files: ${logText(String(folder))}\n`,
    findings.length === 0 ? '' : blockText({ title: 'Findings', rows: findings }, style),
    ...answers.map((block) => blockText(block, style)),
  ].join('');
}

function resultWord({ result, fails }: RunResult, style: Terminal['style']): string {
  const tone = result === 'pass' ? 'green' : result === 'error' || fails ? 'red' : 'yellow';
  return style(tone, `Result: ${result}`);
}

function blockText({ title, rows }: Block, style: Terminal['style']): string {
  return `\n${style('bold', visibleLine(title))}\n${aligned(rows)}`;
}

/** `24 of 25 mailboxes were read, 3 violations, 1 change`. '' if nothing was read. */
function countsText(outputs: EndedRun['outputs'], summary: RunSummary | undefined): string {
  const isOfTables = summary?.mailboxes.total === 0 && summary.message === '';
  const read = (isOfTables ? resultSentence(summary) : readText(outputs)).replace(/\.$/, '');
  const counts = [
    ['violation-count', 'violation', 'violations'],
    ['new-violation-count', 'new violation', 'new violations'],
    ['new-warning-count', 'new warning', 'new warnings'],
    ['change-count', 'change', 'changes'],
  ] as const;
  const others = counts.flatMap(([name, one, many]) => {
    const value = outputs[name];
    return value === undefined ? [] : [counted(Number(value), one, many)];
  });
  return read === '' ? '' : [read, ...others].join(', ');
}

function blocksOf(summary: RunSummary, isFull: boolean): readonly Block[] {
  const { mailboxes, policy, reports, parts } = summary;
  const violating = policy?.verdicts.violating;
  const blocks: readonly Block[] = [
    {
      title: 'Highlights',
      rows: highlightsOf(reports).unruled.map(({ title, mailboxes: mailboxCount, items }) => [
        title,
        [counted(mailboxCount, 'mailbox', 'mailboxes'), items].filter(Boolean).join(', '),
      ]),
    },
    {
      title: 'Rules with violations',
      rows: [...(policy?.verdicts.rulesWith('failed') ?? []), ...(policy?.verdicts.rulesWith('warned') ?? [])].map(
        ({ rule, mailboxes: mailboxCount }) => [rule, counted(mailboxCount, 'mailbox', 'mailboxes')],
      ),
    },
    { title: 'Findings', rows: isFull && violating !== undefined ? findingRows(violating) : [] },
    {
      title: 'Could not be read',
      rows: mailboxes.causes.flatMap((status) => [
        [status, counted(mailboxes.unreadableBy(status), 'mailbox', 'mailboxes')],
        ...(isFull ? mailboxes.unreadableMailboxes(status) : [])
          .slice(0, 3)
          .map(({ address, error }) => ['', address, error]),
      ]),
    },
    ...parts.flatMap((part) => part.printed?.() ?? []),
  ];
  return blocks.filter(({ rows }) => rows.length > 0);
}

function findingRows({
  worst,
  count: total,
}: NonNullable<RunSummary['policy']>['verdicts']['violating']): readonly (readonly string[])[] {
  const all = worst.flatMap(({ address, findings }) => findings.map(({ rule, message }) => [address, rule, message]));
  const visibleRows = all.slice(0, MAX_LINES);
  const mailboxes = counted(total, 'mailbox violates rules', 'mailboxes violate rules');
  return visibleRows.length < all.length || total > worst.length
    ? [...visibleRows, [`${mailboxes}: see violations.csv`]]
    : visibleRows;
}

/** The same as data: the outputs of the action by their names, and what else the text has. */
export function resultJson({ result: { result, reason, fails }, outputs, summary, page, answer }: EndedRun): string {
  const { policy, reports = [], warnings, parts = [] } = summary ?? {};
  const printed = parts.reduce<JsonObject>((members, part) => ({ ...members, ...part.printed?.()?.json }), {});
  return jsonText({
    ok: !fails,
    ...outputs,
    result,
    error: reason && errorJson(reason),
    'page-path': page,
    highlights: reports.flatMap(({ name: report, highlights }) =>
      highlights
        .filter(({ rows }) => rows > 0)
        .map(({ title, mailboxes, rows }) => ({ report, title, mailboxes, rows })),
    ),
    rules: policy?.verdicts.rules.map(({ rule: { id, severity }, ...counts }) => ({ rule: id, severity, ...counts })),
    findings: policy?.verdicts.violating.worst.flatMap(({ address, findings }) =>
      findings.map((finding) => ({ mailbox: address, ...finding })),
    ),
    answer: answer && answerJson(answer),
    ...printed,
    warnings,
  });
}

/** How many mailboxes a shard read. '' if nothing was read. */
function readText({ 'read-count': readCount, 'mailbox-count': total }: EndedRun['outputs']): string {
  if (readCount === undefined || total === undefined) return '';
  return `${count(Number(readCount))} of ${counted(Number(total), 'mailbox was read', 'mailboxes were read')}.`;
}
