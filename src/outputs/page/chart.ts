import type { Chart } from '../../run/section.ts';
import { count, utcText } from '../../text/numbers.ts';
import { countText } from '../../totals/past-run.ts';
import { html, type Html } from './html.ts';

type Point = Chart['points'][number];

/** The size of a chart, and the edges of its plot, in units of about a pixel. */
const [WIDTH, HEIGHT] = [340, 124];
const [LEFT, RIGHT, TOP, ZERO] = [48, 330, 24, 98];
/** The baselines of the texts above and below the plot. */
const [VALUE_LINE, DATE_LINE] = [12, 116];

/**
 * A count over runs as a line from zero, with the time and the count of each run where the pointer is. SVG, since the page's
 * Content-Security-Policy forbids `style` attributes. Screen readers read its label; a table beside it has the numbers.
 */
export function chartHtml({ name, points }: Chart): Html {
  const top = roundedUp(Math.max(1, ...points.map((point) => point.count ?? 0)));
  const placedPoints = placed(points, top);
  const [first, last] = [points[0], points.at(-1)];
  const { text, tone } = developed(points);
  return html`<figure class="chart">
    <figcaption><strong>${name}</strong> <span class="${tone}">${text}</span></figcaption>
    <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${labelOf(name, points)}">
      <path class="axis" d="M${LEFT},${TOP}H${RIGHT}M${LEFT},${ZERO}H${RIGHT}" />
      <text class="end" x="${LEFT - 6}" y="${TOP + 4}">${count(top)}</text>
      <text class="end" x="${LEFT - 6}" y="${ZERO + 4}">0</text>
      <text x="${LEFT}" y="${DATE_LINE}">${first && dayOf(first)}</text>
      <text class="end" x="${RIGHT}" y="${DATE_LINE}">${last && dayOf(last)}</text>
      <path class="curve" d="${linePath(placedPoints)}" />
      ${placedPoints.map(pointHtml)}
    </svg>
  </figure> `;
}

/** A point with its place in the plot. An unknown count has no height. */
interface PlacedPoint extends Point {
  readonly x: number;
  readonly y: number | undefined;
}

/** Places points by time, so that the line is as steep as the count changes. Runs at one time are side by side. */
function placed(points: readonly Point[], top: number): readonly PlacedPoint[] {
  const [from = 0, until = 0] = [points[0]?.when.getTime(), points.at(-1)?.when.getTime()];
  return points.map((point, at) => {
    const share = until > from ? (point.when.getTime() - from) / (until - from) : at / Math.max(1, points.length - 1);
    return {
      ...point,
      x: rounded(LEFT + (RIGHT - LEFT) * Math.min(1, Math.max(0, share))),
      y: point.count === undefined ? undefined : rounded(ZERO - ((ZERO - TOP) * point.count) / top),
    };
  });
}

/** Has a gap at each unknown count. */
function linePath(points: readonly PlacedPoint[]): string {
  const step = ({ x, y }: PlacedPoint, at: number): string =>
    y === undefined ? '' : `${points[at - 1]?.y === undefined ? 'M' : 'L'}${x},${y}`;
  return points.map(step).join('');
}

/** A dot, and an area as far as halfway to the points beside it, over which the style sheet shows the text. */
function pointHtml({ when, count: number, x, y }: PlacedPoint, at: number, all: readonly PlacedPoint[]): Html {
  const [before, after] = [all[at - 1], all[at + 1]];
  const from = before === undefined ? LEFT - 8 : (x + before.x) / 2;
  const until = after === undefined ? RIGHT + 8 : (x + after.x) / 2;
  return html`<g class="point">
    <rect x="${rounded(from)}" y="0" width="${rounded(until - from)}" height="${HEIGHT}" />
    <path d="M${x},${TOP}V${ZERO}" />
    ${y === undefined ? undefined : html`<circle cx="${x}" cy="${y}" r="3" />`}
    <text class="end" x="${RIGHT}" y="${VALUE_LINE}">${utcText(when.getTime())}: ${countText(number)}</text>
  </g> `;
}

interface Development {
  readonly text: string;
  readonly tone: string;
}

/** The latest count, and how it differs from the first. Fewer is better for every count that has a chart. */
function developed(points: readonly Point[]): Development {
  const [latest, first] = [points.at(-1), points.find(({ count: number }) => number !== undefined)];
  if (latest?.count === undefined) return { text: 'not known in this run', tone: 'state-muted' };
  if (first?.count === undefined || first === latest) return { text: count(latest.count), tone: 'state-muted' };
  const more = latest.count - first.count;
  const than =
    more === 0
      ? `as on ${dayOf(first)}`
      : `${count(Math.abs(more))} ${more > 0 ? 'more' : 'fewer'} than on ${dayOf(first)}`;
  return {
    text: `${count(latest.count)}, ${than}`,
    tone: more === 0 ? 'state-muted' : more > 0 ? 'state-bad' : 'state-good',
  };
}

function labelOf(name: string, points: readonly Point[]): string {
  const known = points.flatMap((point) => point.count ?? []);
  const unknown = points.length - known.length;
  const range = known.length === 0 ? '' : `, between ${count(Math.min(...known))} and ${count(Math.max(...known))}`;
  const gaps = unknown === 0 ? '' : `, not known of ${count(unknown)}`;
  return `${name} in ${count(points.length)} runs${range}${gaps}. Now ${developed(points).text}`;
}

function dayOf({ when }: Point): string {
  return when.toISOString().slice(0, 10);
}

/** The next of 1, 2, 5, 10, 20, 50 and so on. */
function roundedUp(number: number): number {
  const power = 10 ** Math.floor(Math.log10(number));
  return [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= number) ?? number;
}

function rounded(number: number): number {
  return Math.round(10 * number) / 10;
}
