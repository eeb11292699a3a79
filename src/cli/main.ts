#!/usr/bin/env node
/** The terminal program, `npx mailbox-report`. In a clone of this repository, `npm run cli --` with a command. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { systemErrorCode } from '../errors.ts';
import { runCommandLine } from './program.ts';
import { processTerminal } from './terminal.ts';

// npm runs scripts in the folder of their package. The options name files relative to the folder of the caller.
const { INIT_CWD: folder, npm_package_name: packageName } = process.env;
if (folder !== undefined && packageName === packageJson.name) process.chdir(folder);

let lost: unknown;
// A reader such as `head` may close a pipe early: the files are written all the same.
process.stdout.on('error', (error) => {
  if (systemErrorCode(error) !== 'EPIPE') lost ??= error;
});
process.stderr.on('error', () => undefined);

/** In the npm package beside this file, else as built for the actions. */
const assets = [import.meta.dirname, path.resolve(import.meta.dirname, '../../dist')];

const code = await runCommandLine(
  {
    args: process.argv.slice(2),
    env: process.env,
    version: packageJson.version,
    assets: assets.find((place) => existsSync(path.join(place, 'page.js'))) ?? '',
  },
  processTerminal(),
);
// Once all output is written, or has failed.
await new Promise<void>((resolve) => process.stdout.write('', () => resolve()));
process.exitCode = lost === undefined || code !== 0 ? code : 1;
if (lost !== undefined) {
  const { writeFault } = await import('../files/temp-folder.ts');
  process.stderr.write(`error: OUTPUT_UNWRITABLE: Standard output cannot be written: ${writeFault(lost)}.\n`);
}
