const LONGEST_WORK_MS = 12;

/** Lets the browser paint and answer between parts of long work, but only where the last time is some while ago. */
export class Breath {
  #last = performance.now();

  async take(): Promise<void> {
    if (performance.now() - this.#last < LONGEST_WORK_MS) return;
    await nextTask();
    this.#last = performance.now();
  }
}

/** A message comes sooner than a timer, which browsers hold back for 4 ms, and for a second in a tab behind others. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
