import type { CrossTab, Distribution } from '../distribution.ts';
import { byFailures } from '../run-summary.ts';
import { count, counted } from '../../text/numbers.ts';
import type { PolicyTally } from '../../policy/policy-tally.ts';
import { mostFrequentFirst, type Tally } from '../tally.ts';
import { chartLabel, drawBars, rowText, type Category, type Chart, type ChartSize, type Segment } from './bar-chart.ts';
import { html, trusted, type Html } from './html.ts';

const MAX_VALUES = 10;
const MAX_RULES = 20;
const MAX_CATEGORIES = 7;
const OTHERS = 'all others';
/** One drawing for wide screens and paper, one for phones, where the letters of a scaled one would be illegible. */
const WIDE: ChartSize = { width: 520, names: 240 };
const NARROW: ChartSize = { width: 290, names: 280, above: true };
const MAX_CATEGORY_LENGTH = 30;
/** Rows in the accessible name of a chart; the table beside it has all. */
const MAX_SPOKEN_ROWS = 5;

/** The values of a column: the ten most frequent, and the others in one row. Undefined if there are none. */
export function valuesChart(distribution: Distribution): Chart | undefined {
  if (distribution.total === 0) return undefined;
  const { values, rest } = distribution.first(MAX_VALUES);
  const all = rest > 0 ? [...values, { value: OTHERS, count: rest }] : values;
  return {
    rows: all.map(({ value }) => value),
    categories: [{ name: 'Mailboxes', colour: 'var(--chart-1)' }],
    segments: all.map(({ count: number }, row) => ({ row, category: 'Mailboxes', count: number })),
  };
}

/** The values of Graph's `externalAudienceScope` in order; their colours are the same in every run. */
const AUDIENCES: ReadonlyMap<string, Omit<Category, 'name'>> = new Map([
  ['none', { colour: 'var(--bar-none)' }],
  ['contactsonly', { colour: 'var(--bar-contacts)' }],
  ['all', { colour: 'var(--bar-all)' }],
  ['(not set)', { colour: 'var(--muted)', hollow: true }],
]);
/** For other values; green comes last, since it means `passed` elsewhere. */
const OTHER_COLOURS = [4, 5, 6, 7, 2].map((colour) => `var(--chart-${colour})`);

/** The values of one column by those of another. Undefined if there are none. */
export function crossTabChart(crossTab: CrossTab): Chart | undefined {
  // The spelling may differ between rows.
  const names = new Map<string, string>();
  const segments: Segment[] = [];
  for (const [row, { values }] of crossTab.rows.entries()) {
    for (const { value: crossed, count: number } of values) {
      const label = chartLabel(crossed, MAX_CATEGORY_LENGTH);
      const folded = label.toLowerCase();
      const category = names.get(folded) ?? label;
      names.set(folded, category);
      segments.push({ row, category, count: number });
    }
  }
  if (segments.length === 0) return undefined;
  const rank = (folded: string): number => {
    const place = [...AUDIENCES.keys()].indexOf(folded);
    return place === -1 ? AUDIENCES.size : place;
  };
  // Graph has three; further values become one category.
  const sorted = [...names].slice(0, MAX_CATEGORIES).sort(([one], [other]) => rank(one) - rank(other));
  const others = [...OTHER_COLOURS];
  const categories = sorted.map(([folded, name]) => ({
    name,
    ...(AUDIENCES.get(folded) ?? { colour: others.shift() ?? 'var(--muted)' }),
  }));
  const shown = new Set(categories.map(({ name }) => name));
  return {
    rows: crossTab.rows.map(({ value }) => value),
    texts: crossTab.rows.map(({ total }) => counted(total, 'mailbox', 'mailboxes')),
    categories: names.size > MAX_CATEGORIES ? [...categories, { name: OTHERS, colour: 'var(--muted)' }] : categories,
    segments: segments.map((segment) => (shown.has(segment.category) ? segment : { ...segment, category: OTHERS })),
    shares: true,
    legend: true,
    notes: ['shares of each state'],
  };
}

/** The colours differ in lightness, for people who cannot distinguish green from red. */
const VERDICTS = [
  { name: 'passed', colour: 'var(--bar-passed)' },
  { name: 'failed', colour: 'var(--bar-failed)' },
  { name: 'warned', colour: 'var(--bar-warned)' },
  { name: 'known', colour: 'var(--chart-1)' },
  { name: 'exempt', colour: 'var(--chart-4)' },
  { name: 'inconclusive', colour: 'var(--muted)', hollow: true },
] as const;

/** Rules by the verdicts of mailboxes: twenty at most, those with most failures first. */
export function rulesChart(tally: PolicyTally): Chart | undefined {
  const rules = tally.rules.toSorted(byFailures);
  const shown = rules.slice(0, MAX_RULES);
  const segments = shown
    .flatMap((counts, row) => VERDICTS.map(({ name }) => ({ row, category: name, count: counts[name] })))
    .filter((segment) => segment.count > 0);
  const categories = VERDICTS.filter(({ name }) => segments.some(({ category }) => category === name));
  if (categories.length === 0) return undefined;
  return {
    rows: shown.map(({ rule }) => rule.id),
    texts: shown.map((counts) => {
      const all = VERDICTS.reduce((sum, { name }) => sum + counts[name], 0);
      return `${count(counts.failed + counts.warned)} of ${count(all)}`;
    }),
    categories,
    segments,
    legend: true,
    notes: [
      'failed or warned, of all',
      ...(rules.length > shown.length ? [`the worst ${shown.length} of ${count(rules.length)}`] : []),
    ],
  };
}

/** Unreadable mailboxes by cause. Undefined if all were read. */
export function unreadableChart(tally: Tally): Chart | undefined {
  const causes = mostFrequentFirst(tally);
  if (causes.length === 0) return undefined;
  return {
    rows: causes,
    categories: [{ name: 'Mailboxes', colour: 'var(--bad)' }],
    segments: causes.map((status, row) => ({ row, category: 'Mailboxes', count: tally.unreadableBy(status) })),
  };
}

/** A chart with its title, and the same numbers as a table, which screen readers read. */
export async function figure(title: string, chart: Chart | undefined): Promise<Html | undefined> {
  if (chart === undefined) return undefined;
  const { rows, categories, segments, notes = [] } = chart;
  const [wide, narrow] = await Promise.all([drawBars(chart, WIDE), drawBars(chart, NARROW)]);
  const numbers = (row: number): Html[] =>
    categories.map(({ name }) => {
      const sum = segments.reduce((all, one) => (one.row === row && one.category === name ? all + one.count : all), 0);
      return html`<td class="number">${count(sum)}</td>`;
    });
  return html`<figure>
    <figcaption>${title}${notes.map((note) => html` <span class="note">${note}</span>`)}</figcaption>
    <div class="chart" role="img" aria-label="${spoken(title, chart)}">
      <div class="wide-chart" aria-hidden="true">${trusted(wide)}</div>
      <div class="narrow-chart" aria-hidden="true">${trusted(narrow)}</div>
      ${categories.length > 1 || chart.legend === true ? legend(categories) : undefined}
    </div>
    <details>
      <summary>Numbers<span class="unseen">: ${title}</span></summary>
      <div class="wide" tabindex="0" role="region" aria-label="Numbers: ${title}">
        <table>
          <thead>
            <tr>
              <th scope="col">${title}</th>
              ${categories.map(({ name }) => html`<th scope="col" class="number">${name}</th>`)}
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

/** The accessible name of a chart: its first numbers. */
function spoken(title: string, chart: Chart): string {
  const { rows, notes = [] } = chart;
  const numbers = rows
    .slice(0, MAX_SPOKEN_ROWS)
    .map((row, at) => `${chartLabel(row, MAX_CATEGORY_LENGTH)} ${rowText(chart, at)}`);
  if (rows.length > numbers.length) numbers.push(`and ${count(rows.length - numbers.length)} more`);
  return `${[title, ...notes].join(', ')}: ${numbers.join('; ')}`;
}

function legend(categories: Chart['categories']): Html {
  return html`<ul class="legend" aria-hidden="true">
    ${categories.map(({ name, colour, hollow = false }) => {
      const fill = hollow ? 'var(--background)' : colour;
      const box = html`<rect x="0.5" y="0.5" width="11" height="11" rx="2" fill="${fill}" stroke="${colour}" />`;
      return html`<li><svg width="12" height="12">${box}</svg> ${name}</li> `;
    })}
  </ul>`;
}
