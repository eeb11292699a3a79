import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parseJson, property } from '../../src/json.ts';
import { newFolder } from '../support/new-folder.ts';

const SERVE = join(import.meta.dirname, '../../tenant/serve.ts');
const folder = newFolder();

// Benchmarks run it.
test('the tenant as a program prints its URL and tokens to set it up, writes its addresses, counts, and ends with its parent', async () => {
  const list = join(folder, 'addresses.txt');
  const child = spawn(process.execPath, [SERVE, '--mailboxes', '30', '--addresses', list, '--limit', '5'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE },
  });
  try {
    let line = '';
    for await (const chunk of child.stdout) {
      line += String(chunk);
      if (line.includes('\n')) break;
    }
    const [graphUrl, token] = ['graphUrl', 'administratorToken'].map((name) => property(parseJson(line), name));
    if (typeof graphUrl !== 'string' || typeof token !== 'string') throw new Error('no graphUrl or no token');
    expect(readFileSync(list, 'utf8').trimEnd().split('\n')).toHaveLength(30);
    expect(await (await fetch(`${graphUrl}/__tenant/counts`)).json()).toMatchObject({ batches: 0, items: 0 });
    const me = await fetch(`${graphUrl}/v1.0/me`, { headers: { authorization: `Bearer ${token}` } });
    expect(me.status).toBe(200);
    child.stdin.end();
    expect(await once(child, 'exit')).toEqual([0, null]);
  } finally {
    child.kill('SIGKILL');
  }
});
