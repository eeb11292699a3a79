import type { ExemptionUse } from '../../policy/exemptions.ts';
import type { Offender, RuleCounts } from '../../policy/policy-tally.ts';
import { findingText } from '../judged.ts';
import { count, counted } from '../../text/numbers.ts';
import { REMEDIES } from '../remedies.ts';
import type { Tally } from '../tally.ts';
import { mostUrgentFirst, NEEDS, worstFirst, type PolicyFacts } from '../summary-policy.ts';
import { html, link, type Html } from './html.ts';

const MOST_RULES = 100;
const MOST_EXEMPTIONS = 200;

/** What came of a policy: its rules, who is furthest from it, and its exemptions. */
export function policyPanels({ file, tally, exemptions }: PolicyFacts): readonly Html[] {
  const { rules: all } = tally;
  // Where not all of them fit, those that do not hold come first.
  const rules = all.length > MOST_RULES ? all.toSorted(worstFirst).slice(0, MOST_RULES) : all;
  return [
    panel(
      `Policy ${file}`,
      ['Rule', 'Passed', 'Failed', 'Exempt', 'Inconclusive'],
      [...rules.map(ruleRow), ...moreRow(all.length - rules.length, 5)],
    ),
    ...(tally.offenders.length === 0
      ? []
      : [
          panel(
            'Furthest from it',
            ['Mailbox', 'Listed at', 'Found and expected'],
            [...tally.offenders.map(offenderRow), ...moreRow(tally.offenderCount - tally.offenders.length, 3)],
          ),
        ]),
    ...(exemptions.length === 0
      ? []
      : [
          panel(
            'Exemptions',
            ['Rule', 'Mailboxes', 'State', 'Last day', 'Covers', 'Reason', 'Owner'],
            [
              ...mostUrgentFirst(exemptions).slice(0, MOST_EXEMPTIONS).map(exemptionRow),
              ...moreRow(exemptions.length - MOST_EXEMPTIONS, 7),
            ],
          ),
        ]),
  ];
}

/** What works, but should not stay so. */
export function warningsPanel(warnings: readonly string[]): Html | undefined {
  if (warnings.length === 0) return undefined;
  return html`<section class="panel warnings">
    <h2>Warnings</h2>
    <ul>
      ${warnings.map((warning) => html`<li>${warning}</li>`)}
    </ul>
  </section> `;
}

/** How many mailboxes were not read, by cause, with what to do about each. Undefined where all were read. */
export function unreadPanel(tally: Tally): Html | undefined {
  const { causes } = tally;
  if (causes.length === 0) return undefined;
  const rows = causes.map(
    (status) =>
      html`<tr>
        <th scope="row" class="short">${status}</th>
        <td class="number">${count(tally.unreadBy(status))}</td>
        <td class="prose">${REMEDIES[status]}</td>
      </tr> `,
  );
  return panel('Not read', ['Cause', 'How many', 'What to do'], rows);
}

/** Columns that count have their heading where their numbers are. */
const COUNTS: ReadonlySet<string> = new Set(['Passed', 'Failed', 'Exempt', 'Inconclusive', 'Covers', 'How many']);

function panel(title: string, columns: readonly string[], rows: readonly Html[]): Html {
  return html`<section class="panel">
    <h2>${title}</h2>
    <div class="wide" tabindex="0" role="region" aria-label="${title}">
      <table>
        <thead>
          <tr>
            ${columns.map((column) =>
              COUNTS.has(column)
                ? html`<th scope="col" class="number">${column}</th>`
                : html`<th scope="col">${column}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
  </section> `;
}

function moreRow(more: number, columns: number): readonly Html[] {
  return more > 0
    ? [
        html`<tr>
          <td colspan="${columns}">and ${count(more)} more</td>
        </tr> `,
      ]
    : [];
}

function ruleRow({ rule, passed, failed, warned, exempt, inconclusive }: RuleCounts): Html {
  const state = failed > 0 ? 'fail' : warned > 0 ? 'warn' : 'pass';
  const name = rule.help === undefined ? html`${rule.title}` : link(rule.title, rule.help);
  const severity = rule.severity === 'warning' ? html` <span class="note">warning</span>` : undefined;
  return html`<tr class="verdict-${state}">
    <th scope="row"><code>${rule.id}</code> ${name}${severity}</th>
    <td class="number">${count(passed)}</td>
    <td class="number">${count(failed + warned)}</td>
    <td class="number">${count(exempt)}</td>
    <td class="number">${count(inconclusive)}</td>
  </tr> `;
}

function offenderRow({ address, file, line, findings, findingCount }: Offender): Html {
  const more = findingCount - findings.length;
  return html`<tr>
    <th scope="row">${address}</th>
    <td>${file}, line ${line}</td>
    <td class="prose">
      <ul>
        ${findings.map((finding) => html`<li><code>${finding.rule}</code> ${findingText(finding)}</li> `)}
        ${more > 0 ? html`<li>and ${count(more)} more</li>` : undefined}
      </ul>
    </td>
  </tr> `;
}

function exemptionRow({ exemption, expired, endsSoon, daysLeft, covered, need }: ExemptionUse): Html {
  const { rule, mailboxes, reason, owner, expires } = exemption;
  const state = expired
    ? 'expired'
    : endsSoon
      ? `${NEEDS[need]}, ${counted(daysLeft, 'day', 'days')} left`
      : NEEDS[need];
  const patterns = mailboxes.map(({ pattern }) => pattern).join(', ');
  return html`<tr${expired ? html` class="verdict-fail"` : undefined}><th scope="row"><code>${rule}</code></th><td>${patterns}</td>
<td>${state}</td><td>${expires}</td><td class="number">${count(covered)}</td><td>${reason}</td><td>${owner}</td></tr>
`;
}
