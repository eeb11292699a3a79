import { RE2JS, RE2JSSyntaxException } from 're2js';

/** Tests a text against a regular expression. */
export interface Pattern {
  test(text: string): boolean;
  /** The regular expression. Ajv takes patterns with equal texts for the same pattern. */
  toString(): string;
}

/** What is wrong with a regular expression. */
interface PatternProblem {
  /** Position in the pattern, in UTF-16 code units. */
  readonly at: number;
  /** A clause: `look-around is not supported`. */
  readonly message: string;
  readonly hint: string;
}

/** Instructions of a compiled pattern. The time for each character of a crafted text is proportional to them. */
const MAX_SIZE = 2500;

/**
 * Compiles a regular expression of RE2 (https://github.com/google/re2/wiki/Syntax), which takes time linear in the text:
 * mailbox owners write the texts, and crafted ones block a backtracking engine forever. Throws if RE2 does not support it.
 *
 * @param flags `i`: case does not count
 */
export function compilePattern(source: string, flags: '' | 'i' = ''): Pattern {
  const compiled = RE2JS.compile(source, flags === 'i' ? RE2JS.CASE_INSENSITIVE : 0);
  return { test: (text) => compiled.test(text), toString: () => source };
}

/** Why a pattern cannot be used; undefined if it can. */
export function patternProblem(source: string): PatternProblem | undefined {
  const problem = syntaxProblem(source);
  if (problem !== undefined || RE2JS.compile(source).programSize() <= MAX_SIZE) return problem;
  return {
    at: 0,
    message: 'its counts are too large',
    hint: 'Use smaller counts, write {6,} for {6,1000}, or use minLength and maxLength.',
  };
}

/** What RE2 does not support about a pattern; undefined if it supports the pattern. */
export function syntaxProblem(source: string): PatternProblem | undefined {
  try {
    RE2JS.compile(source);
    return undefined;
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error;
    const part = error.input ?? '';
    const position = Math.max(source.indexOf(part), 0);
    const construct = UNSUPPORTED.find(({ start }) => start.test(part));
    return {
      at: position,
      message: construct?.message ?? `${error.error}${part === '' ? '' : `: ${part}`}`,
      hint: construct?.hint ?? SYNTAX,
    };
  }
}

const SYNTAX =
  "Patterns use RE2 syntax: https://github.com/google/re2/wiki/Syntax. Put them into single quotes, as in '^a\\.b'.";

/** By the start of the part that RE2 refuses. */
const UNSUPPORTED: readonly { readonly start: RegExp; readonly message: string; readonly hint: string }[] = [
  {
    start: /^\(\?<?[=!]/,
    message: 'look-around is not supported',
    hint: 'Combine patterns instead: allOf: [{ pattern: ... }, { not: { pattern: ... } }].',
  },
  {
    start: /^(?:\\[1-9k]|\(\?P)/,
    message: 'back references are not supported',
    hint: 'Write out the texts that may be repeated, as in (?:aa|bb).',
  },
  {
    start: /^\{/,
    message: 'a count is out of range',
    hint: 'Counts go up to 1,000, and nested counts multiply. Use minLength and maxLength for long texts.',
  },
  {
    start: /^(?:\(\?>|[*+?}]\+)/,
    message: 'atomic groups and possessive repetitions are not supported',
    hint: 'Write (?:...) and a plain *, + or ?: RE2 never backtracks.',
  },
  {
    start: /^\\[uc]/,
    message: 'this escape is not supported',
    hint: 'Write the number of a character in hexadecimal digits, as in \\x{e4}.',
  },
  {
    start: /^\[\^\]/,
    message: 'an empty class is not supported',
    hint: 'Write (?s:.) for any character.',
  },
  {
    start: /^\\[pP]/,
    message: 'this character class is not known',
    hint: 'Write a category such as \\p{L} or \\p{Lu}, or a script such as \\p{Greek}.',
  },
];
