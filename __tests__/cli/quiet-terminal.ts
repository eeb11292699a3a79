import type { Terminal } from '../../src/cli/terminal.ts';

/** A terminal that says nothing and answers nothing, unless a test has it otherwise. */
export function quietTerminal(changes: Partial<Terminal> = {}): Terminal {
  return {
    interactive: true,
    now: Date.now,
    out: () => undefined,
    err: () => undefined,
    style: (_, text) => text,
    progress: () => undefined,
    open: () => Promise.resolve(),
    askSecret: () => Promise.resolve(undefined),
    ask: () => Promise.resolve(undefined),
    ...changes,
  };
}
