import * as core from '@actions/core';
import { newDispatcher } from '../http/dispatcher.ts';
import { proxyWithScheme } from '../http/proxy.ts';
import { loadArtifactClient } from '../runner/artifact-client.ts';
import { guardLog } from '../runner/exit.ts';
import { stopOnSignals } from '../runner/stop-signals.ts';
import { remediate } from './run.ts';

Object.assign(process.env, proxyWithScheme(process.env));
const log = guardLog(process);
const stop = stopOnSignals(process);
const dispatcher = newDispatcher();
const { fails } = await remediate(process.env, {
  core,
  dispatcher,
  now: () => performance.timeOrigin + performance.now(),
  random: Math.random,
  loadArtifactClient,
  loadPageAssets: () => Promise.reject(new Error('this action has no report page')),
  signal: stop.signal,
  deadline: stop.deadline,
});
stop.end();
await dispatcher.destroy();
log.exit(fails ? 1 : 0);
