import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { copyPolicy } from '../../../src/outputs/files/policy-copy.ts';
import { newFolder } from '../../support/new-folder.ts';

const POLICY = { file: 'policies/cis.yml', rules: [], exemptions: [], content: Buffer.from('rules: []\n') };
const OTHER = '# another policy\n';

let folder: string;
const textOf = (): string => readFileSync(path.join(folder, 'policy.yml'), 'utf8');

beforeEach(() => {
  folder = newFolder();
});

describe('the copy of a policy', () => {
  it('has its bytes', async () => {
    await copyPolicy(folder, POLICY, folder);
    expect(textOf()).toBe('rules: []\n');
  });

  it('replaces that of an earlier report', async () => {
    writeFileSync(path.join(folder, 'policy.yml'), OTHER);
    writeFileSync(path.join(folder, 'rows.ndjson.gz'), '');
    await copyPolicy(folder, POLICY, folder);
    expect(textOf()).toBe('rules: []\n');
  });

  it('replaces no policy of the same name', async () => {
    writeFileSync(path.join(folder, 'policy.yml'), OTHER);
    await expect(copyPolicy(folder, POLICY, folder)).rejects.toMatchObject({ code: 'OUTPUT_UNWRITABLE' });
    expect(textOf()).toBe(OTHER);
    expect(await copyPolicy(folder, { ...POLICY, file: 'policy.yml' }, folder)).toBeDefined();
    expect(textOf()).toBe(OTHER);
  });

  it('is not made of a policy that was read from no file', async () => {
    expect(await copyPolicy(folder, { ...POLICY, content: undefined }, folder)).toBeUndefined();
    expect(existsSync(path.join(folder, 'policy.yml'))).toBe(false);
  });
});
