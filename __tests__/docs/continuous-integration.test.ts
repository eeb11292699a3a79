import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { filesLike, textOf } from './repository.ts';

const CI = '.github/workflows/ci.yml';

test('workflows pin every action by its commit, and say which version that is', async () => {
  const uses = (await filesLike('.github/workflows/*.yml')).flatMap((file) =>
    [...textOf(file).matchAll(/^\s*(?:- )?uses:\s*(.*)$/gm)].map(([, value]) => value),
  );
  expect(uses).not.toHaveLength(0);
  for (const value of uses) expect(value).toMatch(/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

test('workflows may read the repository and nothing else', async () => {
  for (const file of await filesLike('.github/workflows/*.yml')) {
    const workflow: unknown = parse(textOf(file));
    expect(workflow).toMatchObject({ permissions: { contents: 'read' } });
    expect(textOf(file).match(/permissions:/g)).toHaveLength(1);
  }
});

test('CI runs what .ci/run does', () => {
  const local = [...textOf('.ci/run').matchAll(/\bnpm (?:run )?(?:--silent )?(cit|lint|typecheck|check-dist)\b/g)];
  const remote = [...textOf(CI).matchAll(/run: npm (?:run )?([\w-]+)$/gm)];
  const names = (matches: RegExpMatchArray[]) => [...new Set(matches.map(([, name]) => name))];
  expect(names(remote)).toEqual(names(local));
  expect(names(remote)).toEqual(['cit', 'lint', 'typecheck', 'check-dist']);
});
