import { html, type Html } from '../html.ts';

/** A part of a bar. */
export interface Segment {
  /** What is counted, which decides its colour in the style sheet. */
  readonly kind: string;
  readonly count: number;
}

/** Makes one mailbox among a hundred thousand visible, in percent of the bar's room. */
const MIN_PERCENT = 1.5;

/**
 * A bar of one or more segments, as long as their share of `longest`. It is drawn as SVG, since the page's
 * Content-Security-Policy forbids `style` attributes, and forced colours keep its fills. The numbers are beside it as text, so
 * screen readers skip it.
 */
export function bar(segments: readonly Segment[], longest: number): Html {
  const parts = widths(segments, longest);
  let x = 0;
  const drawn = parts.map(({ kind, width }) => {
    const part = html`<rect class="${kind}" x="${percent(x)}" width="${percent(width)}" height="100%" />`;
    x += width;
    return part;
  });
  return html`<svg class="bar" width="100%" height="12" aria-hidden="true">${drawn}</svg>`;
}

/** Widths in percent, together at most 100: small segments are drawn wider than their share, and take it from the others. */
function widths(segments: readonly Segment[], longest: number): readonly { kind: string; width: number }[] {
  const shown = segments.filter(({ count }) => count > 0);
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  if (total === 0 || longest <= 0) return [];
  const all = Math.max((100 * total) / longest, MIN_PERCENT * shown.length);
  const isSmall = ({ count }: Segment): boolean => (all * count) / total < MIN_PERCENT;
  const small = shown.filter(isSmall);
  const large = shown.reduce((sum, segment) => (isSmall(segment) ? sum : sum + segment.count), 0);
  const room = all - MIN_PERCENT * small.length;
  return shown.map((segment) => ({
    kind: segment.kind,
    width: isSmall(segment) ? MIN_PERCENT : (room * segment.count) / large,
  }));
}

function percent(value: number): string {
  return `${Math.round(100 * value) / 100}%`;
}

/** The colours of the segments, for those who see them. */
export function legend(kinds: readonly { readonly kind: string; readonly name: string }[]): Html {
  return html`<ul class="legend" aria-hidden="true">
    ${kinds.map(
      ({ kind, name }) =>
        html`<li>
          <svg class="bar" width="12" height="12"><rect class="${kind}" width="100%" height="100%" /></svg>
          ${name}
        </li> `,
    )}
  </ul> `;
}
