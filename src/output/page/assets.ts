import { readFile } from 'node:fs/promises';
import path from 'node:path';

/** What the page runs in the browser: one script and one style sheet, which it holds whole. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
}

/**
 * Reads what the build put beside the action. Rejects where it is not there, which is a fault of the build.
 *
 * @param folder of the action's entry
 */
export async function readPageAssets(folder: string): Promise<PageAssets> {
  const [script, style] = await Promise.all(
    ['page.js', 'page.css'].map((name) => readFile(path.join(folder, name), 'utf8')),
  );
  if (script === undefined || style === undefined) throw new Error('the page has no script or no style sheet');
  return { script: script.trimEnd(), style: style.trimEnd() };
}
