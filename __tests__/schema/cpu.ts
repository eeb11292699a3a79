/** Characters in a crafted text. */
export const LONG = 200_000;

/** A generous bound in ms on a busy machine. Quadratic time takes longer, backtracking hours. */
export const SECONDS = 5_000;

/** CPU time of this process in ms that a call takes. */
export function cpuMs(call: () => unknown): number {
  const before = process.cpuUsage();
  call();
  return process.cpuUsage(before).user / 1000;
}
