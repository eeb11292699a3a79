import path from 'node:path';
import { run } from './run.ts';
import { start } from './start.ts';

await start(run, path.dirname(process.argv[1] ?? '.'));
