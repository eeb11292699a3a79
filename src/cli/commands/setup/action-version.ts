import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Environment } from '../../../http/proxy.ts';
import { jsonOrUndefined, textIn } from '../../../json.ts';
import { GITHUB } from '../../../auth/github-subject.ts';
import { VERSION } from '../../../version.ts';
import { outputOf } from '../../other-program.ts';
import { repositoryInUrl } from '../../repository.ts';

const ACTION = 'mailbox-report/mailbox-report';
const SHA = /^[0-9a-f]{40}$/;

/** The tag of releases. Before the first one it does not exist. */
export const TAG = 'v1';
export const IS_RELEASED = !VERSION.startsWith('0.');

/** Where editors find the schemas of the files. */
export const SCHEMAS = `https://raw.githubusercontent.com/${ACTION}/${IS_RELEASED ? TAG : 'main'}/schemas`;

/** Whether it is a commit and no tag. */
export function isCommit(version: string): boolean {
  return SHA.test(version);
}

/**
 * What a workflow names behind `@`: the tag, and before the first release the commit of the clone that this program runs from. That of a
 * copy without Git is not known, and one that the clone has not from GitHub cannot be used by workflows: then it is the tag.
 *
 * @param folder of the program
 */
export async function actionVersion(
  env: Environment,
  folder = import.meta.dirname,
  isReleased = IS_RELEASED,
): Promise<string> {
  if (isReleased) return TAG;
  const git = (...args: readonly string[]): Promise<string | undefined> =>
    outputOf('git', ['-C', folder, ...args], env);
  const top = await git('rev-parse', '--show-toplevel');
  // A program in node_modules stands in the repository of somebody else.
  const about =
    top === undefined ? undefined : await readFile(path.join(top, 'package.json'), 'utf8').catch(() => undefined);
  if (textIn(jsonOrUndefined(about ?? '') ?? null, 'name') !== 'mailbox-report') return TAG;
  const commit = (await git('rev-parse', 'HEAD')) ?? '';
  if (!isCommit(commit)) return TAG;
  const remotes = linesOf(
    await git('for-each-ref', '--contains', commit, '--format=%(refname:lstrip=2)', 'refs/remotes'),
  );
  for (const remote of new Set(remotes.map((name) => name.split('/')[0] ?? ''))) {
    const { host, path: name } = repositoryInUrl((await git('remote', 'get-url', remote)) ?? '') ?? {};
    if (host === GITHUB && name?.toLowerCase() === ACTION) return commit;
  }
  return TAG;
}

function linesOf(text: string | undefined): readonly string[] {
  return (text ?? '').split('\n').filter((line) => line !== '');
}
