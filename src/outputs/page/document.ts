import { RENEWAL_DAYS } from '../../auth/sign-in.ts';
import { count, counted, duration, someNames } from '../../text/numbers.ts';
import { previewText, resultSentence, type RunSummary } from '../../totals/run-summary.ts';
import { changesPanel } from './panels/changes.ts';
import { contentPolicy, type PageAssets } from './content-policy.ts';
import type { PageData } from './data.ts';
import { distributionsPanel, repliesPanel } from './panels/distributions.ts';
import { html, jsonText, link, type Html } from './html.ts';
import { policyPanels, unreadablePanel, warningsPanel } from './panels/panels.ts';
import { tilesList } from './panels/tiles.ts';

/** What the page shows about a run, besides the rows. */
export interface PageContent {
  readonly summary: RunSummary;
  readonly data: PageData;
  /** The tenant's ID or domain. */
  readonly tenant: string;
  /** The input `cloud`, and the address of Graph if it is not that cloud's. */
  readonly cloud: string;
  /** Undefined outside a workflow. */
  readonly repository: Repository | undefined;
}

/** The repository with the lists and the policy. */
export interface Repository {
  /** With its owner. */
  readonly name: string;
  readonly url: string;
  /** The commit's hash, if it is known. */
  readonly sha: string | undefined;
}

/** The start of the page: an HTML document that needs no network. The elements with the rows and the script follow. */
export function documentStart(content: PageContent, assets: PageAssets): string {
  const { summary, data } = content;
  const { comparison, policy, reports, warnings } = summary;
  const panels = [
    comparison && changesPanel(comparison),
    ...(policy === undefined ? [] : policyPanels(policy, data.source)),
    repliesPanel(reports),
    unreadablePanel(summary),
    warningsPanel(warnings),
  ].filter((panel) => panel !== undefined);
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
    '<a class="skip-link" href="#tables-title">Go to the rows</a>',
    '<main>',
    head(content).text,
    ...panels.map((panel) => panel.text),
    tablesSection(reports).text,
    distributionsPanel(reports)?.text ?? '',
    runSection(content).text,
    '</main>',
    `<script type="application/json" id="page-data">${jsonText(data)}</script>`,
    '',
  ].join('\n');
}

/** The program of the page fills this section. */
function tablesSection(reports: RunSummary['reports']): Html {
  return html`<section id="tables" aria-labelledby="tables-title">
    <h2 id="tables-title" tabindex="-1">All rows</h2>
    ${previewNote(previewText(reports))}
    <p class="loading">Reading the rows…</p>
    <noscript><p>The table needs JavaScript. The CSV files beside this page have the same rows.</p></noscript>
  </section>`;
}

function previewNote(text: string | undefined): Html | undefined {
  return text === undefined ? undefined : html`<p class="preview"><strong>Preview:</strong> ${text}</p>`;
}

function titleOf({ result, mailboxes }: RunSummary): string {
  return `Mailbox Report: ${result}, ${counted(mailboxes.total, 'mailbox', 'mailboxes')}`;
}

/** The result, where it is from, and the numbers of the first screen. */
function head({ summary, data: { when }, tenant, repository }: PageContent): Html {
  const { result, hint, cancelled } = summary;
  const origin = [
    ...(repository === undefined ? [] : [link(repository.name, repository.url)]),
    html`tenant ${tenant}`,
    timeText(when),
  ];
  return html`<header class="head">
    <h1>Mailbox Report</h1>
    <p class="result result-${result}">${result}${cancelled ? ' (cancelled)' : ''}</p>
    <p class="origin">${origin.map((part) => html`<span>${part}</span> `)}</p>
    <p class="message">${resultSentence(summary)}</p>
    ${tilesList(summary)} ${hint === '' ? undefined : html`<p class="hint">${hint}</p> `}
  </header> `;
}

function timeText(when: number): Html {
  const time = new Date(when).toISOString();
  return html`<time datetime="${time}">${time.slice(0, 16).replace('T', ' ')} UTC</time>`;
}

/** How the report was made. */
function runSection({ summary, data: { when }, cloud, repository }: PageContent): Html {
  const { listFiles, policy, certificate, durationMs, runUrl, reports, mailboxes } = summary;
  const facts: [string, Html | undefined][] = [
    ['When', html`${timeText(when)}, took ${duration(durationMs)}`],
    ['Reports', html`${someNames(reports.map(reportText), String)}`],
    ['Mailboxes', html`${count(mailboxes.read)} read, of ${count(mailboxes.total)}`],
    [
      listFiles.length === 1 ? 'Mailbox list' : 'Mailbox lists',
      listFiles.length === 0 ? undefined : html`${someNames(listFiles, String)}`,
    ],
    ['Policy', policy && html`${policy.file}`],
    ['Cloud', html`${cloud}`],
    ['Certificate', certificate && certificateText(certificate)],
    ['Run', runUrl === undefined ? undefined : link('This run', runUrl)],
    ['Commit', repository && commitLink(repository)],
  ];
  return html`<section class="panel">
    <h2>This run</h2>
    <dl class="facts">
      ${facts.map(([name, value]) =>
        value === undefined
          ? html``
          : html`<div>
              <dt>${name}</dt>
              <dd>${value}</dd>
            </div> `,
      )}
    </dl>
  </section> `;
}

function commitLink({ url, sha }: Repository): Html | undefined {
  return sha === undefined ? undefined : link(sha.slice(0, 12), `${url}/commit/${sha}`);
}

/** A report with the number of its items. */
function reportText({ label, found, read, unit }: RunSummary['reports'][number]): string {
  return found === read ? label : `${label} (${counted(found, unit.singular, unit.plural)})`;
}

function certificateText({ daysLeft, expiresOn }: NonNullable<RunSummary['certificate']>): Html {
  const text = `${counted(daysLeft, 'day', 'days')} left, until ${expiresOn.toISOString().slice(0, 10)}`;
  return daysLeft > RENEWAL_DAYS ? html`${text}` : html`<strong>${text}: register a new one</strong>`;
}
