/** Characters in a crafted text. */
export const MEGABYTE = 1_000_000;

/** A generous bound in ms on a busy machine. A backtracking engine takes minutes or longer. */
export const SECONDS = 5_000;

/** CPU time of this process in ms that a call takes. */
export function cpuMs(call: () => unknown): number {
  const before = process.cpuUsage();
  call();
  return process.cpuUsage(before).user / 1000;
}
