import { createHash } from 'node:crypto';
import { RENEWAL_DAYS } from '../../auth/sign-in.ts';
import { count, counted, duration } from '../../text/numbers.ts';
import { openTextFile } from '../text-file.ts';
import { resultSentence } from '../result-sentence.ts';
import { someNames } from '../some-names.ts';
import { firstDistribution } from '../summary/distributions.ts';
import type { RunSummary } from '../summary/facts.ts';
import { crossingChart, figure, rulesChart, unreadChart, valuesChart } from './figures.ts';
import { html, jsonText, link, type Html } from './html.ts';
import type { PageAssets } from './assets.ts';
import type { PageData } from './data.ts';
import type { PageRows, WaitingTable } from './rows.ts';
import { policyPanels, unreadPanel, warningsPanel } from './panels.ts';

/** What the page tells of a run, besides what its rows say. */
export interface PageFacts {
  readonly summary: RunSummary;
  /** When the run began, in epoch ms. */
  readonly when: number;
  /** The input `cloud`, and the address of Graph where it is not that cloud's. */
  readonly cloud: string;
  /** The commit whose list and policy were read; absent outside a workflow. */
  readonly commit?: { readonly sha: string; readonly url: string };
  readonly csvBom: boolean;
}

/**
 * Writes the report page: one HTML file that needs no network, with what came of the run, pictures, and every row of the
 * CSVs in tables that its program filters and sorts. Rejects with the UserError `OUTPUT_UNWRITABLE`.
 */
export async function writePage(rows: PageRows, facts: PageFacts, assets: PageAssets): Promise<void> {
  await rows.close();
  const { tables } = rows;
  const file = openTextFile(rows.path, await beginning(tables, facts, assets));
  try {
    for (const [at, { rowsFile }] of tables.entries()) {
      await file.write(`<script type="text/plain" id="rows-${at}">\n`);
      if (rowsFile !== undefined) await file.append(rowsFile);
      await file.write('</script>\n');
    }
    await file.write(`<script>${assets.script}</script>\n</body>\n</html>\n`);
  } finally {
    await file.close();
  }
}

async function beginning(tables: readonly WaitingTable[], facts: PageFacts, assets: PageAssets): Promise<string> {
  const { summary, when, csvBom: bom } = facts;
  const data: PageData = {
    bom,
    when,
    tables: tables.map(({ name, file, columns, rows, findings }) => ({ name, file, columns, rows, findings })),
  };
  const panels = [
    warningsPanel(summary.warnings),
    ...(summary.policy === undefined ? [] : policyPanels(summary.policy)),
    unreadPanel(summary.tally),
  ].filter((panel) => panel !== undefined);
  const drawn = await pictures(facts);
  // Put together as text: what stands in style and script elements is hashed, and must stay as it is.
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    html`<meta http-equiv="Content-Security-Policy" content="${contentPolicy(assets)}" />`.text,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    html`<title>${titleOf(summary)}</title>`.text,
    `<style>${assets.style}</style>`,
    '</head>',
    '<body>',
    '<a class="skip-link" href="#tables-title">To the rows</a>',
    '<main>',
    head(facts).text,
    ...(drawn.length === 0 ? [] : [picturesSection(drawn).text]),
    ...panels.map((panel) => panel.text),
    tablesSection().text,
    '</main>',
    `<script type="application/json" id="page-data">${jsonText(data)}</script>`,
    '',
  ].join('\n');
}

function picturesSection(drawn: readonly Html[]): Html {
  return html`<section class="pictures" aria-labelledby="pictures-title">
    <h2 id="pictures-title" class="unseen">Pictures</h2>
    <div class="charts">${drawn}</div>
  </section>`;
}

/** What the program fills. */
function tablesSection(): Html {
  return html`<section id="tables" aria-labelledby="tables-title">
    <h2 id="tables-title" tabindex="-1">All rows</h2>
    <p class="loading">Reading the rows…</p>
    <noscript><p>The table needs JavaScript. The CSV files beside this page have the same rows.</p></noscript>
  </section>`;
}

/** The page's Content Security Policy: nothing is loaded from anywhere, and nothing runs but what stands here. https://www.w3.org/TR/CSP3/#match-element-to-source-list */
export function contentPolicy({ script, style }: PageAssets): string {
  const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [
    "default-src 'none'",
    `script-src ${hash(script)}`,
    `style-src ${hash(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function titleOf({ result, mailboxCount }: RunSummary): string {
  return `Mailbox Report: ${result}, ${counted(mailboxCount, 'mailbox', 'mailboxes')}`;
}

function head({ summary, when, cloud, commit }: PageFacts): Html {
  const { result, hint, cancelled, listFiles, policy, certificate, durationMs, runUrl } = summary;
  const time = new Date(when).toISOString();
  const facts: [string, Html][] = [
    [
      'When',
      html`<time datetime="${time}">${time.slice(0, 16).replace('T', ' ')} UTC</time>, took ${duration(durationMs)}`,
    ],
    [
      'Reports',
      html`${someNames(
        summary.reports.map(({ name }) => name),
        String,
      )}`,
    ],
    [listFiles.length === 1 ? 'Mailbox list' : 'Mailbox lists', html`${someNames(listFiles, String)}`],
    ...(policy === undefined ? [] : [['Policy', html`${policy.file}`] satisfies [string, Html]]),
    ['Cloud', html`${cloud}`],
    ...(certificate === undefined ? [] : [['Certificate', certificateText(certificate)] satisfies [string, Html]]),
    ...(runUrl === undefined ? [] : [['Run', link('This run', runUrl)] satisfies [string, Html]]),
    ...(commit === undefined ? [] : [['Commit', link(commit.sha.slice(0, 12), commit.url)] satisfies [string, Html]]),
  ];
  return html`<header class="head">
    <h1>Mailbox Report</h1>
    <p class="result result-${result}">${result}${cancelled ? ' (cancelled)' : ''}</p>
    <p class="message">${resultSentence(summary)}</p>
    ${hint === '' ? undefined : html`<p class="hint">${hint}</p> `}
    <ul class="counts">
      ${tiles(summary)}
    </ul>
    <dl class="facts">
      ${facts.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div> `,
      )}
    </dl>
  </header> `;
}

function tiles({ mailboxCount, readCount, unreadCount, duplicateCount, policy, reports }: RunSummary): readonly Html[] {
  // Of mailboxes that were not read nobody knows.
  const [on] = readCount === 0 ? [] : reports.flatMap((report) => report.repliesOn ?? []);
  // The last is the quick view that has the rows behind the number.
  const counts: [number | undefined, one: string, many: string, view?: string][] = [
    [mailboxCount, 'mailbox', 'mailboxes'],
    [readCount, 'read', 'read'],
    [unreadCount, 'not read', 'not read', 'Not read'],
    [on, 'with replies on or scheduled', 'with replies on or scheduled', 'Replies on'],
    [policy?.tally.violationCount, 'violation', 'violations', 'Fail'],
    [policy?.tally.warningCount, 'warning', 'warnings', 'Warn'],
    [policy?.tally.exemptCount, 'exempt', 'exempt', 'Exempt'],
    [duplicateCount === 0 ? undefined : duplicateCount, 'repeated in the list', 'repeated in the list'],
  ];
  return counts.flatMap(([number, one, many, view]) => {
    if (number === undefined) return [];
    const opens = view === undefined ? undefined : html` data-view="${view}"`;
    return [html`<li${opens}><strong>${count(number)}</strong> ${number === 1 ? one : many}</li> `];
  });
}

function certificateText({ daysLeft, expiresOn }: NonNullable<RunSummary['certificate']>): Html {
  const text = `${counted(daysLeft, 'day', 'days')} left, until ${expiresOn.toISOString().slice(0, 10)}`;
  return daysLeft > RENEWAL_DAYS ? html`${text}` : html`<strong>${text}: register a new one</strong>`;
}

async function pictures({ summary }: PageFacts): Promise<readonly Html[]> {
  const { reports, policy } = summary;
  const [zones, languages] = ['TimeZone', 'Language'].map((column) => firstDistribution(reports, column));
  const [replies] = reports.flatMap((report) => report.replies ?? []);
  // In this order they fill two columns, and three, to about the same height.
  const drawn = await Promise.all([
    figure('Rules by verdict', policy === undefined ? undefined : rulesChart(policy.tally)),
    figure('Automatic replies by audience outside', replies === undefined ? undefined : crossingChart(replies)),
    figure('Time zones', zones === undefined ? undefined : valuesChart(zones)),
    figure('Not read, by cause', unreadChart(summary.tally)),
    figure('Languages', languages === undefined ? undefined : valuesChart(languages)),
  ]);
  return drawn.filter((picture) => picture !== undefined);
}
