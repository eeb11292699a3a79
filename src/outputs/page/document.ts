import { hash } from 'node:crypto';
import type { CopyText } from '../../errors.ts';
import { isMadeReport, type MadeReport, type ReportDefinition } from '../../reports/definition.ts';
import { lackingSources } from '../../reports/derived-row.ts';
import type { SourceRepository } from '../../run/source-repository.ts';
import { fragmentOf } from '../../text/page-links.ts';
import { count, counted, duration, listed, utcText, type EpochMs } from '../../text/numbers.ts';
import type { CertificateSummary, RunSummary } from '../../totals/run-summary.ts';
import {
  certificateText,
  isExpiring,
  experimentalText,
  resultSentence,
  resultText,
  runFacts,
} from '../sections/run.ts';
import { placedSections } from '../sections/placed-sections.ts';
import { valueTables } from '../sections/settings.ts';
import { PAGE_PLACES, type Content, type Section } from '../../run/section.ts';
import type { PageData } from './data.ts';
import { html, jsonText, link, type Html } from './html.ts';
import { blockHtml, contentHtml, panelHtml, sectionId } from './panels.ts';
import { tilesList } from './tiles.ts';

/** The script and the style sheet of the page, which are part of its file. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

/** What the page shows about a run, besides the rows. */
interface PageContent {
  readonly summary: RunSummary;
  readonly data: PageData;
  /** The tenant's ID or domain. */
  readonly tenant: string;
  /** The input `cloud`, and the address of Graph if it is not that cloud's. */
  readonly cloud: string;
  /** Those of the run. */
  readonly reports: readonly ReportDefinition[];
  /** Undefined outside a workflow. */
  readonly repository: SourceRepository | undefined;
}

/** The start of the page: an HTML document that needs no network. The elements with the rows and the script follow. */
export function documentStart(content: PageContent, assets: PageAssets): string {
  const { summary, data } = content;
  const sections = sectionsOf(summary);
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
    topBar(sections).text,
    '<main>',
    head(content).text,
    ...sections.map((section) => panelHtml(section).text),
    tablesSection(summary, content.reports).text,
    distributionsPanel(summary.reports).text,
    runSection(content).text,
    '</main>',
    `<script type="application/json" id="page-data">${jsonText(data)}</script>`,
    '',
  ].join('\n');
}

function sectionsOf(summary: RunSummary): readonly Section[] {
  const all = placedSections(summary, { detail: 'full', hasPage: true });
  return PAGE_PLACES.flatMap((place) =>
    all.flatMap(({ section, page }) => (section === undefined || page !== place ? [] : [section])),
  );
}

/** The bar that stays in view: the search, which the program of the page adds, and links to the sections. */
function topBar(sections: readonly Section[]): Html {
  // All rows first, since a phone shows only the first links without scrolling.
  const names = ['All rows', ...sections.map(({ title, short = title }) => short), 'This run'];
  return html`<header class="top">
    <a class="to-top" href="#result">Mailbox Report</a>
    <div id="search"></div>
    <nav aria-label="Sections">
      ${names.map((name) => html`<a href="${fragmentOf({ section: sectionId(name) })}">${name}</a> `)}
    </nav>
  </header>`;
}

/** The most frequent languages and time zones, folded. */
function distributionsPanel(reports: RunSummary['reports']): Html {
  const tables = valueTables(reports, ['settings']).map((table) => blockHtml({ table }));
  if (tables.length === 0) return html``;
  return html`<details class="panel more distributions">
    <summary><h2>Languages and time zones</h2></summary>
    <div class="columns-of-tables">${tables}</div>
  </details> `;
}

/** The program of the page fills this section. */
function tablesSection(summary: RunSummary, reports: readonly ReportDefinition[]): Html {
  return html`<section id="tables" aria-labelledby="tables-title">
    <h2 id="tables-title" data-section="all-rows" tabindex="-1">All rows</h2>
    ${experimentalNote(experimentalText(summary))}
    ${reports.filter(isMadeReport).flatMap((one) => lackingNote(one, reports) ?? [])}
    <p class="loading">Reading the rows…</p>
    <noscript><p>The table needs JavaScript. The CSV files beside this page have the same rows.</p></noscript>
  </section>`;
}

function experimentalNote(text: string | undefined): Html | undefined {
  return text === undefined ? undefined : html`<p class="experimental"><strong>Experimental:</strong> ${text}</p>`;
}

/** Which reports would say what the columns of a report that is made of others do not. */
function lackingNote(report: MadeReport, reports: readonly ReportDefinition[]): Html | undefined {
  const lacking = Object.entries(lackingSources(report, reports));
  if (lacking.length === 0) return undefined;
  const byReports = Map.groupBy(lacking, ([, alternatives]) =>
    alternatives.map((of) => listed(of, 'and')).join(' or '),
  );
  const items = [...byReports].map(([names, columns]) => {
    const columnNames = columns.map(([column]) => column).join(', ');
    return html`<li>${columnNames}: add <code>${names}</code></li> `;
  });
  return html`<details class="lacking">
    <summary>${counted(lacking.length, 'column', 'columns')} of ${report.name} that other reports would fill</summary>
    <ul>
      ${items}
    </ul>
  </details>`;
}

function titleOf(summary: RunSummary): string {
  const { mailboxes, tables = [] } = summary;
  const isOfTables = mailboxes.total === 0 && tables.length > 0;
  const what = isOfTables
    ? counted(tables.length, 'table', 'tables')
    : counted(mailboxes.total, 'mailbox', 'mailboxes');
  return `Mailbox Report: ${resultText(summary)}, ${what}`;
}

/** The result, where it is from, and the numbers of the first screen. */
function head({ summary, data: { when }, tenant, repository }: PageContent): Html {
  const { result, hint, copy = [], mailboxes } = summary;
  const tone = result === 'pass' && mailboxes.unreadable > 0 ? 'incomplete' : result;
  const origin = [
    ...(repository === undefined ? [] : [link(repository.name, repository.url)]),
    tenantText(summary, tenant),
    timeText(when),
  ];
  return html`<header class="head">
    <h1 id="result" tabindex="-1">Mailbox Report</h1>
    <p class="result result-${tone}">${resultText(summary)}</p>
    <p class="origin">${origin.map((part) => html`<span>${part}</span> `)}</p>
    <p class="message">${resultSentence(summary)}</p>
    ${tilesList(summary)} ${hint === '' ? undefined : html`<p class="hint">${hint}</p> `} ${copy.map(copyHtml)}
  </header> `;
}

/** The tenant by a domain that it confirmed, and as the run names it. */
export function tenantText({ mailboxes: { domain } }: RunSummary, tenant: string): string {
  return `tenant ${domain === undefined || domain === tenant.toLowerCase() ? tenant : `${domain} (${tenant})`}`;
}

function copyHtml({ label, text, isLink = false }: CopyText): Html {
  return html`<p class="hint">${isLink ? link(label, text) : html`${label}: <code>${text}</code>`}</p> `;
}

function timeText(when: EpochMs): Html {
  return html`<time datetime="${new Date(when).toISOString()}">${utcText(when)}</time>`;
}

/** How the report was made. */
function runSection({ summary, data: { when }, cloud, repository }: PageContent): Html {
  const { certificate, durationMs, mailboxes } = summary;
  const commit = repository?.commit && { link: repository.commit.sha.slice(0, 12), url: repository.commit.url };
  const facts: readonly (readonly [string, Content | undefined])[] = [
    ...runFacts(summary),
    ['Mailboxes', `${count(mailboxes.read)} read, of ${count(mailboxes.total)}`],
    ['Cloud', cloud],
    ['Certificate', certificate && certificateContent(certificate)],
    ['Commit', commit],
  ];
  const shown = facts.flatMap(([name, value]) => (value === undefined ? [] : [fact(name, contentHtml(value))]));
  return html`<section class="panel" id="this-run" data-section="this-run" tabindex="-1">
    <h2>This run</h2>
    <dl class="facts">${fact('When', html`${timeText(when)}, took ${duration(durationMs)}`)} ${shown}</dl>
  </section> `;
}

function fact(name: string, value: Html): Html {
  return html`<div>
    <dt>${name}</dt>
    <dd>${value}</dd>
  </div> `;
}

function certificateContent(certificate: CertificateSummary): Content {
  const text = certificateText(certificate);
  return isExpiring(certificate) ? { strong: `${text}: register a new one` } : text;
}

/** The Content Security Policy: no requests, only this script and style. https://www.w3.org/TR/CSP3/#match-element-to-source-list */
export function contentPolicy({ script, style }: PageAssets): string {
  const source = (text: string): string => `'sha256-${hash('sha256', text, 'base64')}'`;
  return [
    "default-src 'none'",
    `script-src ${source(script)}`,
    `style-src ${source(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
