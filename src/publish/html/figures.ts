import type { Crossing } from '../crossing.ts';
import type { Distribution } from '../distribution.ts';
import { count } from '../../text/numbers.ts';
import type { PolicyTally } from '../../policy/policy-tally.ts';
import { worstFirst } from '../summary-policy.ts';
import { mostFrequentFirst, type Tally } from '../tally.ts';
import { chartLabel, drawBars, type Bar, type Chart, type ChartSize } from './charts.ts';
import { html, trusted, type Html } from './html.ts';

const MOST_VALUES = 10;
const MOST_RULES = 20;
const MOST_KINDS = 7;
const OTHERS = 'all others';
/** A picture for wide screens and paper, and one for phones: made smaller, its letters could not be read. */
const WIDE: ChartSize = { width: 520, names: 240 };
const NARROW: ChartSize = { width: 290, names: 120 };
const LONGEST_KIND = 30;

/** Bars of one column's values: the ten most frequent, and the rest together. Undefined where nothing was counted. */
export function valuesChart(distribution: Distribution): Chart | undefined {
  if (distribution.total === 0) return undefined;
  const { values, rest } = distribution.first(MOST_VALUES);
  const all = rest > 0 ? [...values, { value: OTHERS, count: rest }] : values;
  return {
    rows: all.map(({ value }) => value),
    kinds: [{ name: 'Mailboxes', colour: 'var(--chart-1)' }],
    bars: all.map(({ count: number }, row) => ({ row, kind: 'Mailboxes', count: number })),
  };
}

/** What Graph's externalAudienceScope has, from those who see nothing to everybody; the same colour in every run. */
const AUDIENCES: ReadonlyMap<string, string> = new Map([
  ['none', 'var(--chart-8)'],
  ['contactsonly', 'var(--chart-1)'],
  ['all', 'var(--chart-3)'],
]);
/** For what a tenant says besides; green comes last, which means good elsewhere. */
const OTHER_COLOURS = [4, 5, 6, 7, 2].map((colour) => `var(--chart-${colour})`);

/** Bars of one column's values, each parted by those of another. Undefined where nothing was counted. */
export function crossingChart(crossing: Crossing): Chart | undefined {
  // Each row spells its kinds as they came there first.
  const kinds = new Map<string, string>();
  const bars: Bar[] = [];
  for (const [row, { values }] of crossing.rows.entries()) {
    for (const { value: kind, count: number } of values) {
      const label = chartLabel(kind, LONGEST_KIND);
      const folded = label.toLowerCase();
      const name = kinds.get(folded) ?? label;
      kinds.set(folded, name);
      bars.push({ row, kind: name, count: number });
    }
  }
  if (bars.length === 0) return undefined;
  const rank = (folded: string): number => {
    const place = [...AUDIENCES.keys()].indexOf(folded);
    return place === -1 ? AUDIENCES.size : place;
  };
  // Graph has three; what a tenant makes up besides is one kind.
  const sorted = [...kinds].slice(0, MOST_KINDS).sort(([one], [other]) => rank(one) - rank(other));
  const others = [...OTHER_COLOURS];
  const named = sorted.map(([folded, name]) => ({
    name,
    colour: AUDIENCES.get(folded) ?? others.shift() ?? 'var(--muted)',
  }));
  const names = new Set(named.map(({ name }) => name));
  return {
    rows: crossing.rows.map(({ value }) => value),
    kinds: kinds.size > MOST_KINDS ? [...named, { name: OTHERS, colour: 'var(--muted)' }] : named,
    bars: bars.map((bar) => (names.has(bar.kind) ? bar : { ...bar, kind: OTHERS })),
    shares: true,
    legend: true,
  };
}

const VERDICTS = [
  { name: 'passed', colour: 'var(--good)' },
  { name: 'failed', colour: 'var(--bad)' },
  { name: 'warned', colour: 'var(--warn)' },
  { name: 'exempt', colour: 'var(--chart-4)' },
  { name: 'inconclusive', colour: 'var(--muted)' },
] as const;

/** Bars of rules, parted by what they say of mailboxes: the first twenty, those that do not hold before others. */
export function rulesChart(tally: PolicyTally): Chart | undefined {
  const rules = tally.rules.toSorted(worstFirst);
  const shown = rules.slice(0, MOST_RULES);
  const bars = shown.flatMap((counts, row) => VERDICTS.map(({ name }) => ({ row, kind: name, count: counts[name] })));
  const there = VERDICTS.filter(({ name }) => bars.some((bar) => bar.kind === name && bar.count > 0));
  if (there.length === 0) return undefined;
  return {
    rows: shown.map(({ rule }) => rule.id),
    kinds: there,
    bars: bars.filter((bar) => bar.count > 0),
    legend: true,
    ...(rules.length > shown.length ? { note: `the worst ${shown.length} of ${count(rules.length)}` } : {}),
  };
}

/** Bars of the causes for which mailboxes were not read. Undefined where all were. */
export function unreadChart(tally: Tally): Chart | undefined {
  const causes = mostFrequentFirst(tally);
  if (causes.length === 0) return undefined;
  return {
    rows: causes,
    kinds: [{ name: 'Mailboxes', colour: 'var(--bad)' }],
    bars: causes.map((status, row) => ({ row, kind: 'Mailboxes', count: tally.unreadBy(status) })),
  };
}

/** A picture with its title, and the same numbers as a table, which is what a screen reader reads. */
export async function figure(title: string, chart: Chart | undefined): Promise<Html | undefined> {
  if (chart === undefined) return undefined;
  const { rows, kinds, bars, note } = chart;
  const [wide, narrow] = await Promise.all([drawBars(chart, WIDE), drawBars(chart, NARROW)]);
  const numbers = (row: number): Html[] =>
    kinds.map(({ name }) => {
      const sum = bars.reduce((all, bar) => (bar.row === row && bar.kind === name ? all + bar.count : all), 0);
      return html`<td class="number">${count(sum)}</td>`;
    });
  return html`<figure>
    <figcaption>${title}${note === undefined ? undefined : html` <span class="note">${note}</span>`}</figcaption>
    <div class="chart" aria-hidden="true">
      <div class="wide-chart">${trusted(wide)}</div>
      <div class="narrow-chart">${trusted(narrow)}</div>
      ${kinds.length > 1 || chart.legend === true ? legend(kinds) : undefined}
    </div>
    <details>
      <summary>Numbers<span class="unseen">: ${title}</span></summary>
      <div class="wide" tabindex="0" role="region" aria-label="Numbers: ${title}">
        <table>
          <thead>
            <tr>
              <th scope="col">${title}</th>
              ${kinds.map(({ name }) => html`<th scope="col" class="number">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows.map(
              (row, at) =>
                html`<tr>
                  <th scope="row">${chartLabel(row)}</th>
                  ${numbers(at)}
                </tr> `,
            )}
          </tbody>
        </table>
      </div>
    </details>
  </figure> `;
}

/** Beside the picture, where long names find room on a line of their own. */
function legend(kinds: Chart['kinds']): Html {
  return html`<ul class="legend">
    ${kinds.map(
      ({ name, colour }) =>
        html`<li>
          <svg width="12" height="12"><rect width="12" height="12" rx="2" fill="${colour}" /></svg> ${name}
        </li> `,
    )}
  </ul>`;
}
