import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

/** The rules whose results depend on colours and the size of the window. All rules take three times as long. */
export const APPEARANCE = ['color-contrast', 'target-size', 'link-in-text-block'];

let source: string | undefined;

/**
 * The violations that axe-core finds in a page or a part of it: a line for each rule, with the elements.
 * By default, of all its rules.
 */
export async function axeViolations(page: Page, part = 'html', rules?: readonly string[]): Promise<readonly string[]> {
  const options = rules === undefined ? { rules: { 'target-size': { enabled: true } } } : { runOnly: rules };
  source ??= await readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8');
  const session = await page.context().newCDPSession(page);
  // The Content-Security-Policy does not apply to scripts that the debugger evaluates.
  await session.send('Runtime.evaluate', { expression: source });
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression: `axe.run(${JSON.stringify(part)}, ${JSON.stringify(options)}).then(({ violations, passes }) => JSON.stringify([
      ...(passes.length > ${rules === undefined ? 5 : 0} ? [] : ['axe looked at nearly nothing']),
      ...violations.map(({ id, help, nodes }) => id + ' (' + help + '): ' + nodes.slice(0, 5).map(({ html, any }) => html.slice(0, 200) + ' ' + any.map((one) => one.message).join(' ')).join(' | ')),
    ]))`,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  const found: unknown = typeof result.value === 'string' ? JSON.parse(result.value) : undefined;
  if (Array.isArray(found) && found.every((one) => typeof one === 'string')) return found;
  throw new Error(`axe did not run: ${exceptionDetails?.exception?.description ?? 'no reason'}`);
}
