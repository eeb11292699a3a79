import path from 'node:path';
import * as core from '@actions/core';
import { newDispatcher } from './http/dispatcher.ts';
import { proxyWithScheme } from './http/proxy.ts';
import { readPageAssets } from './output/page/report-page.ts';
import { run } from './run.ts';
import { loadArtifactClient } from './runner/artifact-client.ts';
import { guardLog } from './runner/exit.ts';
import { stopOnSignals } from './runner/stop-signals.ts';
import { boundYoungGeneration } from './runner/young-generation.ts';

boundYoungGeneration();
Object.assign(process.env, proxyWithScheme(process.env));
const log = guardLog(process);
const stop = stopOnSignals(process);
const dispatcher = newDispatcher();
const { fails } = await run(process.env, {
  core,
  dispatcher,
  now: () => performance.timeOrigin + performance.now(),
  random: Math.random,
  loadArtifactClient,
  loadPageAssets: () => readPageAssets(path.dirname(process.argv[1] ?? '.')),
  signal: stop.signal,
  deadline: stop.deadline,
});
stop.end();
await dispatcher.destroy();
log.exit(fails ? 1 : 0);
