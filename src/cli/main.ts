#!/usr/bin/env node
import packageJson from '../../package.json' with { type: 'json' };
import { runCommandLine } from './program.ts';
import { processTerminal } from './terminal.ts';

process.exitCode = await runCommandLine(
  {
    args: process.argv.slice(2),
    env: process.env,
    version: packageJson.version,
    nodeVersion: process.versions.node,
  },
  processTerminal(),
);
