/** The entry of the bundle in `dist`: each action as a function that loads and runs it, so that actions share their chunks. */
import path from 'node:path';

/** The folder of the program that the runner started. */
const folder = path.dirname(process.argv[1] ?? '.');
/** The other actions have a folder each in `dist`, which has the script of the report page. */
const dist = path.dirname(folder);

export async function report(): Promise<void> {
  const [{ start }, { run }] = await Promise.all([import('./start.ts'), import('./report.ts')]);
  await start(run, folder);
}

export async function merge(): Promise<void> {
  const [{ start }, { runMerge }] = await Promise.all([import('./start.ts'), import('./merge/run.ts')]);
  await start(runMerge, dist);
}

export async function remediate(): Promise<void> {
  const [{ start }, actions] = await Promise.all([import('./start.ts'), import('./remediate.ts')]);
  await start((env, dependencies) => actions.remediate(env, dependencies), dist);
}

export async function validate(): Promise<void> {
  const [core, { runValidate }] = await Promise.all([import('@actions/core'), import('./validate/run.ts')]);
  await runValidate(process.env, core);
}
