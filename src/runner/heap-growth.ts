import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Bytes of the young generation, both semi-spaces together. */
const MAX_YOUNG = 16 * 1024 * 1024;
const CHECK_INTERVAL_MS = 50;

/**
 * Limits how much garbage V8's heap collects, since a longer list leaves more of it. A packaged action cannot be started
 * with flags, and V8 reads these ones at each growth. https://v8.dev/blog/orinoco-parallel-scavenger
 *
 * - The old generation grows to twice what the last full collection left, V8's own choice for a small heap, not to four
 *   times: 203 to 242 MiB at 300,000 mailboxes instead of 206 to 300 (5 and 7 runs), for about the same CPU time.
 * - The young generation stops growing at the first check that finds 16 MiB. V8 doubles it, up to 128 MiB. The event loop is
 *   busy while a list is read, so that 300,000 mailboxes take it to 64 MiB before a check. To keep it at 32 MiB saved another
 *   20 MiB, but cost a tenth to a third of the CPU time: objects survived that would have died young.
 */
export function limitHeapGrowth(): void {
  setFlagsFromString('--heap-growing-percent=100');
  const timer = setInterval(() => {
    const size = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ?? MAX_YOUNG;
    if (size < MAX_YOUNG) return;
    setFlagsFromString('--semi-space-growth-factor=1');
    clearInterval(timer);
  }, CHECK_INTERVAL_MS);
  timer.unref();
}
