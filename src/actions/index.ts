/** The entry of the bundle in `dist`: each action as a function that loads and runs it, so that actions share their chunks. */
import path from 'node:path';

/** The folder of the program that the runner started. */
const folder = path.dirname(process.argv[1] ?? '.');
/** The other actions have a folder each in `dist`, which has the script of the report page. */
const dist = path.dirname(folder);

export function report(): Promise<void> {
  return inWorkflow(async () => {
    const [{ start }, { run }] = await Promise.all([import('./start.ts'), import('./report.ts')]);
    await start(run, folder);
  });
}

export function merge(): Promise<void> {
  return inWorkflow(async () => {
    const [{ start }, { runMerge }] = await Promise.all([import('./start.ts'), import('./merge.ts')]);
    await start(runMerge, dist);
  });
}

export function remediate(): Promise<void> {
  return inWorkflow(async () => {
    const [{ start }, actions] = await Promise.all([import('./start.ts'), import('./remediate.ts')]);
    await start((env, dependencies) => actions.remediate(env, dependencies), dist);
  });
}

export function validate(): Promise<void> {
  return inWorkflow(async () => {
    const [core, { runValidate }, { newDispatcher, TIMEOUTS }, { thisMachine }] = await Promise.all([
      import('@actions/core'),
      import('./validate.ts'),
      import('../http/dispatcher.ts'),
      import('../http/machine.ts'),
    ]);
    const { signal } = new AbortController();
    const dispatcher = newDispatcher(TIMEOUTS, process.env);
    const { fails } = await runValidate(process.env, { ...thisMachine(), core, dispatcher, signal });
    await dispatcher.destroy();
    if (fails) process.exitCode = 1;
  });
}

/**
 * Runs an action in a step of a workflow, and prints an error elsewhere: only a runner obeys the commands that mask secrets
 * instead of printing them. https://docs.github.com/actions/reference/workflows-and-actions/variables
 */
async function inWorkflow(action: () => Promise<void>): Promise<void> {
  if (process.env.GITHUB_ACTIONS === 'true') return action();
  process.stderr.write(
    'error: NOT_A_WORKFLOW: This program runs in workflows only, where GITHUB_ACTIONS is "true".\n' +
      '  At a terminal and in other CIs, run "mailbox-report report", the terminal program: npm run cli -- report --help\n',
  );
  process.exitCode = 1;
}
