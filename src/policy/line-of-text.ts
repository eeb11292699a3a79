import type { FileProblems } from '../yaml/problems.ts';
import { shownText } from '../text/display.ts';
import { text, type YamlValue } from '../yaml/value.ts';

/** A text of one line, without the blanks around it. Anything else is added to the problems, and gives undefined. */
export function lineOfText(value: YamlValue, longest: number, problems: FileProblems): string | undefined {
  const line = text(value, problems)?.trim();
  if (line === undefined) return undefined;
  const name = shownText(value.name);
  if (line.length > longest) {
    problems.add(
      value.offset,
      `${name} is longer than ${longest} characters.`,
      'Write less; a page goes under "help".',
    );
    return undefined;
  }
  if (/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u.test(line)) {
    const hint = 'Write it on one line, without characters that cannot be seen; ">-" joins lines.';
    problems.add(value.offset, `${name} has a line break or a character that cannot be seen.`, hint);
    return undefined;
  }
  return line;
}
