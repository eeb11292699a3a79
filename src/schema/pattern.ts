import { RE2JS, RE2JSSyntaxException, RE2Set } from 're2js';

/** Tests a text against a regular expression. */
export interface Pattern {
  test(text: string): boolean;
  /** The regular expression. Ajv takes patterns with equal texts for the same pattern. */
  toString(): string;
}

/** What is wrong with a regular expression. */
export interface PatternProblem {
  /** Position in the pattern, in UTF-16 code units. */
  readonly at: number;
  /** A clause: `look-around is not supported`. */
  readonly message: string;
  readonly hint: string;
}

/**
 * Instructions that building the automaton of a pattern may visit, each some 100 ns. Counts can multiply the states: after an
 * `x`, `x.{30}y` has to remember which of the last 30 characters were an `x`, which makes 2^30 states.
 */
const MOST_VISITS = 2_500_000;
const MOST_BYTES = 8 * 1024 * 1024;
const END_OF_TEXT = -1;

/** The part of RE2's deterministic automaton that hasWholeAutomaton() uses. */
interface Automaton {
  /** First code point of each class of characters but the first, which starts at 0. The end of the text is the last class. */
  readonly classBounds: Iterable<number>;
  cachedStates(): Iterable<State>;
  /** Returns null if the states exceed MOST_BYTES. */
  step(state: State, characterClass: number, codePoint: number, anchor: number): State | null;
}

interface State {
  /** The instructions of RE2 that the state stands for. */
  readonly nfaStates: readonly number[];
}

/** By flags and pattern: a schema is compiled several times, and building an automaton takes up to half a second. */
const sets = new Map<string, RE2Set>();

/**
 * Compiles a regular expression of RE2 (https://github.com/google/re2/wiki/Syntax), which takes time linear in the text:
 * mailbox owners write the texts, and crafted ones block a backtracking engine forever. Throws if RE2 does not support it.
 *
 * @param flags `i`: case does not count
 */
export function compilePattern(source: string, flags: '' | 'i' = ''): Pattern {
  const set = compileSet(source, flags);
  return { test: (text) => set.match(text).length > 0, toString: () => source };
}

/** Why a pattern cannot be used; undefined if it can. A test then takes some 30 ns a character, whatever pattern and text. */
export function patternProblem(source: string): PatternProblem | undefined {
  const problem = syntaxProblem(source);
  if (problem !== undefined || hasWholeAutomaton(compileSet(source, ''))) return problem;
  return {
    at: 0,
    message: 'its counts are too large, since a match can begin at many places at once',
    hint: 'Begin it with ^, use smaller counts, write {6,} for {6,20}, or use minLength and maxLength.',
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
    const at = Math.max(source.indexOf(part), 0);
    const known = UNSUPPORTED.find(({ start }) => start.test(part));
    return {
      at,
      message: known?.message ?? `${error.error}${part === '' ? '' : `: ${part}`}`,
      hint: known?.hint ?? SYNTAX,
    };
  }
}

/**
 * RE2Set rather than RE2JS, since RE2Set runs on the automaton alone. RE2JS prefers engines that take 200 ns a character, or a
 * time that grows with the pattern.
 */
function compileSet(source: string, flags: '' | 'i'): RE2Set {
  const key = `${flags}/${source}`;
  const known = sets.get(key);
  if (known !== undefined) return known;
  const set = new RE2Set(RE2Set.UNANCHORED, flags === 'i' ? RE2JS.CASE_INSENSITIVE : 0, MOST_BYTES);
  set.add(source);
  sets.set(key, set);
  return set;
}

/**
 * Builds all states of the automaton. Returns false if there are too many: RE2 then falls back to a simulation, which takes
 * some 10 ns for each instruction and character.
 */
function hasWholeAutomaton(set: RE2Set): boolean {
  // Creates the first state.
  set.match('');
  const automaton: Automaton = set.dfa;
  const codePoints = [0, ...automaton.classBounds, END_OF_TEXT];
  const states = new Set(automaton.cachedStates());
  let visits = 0;
  for (const state of states) {
    for (const [characterClass, codePoint] of codePoints.entries()) {
      const next = automaton.step(state, characterClass, codePoint, RE2Set.UNANCHORED);
      visits += 1 + state.nfaStates.length;
      if (next === null || visits > MOST_VISITS) return false;
      states.add(next);
    }
  }
  return true;
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
