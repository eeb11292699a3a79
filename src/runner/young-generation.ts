import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

/** Bytes of both halves together: collecting it costs no more CPU than a larger one did when measured. */
const ENOUGH = 16 * 1024 * 1024;
const LOOK_EVERY_MS = 50;

/**
 * Keeps V8's young generation from growing for ever. V8 doubles it, up to 128 MiB, whenever what outlived collections
 * adds up to its size, however little outlives each; so the longer a list, the more memory a run would take for what
 * dies at once all the same. A packaged action has no flags of its own to start with, so growing ends when it has grown
 * enough: the flag is read at each growth. https://v8.dev/blog/orinoco-parallel-scavenger
 */
export function boundYoungGeneration(): void {
  const look = setInterval(() => {
    const size = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ?? ENOUGH;
    if (size < ENOUGH) return;
    setFlagsFromString('--semi-space-growth-factor=1');
    clearInterval(look);
  }, LOOK_EVERY_MS);
  look.unref();
}
