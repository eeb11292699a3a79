import type { Crossing } from '../crossing.ts';
import type { Distribution } from '../distribution.ts';
import { count } from '../../text/numbers.ts';
import type { PolicyTally } from '../../policy/policy-tally.ts';
import { worstFirst } from '../summary-policy.ts';
import type { Tally } from '../tally.ts';
import { chartLabel, drawBars, type Bar, type Chart } from './charts.ts';
import { html, trusted, type Html } from './html.ts';

const MOST_VALUES = 10;
const MOST_RULES = 20;
const MOST_KINDS = 7;
const OTHERS = 'all others';

/** Bars of one column's values: the ten most frequent, and the rest together. Undefined where nothing was counted. */
export function valuesChart({ values, other, total }: Distribution): Chart | undefined {
  if (total === 0) return undefined;
  const counts = new Map<string, number>();
  const add = (label: string, number: number): void => {
    counts.set(label, (counts.get(label) ?? 0) + number);
  };
  for (const { value, count: number } of values.slice(0, MOST_VALUES)) add(chartLabel(value), number);
  const rest = values.slice(MOST_VALUES).reduce((sum, { count: number }) => sum + number, other);
  if (rest > 0) add(OTHERS, rest);
  return {
    rows: [...counts.keys()],
    kinds: [{ name: 'Mailboxes', colour: 'var(--chart-1)' }],
    bars: [...counts].map(([row, number]) => ({ row, kind: 'Mailboxes', count: number })),
  };
}

/** Bars of one column's values, each parted by those of another. Undefined where nothing was counted. */
export function crossingChart(crossing: Crossing): Chart | undefined {
  // Each row spells its kinds as they came there first.
  const kinds = new Map<string, string>();
  const bars: Bar[] = [];
  for (const { value, values } of crossing.rows) {
    for (const { value: kind, count: number } of values) {
      const label = chartLabel(kind);
      const folded = label.toLowerCase();
      if (!kinds.has(folded)) kinds.set(folded, label);
      bars.push({ row: chartLabel(value), kind: kinds.get(folded) ?? label, count: number });
    }
  }
  if (bars.length === 0) return undefined;
  // Graph has three; what a tenant makes up besides is one kind.
  const named = [...kinds.values()].slice(0, MOST_KINDS).sort();
  const names = kinds.size > MOST_KINDS ? [...named, OTHERS] : named;
  return {
    rows: [...new Set(bars.map(({ row }) => row))],
    kinds: names.map((name, at) => ({ name, colour: `var(--chart-${1 + at})` })),
    bars: bars.map((bar) => (named.includes(bar.kind) ? bar : { ...bar, kind: OTHERS })),
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
  const bars = shown.flatMap((counts) =>
    VERDICTS.map(({ name }) => ({ row: chartLabel(counts.rule.id), kind: name, count: counts[name] })),
  );
  const there = VERDICTS.filter(({ name }) => bars.some((bar) => bar.kind === name && bar.count > 0));
  if (there.length === 0) return undefined;
  return {
    rows: [...new Set(bars.map(({ row }) => row))],
    kinds: there,
    bars: bars.filter((bar) => bar.count > 0),
    ...(rules.length > shown.length ? { note: `the worst ${shown.length} of ${count(rules.length)}` } : {}),
  };
}

/** Bars of the causes for which mailboxes were not read. Undefined where all were. */
export function unreadChart(tally: Tally): Chart | undefined {
  const { causes } = tally;
  if (causes.length === 0) return undefined;
  return {
    rows: causes,
    kinds: [{ name: 'Mailboxes', colour: 'var(--bad)' }],
    bars: causes.map((status) => ({ row: status, kind: 'Mailboxes', count: tally.unreadBy(status) })),
  };
}

/** A picture with its title, and the same numbers as a table, which is what a screen reader reads. */
export async function figure(title: string, chart: Chart | undefined): Promise<Html | undefined> {
  if (chart === undefined) return undefined;
  const { rows, kinds, bars, note } = chart;
  const numbers = (row: string): Html[] =>
    kinds.map(({ name }) => {
      const sum = bars.reduce((all, bar) => (bar.row === row && bar.kind === name ? all + bar.count : all), 0);
      return html`<td class="number">${count(sum)}</td>`;
    });
  return html`<figure>
    <figcaption>${title}${note === undefined ? undefined : html` <span class="note">${note}</span>`}</figcaption>
    <div class="chart" aria-hidden="true">${trusted(await drawBars(chart))}</div>
    <details>
      <summary>Numbers<span class="unseen">: ${title}</span></summary>
      <table>
        <thead>
          <tr>
            <th scope="col">${title}</th>
            ${kinds.map(({ name }) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                <th scope="row">${row}</th>
                ${numbers(row)}
              </tr> `,
          )}
        </tbody>
      </table>
    </details>
  </figure> `;
}
