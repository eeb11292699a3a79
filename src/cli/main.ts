#!/usr/bin/env node
/** The terminal program, `npx mailbox-report`. In a clone of this repository, `npm run cli --` with a command. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import packageJson from '../../package.json' with { type: 'json' };
import { runCommandLine } from './program.ts';
import { processTerminal } from './terminal.ts';

// npm runs scripts in the folder of their package. The options name files relative to the folder of the caller.
const { INIT_CWD: folder, npm_package_name: packageName } = process.env;
if (folder !== undefined && packageName === packageJson.name) process.chdir(folder);

// A reader such as `head` may close a pipe early: the files are written all the same.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

/** In the npm package beside this file, else as built for the actions. */
const assets = [import.meta.dirname, path.resolve(import.meta.dirname, '../../dist')];

process.exitCode = await runCommandLine(
  {
    args: process.argv.slice(2),
    env: process.env,
    version: packageJson.version,
    assets: assets.find((place) => existsSync(path.join(place, 'page.js'))) ?? '',
  },
  processTerminal(),
);
