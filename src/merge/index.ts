import path from 'node:path';
import { start } from '../start.ts';
import { runMerge } from './run.ts';

// The program is in `dist/merge`, and the script of the report page in `dist`.
await start(runMerge, path.dirname(path.dirname(process.argv[1] ?? '.')));
