import type { ExemptionUse } from '../../policy/exemptions.ts';
import type { Offender, PolicyTally, RuleCounts } from '../../policy/policy-tally.ts';
import { findingText } from '../../policy/verdict.ts';
import { count, counted } from '../../text/numbers.ts';
import { REMEDIES } from '../unreadable-hints.ts';
import { mostFrequentFirst, type Tally } from '../tally.ts';
import { baselineSentence, byFailures, byUrgency, exemptionState, type PolicySummary } from '../run-summary.ts';
import { html, link, type Html } from './html.ts';

const MAX_RULES = 100;
const MAX_EXEMPTIONS = 200;
/** Offenders that are shown without unfolding. */
const OPEN_OFFENDERS = 5;

/** The rules of a policy with their counts, the mailboxes with most violations, and the exemptions. */
export function policyPanels({ file, tally, exemptions, baseline }: PolicySummary): readonly Html[] {
  const rules = tally.rules.toSorted(byFailures).slice(0, MAX_RULES);
  const more = tally.rules.length - rules.length;
  return [
    panel(`Policy ${file}`, [
      panelTable(`Policy ${file}`, RULE_COLUMNS, rules.map(ruleRow), more),
      ...(baseline === undefined ? [] : [html`<p class="rest">${baselineSentence(baseline)}</p> `]),
    ]),
    ...(tally.offenders.length === 0 ? [] : [offendersPanel(tally)]),
    ...(exemptions.length === 0 ? [] : [exemptionsPanel(exemptions)]),
  ];
}

function offendersPanel({ offenders, offenderCount }: PolicyTally): Html {
  const title = 'Most violations';
  const rows = offenders.map(offenderRow);
  const next = rows.slice(OPEN_OFFENDERS);
  const more = offenderCount - rows.length;
  const folded = html`<details class="more">
    <summary>The next ${counted(next.length, 'mailbox', 'mailboxes')}</summary>
    ${panelTable(`${title}: the next`, OFFENDER_COLUMNS, next)}
  </details> `;
  const rest = html`<p class="rest">and ${counted(more, 'more mailbox', 'more mailboxes')}: see violations.csv</p> `;
  return panel(title, [
    panelTable(title, OFFENDER_COLUMNS, rows.slice(0, OPEN_OFFENDERS)),
    ...(next.length === 0 ? [] : [folded]),
    ...(more > 0 ? [rest] : []),
  ]);
}

function exemptionsPanel(exemptions: PolicySummary['exemptions']): Html {
  const rows = byUrgency(exemptions).slice(0, MAX_EXEMPTIONS).map(exemptionRow);
  return panel('Exemptions', [panelTable('Exemptions', EXEMPTION_COLUMNS, rows, exemptions.length - rows.length)]);
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

/** How many mailboxes could not be read, by cause, with what to do. Undefined if all were read. */
export function unreadablePanel(tally: Tally): Html | undefined {
  const causes = mostFrequentFirst(tally);
  if (causes.length === 0) return undefined;
  const rows = causes.map((status): PanelRow => ({
    cells: [html`${status}`, html`${count(tally.unreadableBy(status))}`, html`${REMEDIES[status]}`],
  }));
  return panel('Mailboxes that could not be read', [
    panelTable('Mailboxes that could not be read', CAUSE_COLUMNS, rows),
  ]);
}

interface PanelColumn {
  readonly name: string;
  /** Numbers are right-aligned, short texts stay on one line, prose is wide. */
  readonly kind?: 'number' | 'short' | 'prose';
}

interface PanelRow {
  /** One for each column; the first is the header of the row. */
  readonly cells: readonly Html[];
  readonly verdict?: 'fail' | 'warn' | 'unknown' | 'pass' | undefined;
}

const RULE_COLUMNS: readonly PanelColumn[] = [
  { name: 'Rule' },
  { name: 'Passed', kind: 'number' },
  { name: 'Failed', kind: 'number' },
  { name: 'Known', kind: 'number' },
  { name: 'Exempt', kind: 'number' },
  { name: 'Inconclusive', kind: 'number' },
];
const OFFENDER_COLUMNS: readonly PanelColumn[] = [
  { name: 'Mailbox' },
  { name: 'Listed at' },
  { name: 'Found and expected', kind: 'prose' },
];
const EXEMPTION_COLUMNS: readonly PanelColumn[] = [
  { name: 'Rule' },
  { name: 'Mailboxes' },
  { name: 'State' },
  { name: 'Last day', kind: 'short' },
  { name: 'Covers', kind: 'number' },
  { name: 'Reason' },
  { name: 'Owner' },
];
const CAUSE_COLUMNS: readonly PanelColumn[] = [
  { name: 'Cause', kind: 'short' },
  { name: 'How many', kind: 'number' },
  { name: 'What to do', kind: 'prose' },
];

function panel(title: string, content: readonly Html[]): Html {
  return html`<section class="panel">
    <h2>${title}</h2>
    ${content}
  </section> `;
}

/**
 * A table, which the style sheet shows as cards on narrow screens. Browsers then drop the implicit roles, so these are
 * explicit; a card shows the `data-label` of each cell. `more`: how many rows are omitted.
 */
function panelTable(label: string, columns: readonly PanelColumn[], rows: readonly PanelRow[], more = 0): Html {
  return html`<div class="wide" tabindex="0" role="region" aria-label="${label}">
    <table role="table" aria-label="${label}">
      <thead role="rowgroup">
        <tr role="row">
          ${columns.map(({ name, kind }) => html`<th scope="col" role="columnheader" ${classOf(kind)}>${name}</th> `)}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map(
          ({ cells, verdict }) =>
            html`<tr role="row" ${classOf(verdict && `verdict-${verdict}`)}>
              ${columns.map((column, at) => panelCell(column, cells[at], at))}
            </tr> `,
        )}
        ${
          more > 0
            ? html`<tr role="row">
                <td role="cell" colspan="${columns.length}">and ${count(more)} more</td>
              </tr> `
            : undefined
        }
      </tbody>
    </table>
  </div> `;
}

function panelCell({ name, kind }: PanelColumn, content: Html | undefined, at: number): Html {
  return at === 0
    ? html`<th scope="row" role="rowheader" ${classOf(kind)}>${content}</th> `
    : html`<td role="cell" ${classOf(kind)} data-label="${name}">${content}</td> `;
}

function classOf(name: string | undefined): Html | undefined {
  return name === undefined ? undefined : html` class="${name}"`;
}

function ruleRow({ rule, passed, failed, warned, known, exempt, inconclusive }: RuleCounts): PanelRow {
  const title = rule.title === rule.id ? undefined : html`${rule.title}`;
  const name = rule.help === undefined ? title : link(rule.title, rule.help);
  const severity = rule.severity === 'warning' ? html` <span class="note">warning</span>` : undefined;
  return {
    cells: [
      html`<code>${rule.id}</code> ${name}${severity}`,
      ...[passed, failed + warned, known, exempt, inconclusive].map((number) => html`${count(number)}`),
    ],
    verdict: failed > 0 ? 'fail' : warned > 0 ? 'warn' : inconclusive > 0 ? 'unknown' : 'pass',
  };
}

function offenderRow({ address, file, line, findings, findingCount }: Offender): PanelRow {
  const more = findingCount - findings.length;
  const list = html`<ul>
    ${findings.map((finding) => html`<li><code>${finding.rule}</code> ${findingText(finding)}</li> `)}
    ${more > 0 ? html`<li>and ${count(more)} more</li>` : undefined}
  </ul>`;
  return { cells: [html`${address}`, html`${file}, line ${line}`, list] };
}

function exemptionRow(use: ExemptionUse): PanelRow {
  const { rule, mailboxes, reason, owner, expires } = use.exemption;
  const { need, urgent } = exemptionState(use);
  const state = [need, urgent].filter((part) => part !== '').join(', ');
  const patterns = mailboxes.map(({ pattern }) => pattern).join(', ');
  return {
    cells: [
      html`<code>${rule}</code>`,
      ...[patterns, state, expires, count(use.covered), reason, owner].map((text) => html`${text}`),
    ],
    verdict: use.expired ? 'fail' : undefined,
  };
}
