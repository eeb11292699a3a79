import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parseJson, property } from '../../src/json.ts';
import { describeWithSignals } from '../support/platform.ts';
import { makeCertificate } from './certificate.ts';
import { listAt } from './collection-reader.ts';

const SERVE = join(import.meta.dirname, '../../tenant/serve.ts');

let folder: string;
let child: ChildProcessByStdio<Writable, Readable, Readable> | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'serve-'));
});

afterEach(() => {
  child?.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

function start(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = {},
): ChildProcessByStdio<Writable, Readable, Readable> {
  child = spawn(process.execPath, [SERVE, ...args], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE, ...environment },
  });
  return child;
}

async function firstLine(stream: Readable): Promise<string> {
  let text = '';
  for await (const chunk of stream) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return text;
}

describe('the tenant as a program', () => {
  test('prints its URL, writes its addresses, counts, and ends with its parent', async () => {
    const certificate = await makeCertificate();
    writeFileSync(join(folder, 'certificate.pem'), certificate.pem);
    const list = join(folder, 'addresses.txt');
    const running = start([
      '--mailboxes',
      '30',
      '--certificate',
      join(folder, 'certificate.pem'),
      '--addresses',
      list,
      '--limit',
      '5',
    ]);
    const ready = parseJson(await firstLine(running.stdout));
    expect(Object.keys(ready ?? {})).toEqual([
      'authorityHost',
      'graphUrl',
      'exchangeUrl',
      'resultsUrl',
      'runtimeToken',
      'tenantId',
      'clientId',
    ]);
    const addresses = readFileSync(list, 'utf8').trimEnd().split('\n');
    expect(addresses).toHaveLength(30);
    const graphUrl = property(ready, 'graphUrl');
    if (typeof graphUrl !== 'string') throw new Error('no graphUrl');
    expect(await (await fetch(`${graphUrl}/__tenant/counts`)).json()).toMatchObject({ batches: 0, items: 0 });
    const expected = await fetch(`${graphUrl}/__tenant/expected?address=${encodeURIComponent(addresses[0] ?? '')}`);
    expect(await expected.json()).toHaveProperty('status');
    running.stdin.end();
    expect(await once(running, 'exit')).toEqual([0, null]);
  });

  test('holds a large mailbox', async () => {
    const list = join(folder, 'addresses.txt');
    const running = start([
      ...['--mailboxes', '20', '--addresses', list],
      ...['--large-folders', '300', '--large-rules', '70'],
    ]);
    const graphUrl = property(parseJson(await firstLine(running.stdout)), 'graphUrl');
    if (typeof graphUrl !== 'string') throw new Error('no graphUrl');
    const sizes: unknown[] = [];
    for (const address of readFileSync(list, 'utf8').trimEnd().split('\n')) {
      const answer = await fetch(`${graphUrl}/__tenant/expected?address=${encodeURIComponent(address)}`);
      const expected = parseJson(await answer.text());
      sizes.push(['folders', 'rules'].map((name) => listAt(expected, name).length));
    }
    expect(sizes).toContainEqual([300, 70]);
    running.stdin.end();
    expect(await once(running, 'exit')).toEqual([0, null]);
  });

  test('serves HTTPS', async () => {
    const certificate = await makeCertificate();
    writeFileSync(join(folder, 'key.pem'), certificate.keyPem);
    writeFileSync(join(folder, 'cert.pem'), certificate.pem);
    const running = start(['--mailboxes', '1', '--tls', folder]);
    const graphUrl = property(parseJson(await firstLine(running.stdout)), 'graphUrl');
    if (typeof graphUrl !== 'string') throw new Error('no graphUrl');
    expect(graphUrl).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    const script = `const answer = await fetch('${graphUrl}/__tenant/counts'); console.log(answer.status);`;
    const client = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { PATH: process.env.PATH, NODE_EXTRA_CA_CERTS: join(folder, 'cert.pem') },
    });
    expect(await firstLine(client.stdout)).toBe('200\n');
    running.stdin.end();
    expect(await once(running, 'exit')).toEqual([0, null]);
  });

  describeWithSignals('a signal', () => {
    test.each(['SIGTERM', 'SIGINT'] as const)('ends by %s', async (signal) => {
      const running = start(['--mailboxes', '1']);
      await firstLine(running.stdout);
      running.kill(signal);
      expect(await once(running, 'exit')).toEqual([0, null]);
    });
  });

  test.each([
    [['--mailboxes', 'many'], '--mailboxes many is no number'],
    [['--large-folders', 'many'], '--large-folders many is no number'],
    [['--faults', '{"item500":{"rate":1}}'], 'there is no item500'],
    [['--frobnicate'], '--frobnicate'],
  ])('rejects %p', async (args, message) => {
    const running = start(args);
    let errors = '';
    running.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    expect(await once(running, 'close')).toEqual([1, null]);
    expect(errors).toContain(message);
  });
});
