import type { CrossTab } from '../cross-tab.ts';
import type { Distribution } from '../distribution.ts';
import { count, counted } from '../../text/numbers.ts';
import type { PolicyTally } from '../../policy/policy-tally.ts';
import { worstFirst } from '../summary/policy.ts';
import { mostFrequentFirst, type Tally } from '../tally.ts';
import { chartLabel, drawBars, rowText, type Bar, type Chart, type ChartSize, type Kind } from './charts.ts';
import { html, trusted, type Html } from './html.ts';

const MOST_VALUES = 10;
const MOST_RULES = 20;
const MOST_KINDS = 7;
const OTHERS = 'all others';
/** A picture for wide screens and paper, and one for phones: made smaller, its letters could not be read. */
const WIDE: ChartSize = { width: 520, names: 240 };
const NARROW: ChartSize = { width: 290, names: 280, above: true };
const LONGEST_KIND = 30;
/** Rows that a picture's name tells; the table beside it has all. */
const MOST_TOLD = 5;

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
const AUDIENCES: ReadonlyMap<string, Omit<Kind, 'name'>> = new Map([
  ['none', { colour: 'var(--bar-none)' }],
  ['contactsonly', { colour: 'var(--bar-contacts)' }],
  ['all', { colour: 'var(--bar-all)' }],
  ['(not set)', { colour: 'var(--muted)', hollow: true }],
]);
/** For what a tenant says besides; green comes last, which means good elsewhere. */
const OTHER_COLOURS = [4, 5, 6, 7, 2].map((colour) => `var(--chart-${colour})`);

/** Bars of one column's values, each parted by those of another. Undefined where nothing was counted. */
export function crossingChart(crossing: CrossTab): Chart | undefined {
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
    ...(AUDIENCES.get(folded) ?? { colour: others.shift() ?? 'var(--muted)' }),
  }));
  const names = new Set(named.map(({ name }) => name));
  return {
    rows: crossing.rows.map(({ value }) => value),
    texts: crossing.rows.map(({ total }) => counted(total, 'mailbox', 'mailboxes')),
    kinds: kinds.size > MOST_KINDS ? [...named, { name: OTHERS, colour: 'var(--muted)' }] : named,
    bars: bars.map((bar) => (names.has(bar.kind) ? bar : { ...bar, kind: OTHERS })),
    shares: true,
    legend: true,
    notes: ['shares of each state'],
  };
}

/** As light or dark as no other, for those who see no difference between green and red. */
const VERDICTS = [
  { name: 'passed', colour: 'var(--bar-passed)' },
  { name: 'failed', colour: 'var(--bar-failed)' },
  { name: 'warned', colour: 'var(--bar-warned)' },
  { name: 'exempt', colour: 'var(--chart-4)' },
  { name: 'inconclusive', colour: 'var(--muted)', hollow: true },
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
    texts: shown.map((counts) => {
      const all = VERDICTS.reduce((sum, { name }) => sum + counts[name], 0);
      return `${count(counts.failed + counts.warned)} of ${count(all)}`;
    }),
    kinds: there,
    bars: bars.filter((bar) => bar.count > 0),
    legend: true,
    notes: [
      'failed or warned, of all',
      ...(rules.length > shown.length ? [`the worst ${shown.length} of ${count(rules.length)}`] : []),
    ],
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
  const { rows, kinds, bars, notes = [] } = chart;
  const [wide, narrow] = await Promise.all([drawBars(chart, WIDE), drawBars(chart, NARROW)]);
  const numbers = (row: number): Html[] =>
    kinds.map(({ name }) => {
      const sum = bars.reduce((all, bar) => (bar.row === row && bar.kind === name ? all + bar.count : all), 0);
      return html`<td class="number">${count(sum)}</td>`;
    });
  return html`<figure>
    <figcaption>${title}${notes.map((note) => html` <span class="note">${note}</span>`)}</figcaption>
    <div class="chart" role="img" aria-label="${inWords(title, chart)}">
      <div class="wide-chart" aria-hidden="true">${trusted(wide)}</div>
      <div class="narrow-chart" aria-hidden="true">${trusted(narrow)}</div>
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

/** A picture's main numbers in a sentence, for those who hear the page. */
function inWords(title: string, chart: Chart): string {
  const { rows, notes = [] } = chart;
  const told = rows.slice(0, MOST_TOLD).map((row, at) => `${chartLabel(row, LONGEST_KIND)} ${rowText(chart, at)}`);
  if (rows.length > told.length) told.push(`and ${count(rows.length - told.length)} more`);
  return `${[title, ...notes].join(', ')}: ${told.join('; ')}`;
}

/** Beside the picture, where long names find room on a line of their own. */
function legend(kinds: Chart['kinds']): Html {
  return html`<ul class="legend" aria-hidden="true">
    ${kinds.map(({ name, colour, hollow = false }) => {
      const fill = hollow ? 'var(--background)' : colour;
      const box = html`<rect x="0.5" y="0.5" width="11" height="11" rx="2" fill="${fill}" stroke="${colour}" />`;
      return html`<li><svg width="12" height="12">${box}</svg> ${name}</li> `;
    })}
  </ul>`;
}
