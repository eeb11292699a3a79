/** The part of `process` that ends it. */
interface EndingProcess {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  exit(code: number): unknown;
}

/**
 * Keeps a run alive whose standard output was closed: the report is written all the same. `exit` ends the process once
 * the log is written, even if a given-up upload still holds a socket, and with 1 if the log is incomplete.
 */
export function guardLog(process: EndingProcess): { readonly exit: (code: number) => void } {
  const { stdout, stderr } = process;
  let failure: Error | undefined;
  stdout.on('error', (error: Error) => (failure ??= error));
  stderr.on('error', () => undefined);
  return {
    exit: (code) => {
      stdout.write('', () => {
        if (failure === undefined) process.exit(code);
        else stderr.write(`The log could not be written completely: ${failure.message}\n`, () => process.exit(1));
      });
    },
  };
}
