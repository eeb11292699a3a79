import type { ExemptionUse } from '../../../policy/exemptions.ts';
import type { VerdictCounts, RuleCounts } from '../../../totals/verdict-counts.ts';
import type { Offender } from '../../../totals/shown-findings.ts';
import { findingText } from '../../../policy/verdict.ts';
import { count, counted } from '../../../text/numbers.ts';
import { REMEDIES } from '../../../totals/unreadable-hints.ts';
import { mostFrequentFirst } from '../../../totals/mailbox-counts.ts';
import {
  baselineSentence,
  byFailures,
  byUrgency,
  exemptionState,
  type PolicySummary,
  type RunSummary,
} from '../../../totals/run-summary.ts';
import { bar, legend } from './bars.ts';
import { html, link, type Html } from '../html.ts';
import { listLineUrl } from '../data.ts';
import { mailboxLink, rowsLink } from '../links.ts';
import { folded, panel, panelTable, type PanelColumn, type PanelRow } from './table.ts';

const MAX_RULES = 100;
/** Rules that are shown without unfolding. */
const OPEN_RULES = 10;
const MAX_EXEMPTIONS = 200;
/** Offenders that are shown without unfolding. */
const OPEN_OFFENDERS = 5;

/**
 * The rules of a policy with their counts, the mailboxes with most violations, and the exemptions. `source`: where the files
 * of the commit are on GitHub, if it is known.
 */
export function policyPanels(
  { file, verdicts, exemptions, baseline }: PolicySummary,
  source?: string,
): readonly Html[] {
  return [
    panel(html`Violations by rule <small>${file}</small>`, [
      rulesTable(file, verdicts.rules),
      ...(baseline === undefined ? [] : [html`<p class="rest">${baselineSentence(baseline)}</p> `]),
    ]),
    ...(verdicts.offenders.length === 0 ? [] : [offendersPanel(verdicts, source)]),
    ...(exemptions.length === 0 ? [] : [exemptionsPanel(exemptions)]),
  ];
}

/** The numbers of a rule, in the order of the bar. The colours differ in lightness, for people who cannot distinguish green from red. */
const VERDICTS = ['failed', 'warned', 'known', 'exempt', 'inconclusive', 'passed'] as const;

function rulesTable(file: string, all: readonly RuleCounts[]): Html {
  const rules = all.toSorted(byFailures).slice(0, MAX_RULES);
  const used = VERDICTS.filter((verdict) => verdict === 'passed' || all.some((counts) => counts[verdict] > 0));
  const columns: readonly PanelColumn[] = [
    { name: 'Rule' },
    { name: 'Mailboxes by result', kind: 'bars' },
    ...used.map((verdict): PanelColumn => ({ name: capitalized(verdict), kind: 'number' })),
  ];
  const longest = Math.max(...all.map(sumOf));
  const row = (counts: RuleCounts): PanelRow => ruleRow(counts, used, longest);
  const next = rules.slice(OPEN_RULES);
  const more = all.length - rules.length;
  return html`${panelTable(`Policy ${file}`, columns, rules.slice(0, OPEN_RULES).map(row))}
  ${legend(used.map((verdict) => ({ kind: verdict, name: verdict })))}
  ${
    next.length === 0
      ? undefined
      : folded(
          `The next ${counted(next.length, 'rule', 'rules')}`,
          panelTable(`Policy ${file}: the next`, columns, next.map(row), more),
        )
  }`;
}

function sumOf(counts: RuleCounts): number {
  return VERDICTS.reduce((sum, verdict) => sum + counts[verdict], 0);
}

function ruleRow(counts: RuleCounts, used: readonly (typeof VERDICTS)[number][], longest: number): PanelRow {
  const { rule, failed, warned, inconclusive } = counts;
  const title = rule.title === rule.id ? undefined : html` ${rule.title}`;
  const name = html`<code>${rule.id}</code>${title}`;
  const help = rule.help === undefined ? undefined : html` <span class="note">${link('help', rule.help)}</span>`;
  const severity = rule.severity === 'warning' ? html` <span class="note">warning</span>` : undefined;
  const found = sumOf(counts) > counts.passed;
  const rows = { report: 'violations', conditions: [{ column: 'Rule', is: rule.id }] };
  return {
    cells: [
      html`${found ? rowsLink(name, rows) : name}${severity}${help}`,
      bar(
        used.map((verdict) => ({ kind: verdict, count: counts[verdict] })),
        longest,
      ),
      ...used.map((verdict) => html`${count(counts[verdict])}`),
    ],
    verdict: failed > 0 ? 'fail' : warned > 0 ? 'warn' : inconclusive > 0 ? 'unknown' : 'pass',
  };
}

function capitalized(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

const OFFENDER_COLUMNS: readonly PanelColumn[] = [
  { name: 'Mailbox' },
  { name: 'Listed at', kind: 'short' },
  { name: 'Found and expected', kind: 'prose' },
];

function offendersPanel({ offenders, offenderCount }: VerdictCounts, source: string | undefined): Html {
  const title = 'Mailboxes with most violations';
  const rows = offenders.map((offender) => offenderRow(offender, source));
  const next = rows.slice(OPEN_OFFENDERS);
  const more = offenderCount - rows.length;
  const all = html`${counted(offenderCount, 'mailbox violates rules', 'mailboxes violate rules')}`;
  return panel(html`${title}`, [
    panelTable(title, OFFENDER_COLUMNS, rows.slice(0, OPEN_OFFENDERS)),
    ...(next.length === 0
      ? []
      : [
          folded(
            `The next ${counted(next.length, 'mailbox', 'mailboxes')}`,
            panelTable(`${title}: the next`, OFFENDER_COLUMNS, next),
          ),
        ]),
    ...(more > 0 ? [html`<p class="rest">${rowsLink(all, { report: 'violations', view: 'violating' })}.</p> `] : []),
  ]);
}

function offenderRow({ address, file, line, findings, findingCount }: Offender, source: string | undefined): PanelRow {
  const more = findingCount - findings.length;
  const list = html`<ul>
    ${findings.map((finding) => html`<li><code>${finding.rule}</code> ${findingText(finding)}</li> `)}
    ${more > 0 ? html`<li>and ${count(more)} more</li>` : undefined}
  </ul>`;
  const place = `${file}, line ${line}`;
  const listed = source === undefined ? html`${place}` : link(place, listLineUrl(source, file, line));
  return { cells: [mailboxLink(address), listed, list] };
}

const EXEMPTION_COLUMNS: readonly PanelColumn[] = [
  { name: 'Rule' },
  { name: 'Mailboxes' },
  { name: 'State' },
  { name: 'Last day', kind: 'short' },
  { name: 'Covers', kind: 'number' },
  { name: 'Reason' },
  { name: 'Owner' },
];

function exemptionsPanel(exemptions: PolicySummary['exemptions']): Html {
  const rows = byUrgency(exemptions).slice(0, MAX_EXEMPTIONS).map(exemptionRow);
  const more = exemptions.length - rows.length;
  return panel(html`Exemptions`, [panelTable('Exemptions', EXEMPTION_COLUMNS, rows, more)]);
}

function exemptionRow(use: ExemptionUse): PanelRow {
  const { rule, mailboxes, reason, owner, expires } = use.exemption;
  const { usage, urgent } = exemptionState(use);
  const state = [usage, urgent].filter((part) => part !== '').join(', ');
  const patterns = mailboxes.map(({ pattern }) => pattern).join(', ');
  return {
    cells: [
      html`<code>${rule}</code>`,
      ...[patterns, state, expires, count(use.covered), reason, owner].map((text) => html`${text}`),
    ],
    verdict: use.expired ? 'fail' : undefined,
  };
}

export function warningsPanel(warnings: readonly string[]): Html | undefined {
  if (warnings.length === 0) return undefined;
  return html`<section class="panel warnings">
    <h2>Warnings</h2>
    <ul>
      ${warnings.map((warning) => html`<li>${warning}</li>`)}
    </ul>
  </section> `;
}

const CAUSE_COLUMNS: readonly PanelColumn[] = [
  { name: 'Cause', kind: 'short' },
  { name: 'Mailboxes', kind: 'number' },
  { name: 'What to do', kind: 'prose' },
];

/** How many mailboxes could not be read, by cause, with what to do. Undefined if all were read. */
export function unreadablePanel({ mailboxes, reports }: Pick<RunSummary, 'mailboxes' | 'reports'>): Html | undefined {
  const causes = mostFrequentFirst(mailboxes);
  if (causes.length === 0) return undefined;
  const report = reports.find(({ unreadable }) => unreadable > 0)?.name;
  const rows = causes.map((status): PanelRow => ({
    cells: [
      report === undefined
        ? html`${status}`
        : rowsLink(html`${status}`, { report, conditions: [{ column: 'Status', is: status }] }),
      html`${count(mailboxes.unreadableBy(status))}`,
      html`${REMEDIES[status]}`,
    ],
  }));
  const title = 'Mailboxes that could not be read';
  return panel(html`${title}`, [panelTable(title, CAUSE_COLUMNS, rows)]);
}
