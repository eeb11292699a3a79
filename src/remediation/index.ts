import path from 'node:path';
import { start } from '../start.ts';
import { remediate } from './run.ts';

// The program is in `dist/remediate`, a folder below the others.
await start((env, dependencies) => remediate(env, dependencies), path.dirname(path.dirname(process.argv[1] ?? '.')));
