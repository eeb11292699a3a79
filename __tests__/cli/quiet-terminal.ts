import type { Terminal } from '../../src/cli/terminal.ts';
import { thisMachine } from '../../src/http/machine.ts';
import { VirtualTime } from '../support/virtual-time.ts';

/** A terminal that says nothing, answers nothing and waits in no time, unless a test has it otherwise. */
export function quietTerminal(changes: Partial<Terminal> = {}): Terminal {
  const { now, sleep } = new VirtualTime();
  return {
    ...thisMachine(),
    interactive: true,
    now,
    sleep,
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
