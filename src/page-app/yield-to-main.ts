/** The browser can paint and handle input at least this often, in ms. */
const MAX_TASK_MS = 12;

/** Splits long work into tasks, so that the page stays responsive. https://web.dev/articles/optimize-long-tasks */
export class YieldToMain {
  #last = performance.now();

  /** Yields to the browser if the last time was long enough ago. */
  async ifDue(): Promise<void> {
    if (performance.now() - this.#last < MAX_TASK_MS) return;
    await nextTask();
    this.#last = performance.now();
  }
}

/** A message arrives sooner than a timer, which browsers delay by 4 ms, and by a second in a background tab. */
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
