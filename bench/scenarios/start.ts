import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { ROOT } from '../../demo/runner.ts';
import { property } from '../../src/json.ts';
import { useAction } from '../action-run.ts';
import { atMost, none } from '../floor.ts';
import { ended, numberIn, preloading, seen, usageIn } from '../measured-run.ts';
import { medianOf } from '../median.ts';
import { megabytes, ms, times } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import { medianRatio, shuffledRounds } from '../rounds.ts';
import type { Section } from '../section.ts';
import type { Sizes } from '../sizes.ts';
import { startTenantProcess, type TenantProcess } from '../tenant-process.ts';

/** Times the CPU of an empty program. */
const TIMES_EMPTY = 12;
const HELP_TIMES_EMPTY = 6;
const DIST_BYTES = 9e6;
const DIST = path.join(ROOT, 'dist');
/** A text that occurs only in the file with the artifact client. */
const ARTIFACT_CLIENT = 'class DefaultArtifactClient';

/** The cost of the packaged action before its first request. */
export async function start(premises: Premises, rounds: number, { start: { mailboxes } }: Sizes): Promise<Section> {
  const tenant = await startTenantProcess(premises, { mailboxes });
  try {
    const terminal = path.join(premises.folder, 'cli');
    await ended(spawn(process.execPath, [path.join(ROOT, 'scripts', 'build-cli.ts'), terminal]));
    const runs = await shuffledRounds<'action' | 'help' | 'empty', Moment>(rounds, {
      action: () => timedStart(premises, tenant),
      help: () => wholeProgram(premises, [path.join(terminal, 'mailbox-report.js'), '--help']),
      empty: () => wholeProgram(premises, ['-e', '0']),
    });
    const row = (what: string, of: readonly Moment[]): string[] => [
      what,
      ms(medianOf(of, 'cpuMs')),
      ms(medianOf(of, 'wallMs')),
    ];
    const artifactClients = await artifactClientsLoaded(premises, tenant);
    const bytes = await distBytes();
    const cpuShare = medianRatio(runs.action, runs.empty, ({ cpuMs }) => cpuMs);
    const wallShare = medianRatio(runs.help, runs.empty, ({ wallMs }) => wallMs);
    return {
      title: 'Start',
      notes: [
        'From the start of the process until the token request leaves; the empty program is `node -e 0`. `dist` is all ' +
          'files of the package.',
      ],
      table: {
        head: ['', 'CPU', 'Wall', 'dist'],
        rows: [
          [...row('The action, until its token request', runs.action), megabytes(bytes)],
          [...row('The terminal program, `--help`', runs.help), ''],
          [...row('An empty program', runs.empty), ''],
        ],
      },
      floors: [
        atMost('CPU until the token request, of an empty program', cpuShare, TIMES_EMPTY, times),
        atMost('Wall time of `--help` at a terminal, of an empty program', wallShare, HELP_TIMES_EMPTY, times),
        none('Artifact clients loaded by then', artifactClients),
        { what: 'Size of dist', kind: 'correctness', value: bytes, bound: DIST_BYTES, side: 'most', show: megabytes },
      ],
    };
  } finally {
    await tenant.close();
  }
}

/** Ms since the start of a process. */
interface Moment {
  readonly cpuMs: number;
  readonly wallMs: number;
}

async function timedStart(premises: Premises, tenant: TenantProcess): Promise<Moment> {
  const { home, run } = await useAction(premises, tenant, tenant.addresses);
  await run(preloading(['token-request'], home));
  const moment = await seen('token-request', home);
  return { cpuMs: numberIn(moment, 'cpuMs'), wallMs: numberIn(moment, 'wallMs') };
}

/** Runs Node.js from its start to its end. */
async function wholeProgram({ folder }: Premises, args: readonly string[]): Promise<Moment> {
  const home = await mkdtemp(path.join(folder, 'program-'));
  const started = performance.now();
  await ended(spawn(process.execPath, args, { env: { PATH: process.env.PATH, ...preloading(['usage'], home) } }));
  return { wallMs: performance.now() - started, cpuMs: (await usageIn(home)).cpuMs };
}

/** How many files with the artifact client had been loaded when the token request left. */
async function artifactClientsLoaded(premises: Premises, tenant: TenantProcess): Promise<number> {
  const { home, run } = await useAction(premises, tenant, tenant.addresses);
  await run(preloading(['loaded-files'], home));
  const loaded = await seen('loaded-files', home);
  const before = property(loaded, 'before');
  if (property(loaded, 'left') !== true || !Array.isArray(before)) throw new Error('no token request was seen');
  const urls = before.filter((url) => typeof url === 'string');
  const main = await artifactClientsIn(urls.map((url) => new URL(url)));
  const files = (await distFiles()).filter((file) => file.endsWith('.js'));
  if ((await artifactClientsIn(files)) === 0) throw new Error(`no file of dist holds "${ARTIFACT_CLIENT}"`);
  return main;
}

async function artifactClientsIn(files: readonly (string | URL)[]): Promise<number> {
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  return texts.filter((text) => text.includes(ARTIFACT_CLIENT)).length;
}

async function distBytes(): Promise<number> {
  const sizes = await Promise.all((await distFiles()).map(async (file) => (await stat(file)).size));
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function distFiles(): Promise<string[]> {
  const entries = await readdir(DIST, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
