import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';

const css = await readFile(
  path.resolve(import.meta.dirname, '..', '..', 'src', 'page-app', 'style', 'base.css'),
  'utf8',
);
/** axe-core looks at texts of HTML alone, not at pictures. https://www.w3.org/TR/WCAG22/#non-text-contrast */
const GRAPHICS = 3;
const APART = 1.6;

const colours = [...css.matchAll(/--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\);/g)];
const light = new Map(colours.map(([, name = '', colour = '']) => [name, colour]));
const dark = new Map(colours.map(([, name = '', , colour = '']) => [name, colour]));

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe.each([
  ['light', light],
  ['dark', dark],
])('colours in the %s scheme', (_, scheme) => {
  const colour = (name: string): string => scheme.get(name) ?? '';

  test.each(['bar', 'bar-exempt', 'bar-unknown', 'field-border'])(
    'have the contrast of a graphic for %s on the background',
    (name) => {
      expect(contrast(colour(name), colour('background'))).toBeGreaterThanOrEqual(GRAPHICS);
    },
  );

  // Lightness distinguishes the bars for people who cannot distinguish green from red.
  test('have the contrast of a graphic for passed, warned and failed, and differ in lightness', () => {
    const names = ['bar-passed', 'bar-warned', 'bar-failed'];
    const shades = names.map((name) => contrast(colour(name), colour('background')));
    expect(Math.min(...shades)).toBeGreaterThanOrEqual(GRAPHICS);
    const [one = 0, two = 0, three = 0] = shades.sort((a, b) => a - b);
    expect(two / one).toBeGreaterThan(APART);
    expect(three / two).toBeGreaterThan(APART);
  });
});
