import { createHash } from 'node:crypto';
import { RENEWAL_DAYS } from '../../auth/sign-in.ts';
import { count, counted, duration, someNames } from '../../text/numbers.ts';
import { firstDistribution } from '../report-tally.ts';
import { resultSentence, runCounts, type RunSummary } from '../run-summary.ts';
import { crossTabChart, figure, rulesChart, unreadableChart, valuesChart } from './charts.ts';
import type { PageData } from './data.ts';
import { fragmentOf } from './fragment.ts';
import { html, jsonText, link, type Html } from './html.ts';
import { policyPanels, unreadablePanel, warningsPanel } from './panels.ts';

/** The script and the style sheet of the page, which are part of its file. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

/** What the page shows about a run, besides the rows. */
export interface PageContent {
  readonly summary: RunSummary;
  readonly data: PageData;
  /** The input `cloud`, and the address of Graph if it is not that cloud's. */
  readonly cloud: string;
  /** The commit with the lists and the policy; undefined outside a workflow. */
  readonly commit: { readonly sha: string; readonly url: string } | undefined;
}

/** The start of the page: an HTML document that needs no network. The elements with the rows and the script follow. */
export async function documentStart(content: PageContent, assets: PageAssets): Promise<string> {
  const { summary, data } = content;
  const panels = [
    warningsPanel(summary.warnings),
    ...(summary.policy === undefined ? [] : policyPanels(summary.policy)),
    unreadablePanel(summary.tally),
  ].filter((panel) => panel !== undefined);
  const charts = await chartsOf(summary);
  // Not a template: prettier would reformat it, and the content of style and script elements is hashed.
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
    head(content).text,
    ...(charts.length === 0 ? [] : [chartsSection(charts).text]),
    ...panels.map((panel) => panel.text),
    tablesSection().text,
    '</main>',
    `<script type="application/json" id="page-data">${jsonText(data)}</script>`,
    '',
  ].join('\n');
}

function chartsSection(charts: readonly Html[]): Html {
  return html`<section class="pictures" aria-labelledby="pictures-title">
    <h2 id="pictures-title" class="unseen">Pictures</h2>
    <div class="charts">${charts}</div>
  </section>`;
}

/** The program of the page fills this section. */
function tablesSection(): Html {
  return html`<section id="tables" aria-labelledby="tables-title">
    <h2 id="tables-title" tabindex="-1">All rows</h2>
    <p class="loading">Reading the rows…</p>
    <noscript><p>The table needs JavaScript. The CSV files beside this page have the same rows.</p></noscript>
  </section>`;
}

/** The Content Security Policy: no requests, only this script and style. https://www.w3.org/TR/CSP3/#match-element-to-source-list */
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

function titleOf({ result, tally }: RunSummary): string {
  return `Mailbox Report: ${result}, ${counted(tally.total, 'mailbox', 'mailboxes')}`;
}

function head({ summary, data: { when }, cloud, commit }: PageContent): Html {
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
        summary.reports.map(({ label }) => label),
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
      ${counts(summary)}
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

function counts(summary: RunSummary): readonly Html[] {
  return runCounts(summary).map(({ key, name, singular = name, view, number }) => {
    const text = html`<strong>${count(number)}</strong> ${(number === 1 ? singular : name).toLowerCase()}`;
    const opens = view !== undefined && number > 0;
    return html`<li class="${key}">${opens ? html`<a href="${fragmentOf({ view })}">${text}</a>` : text}</li> `;
  });
}

function certificateText({ daysLeft, expiresOn }: NonNullable<RunSummary['certificate']>): Html {
  const text = `${counted(daysLeft, 'day', 'days')} left, until ${expiresOn.toISOString().slice(0, 10)}`;
  return daysLeft > RENEWAL_DAYS ? html`${text}` : html`<strong>${text}: register a new one</strong>`;
}

async function chartsOf({ reports, policy, tally }: RunSummary): Promise<readonly Html[]> {
  const zones = firstDistribution(reports, 'TimeZone');
  const languages = firstDistribution(reports, 'Language');
  const [replies] = reports.flatMap((report) => report.replies ?? []);
  // In this order they fill two and three columns to about the same height.
  const charts = await Promise.all([
    figure('Rules by verdict', policy === undefined ? undefined : rulesChart(policy.tally)),
    figure('Automatic replies by audience outside', replies === undefined ? undefined : crossTabChart(replies)),
    figure('Time zones', zones === undefined ? undefined : valuesChart(zones)),
    figure('Unreadable, by cause', unreadableChart(tally)),
    figure('Languages', languages === undefined ? undefined : valuesChart(languages)),
  ]);
  return charts.filter((chart) => chart !== undefined);
}
