import path from 'node:path';
import type { BuildOptions } from 'esbuild';

/** The folder that is committed ready to run. */
export const DIST = 'dist';

/** The bundle of all actions: its source, and its file in `dist`. */
export const BUNDLE = { source: 'src/actions/index.ts', file: 'actions.js' } as const;

/** The programs that runners start, which `main` of each `action.yml` names, and the export of the bundle that each calls. */
export const PROGRAMS = [
  { file: 'index.js', action: 'report' },
  { file: 'remediate/index.js', action: 'remediate' },
  { file: 'validate/index.js', action: 'validate' },
  { file: 'merge/index.js', action: 'merge' },
] as const;

/**
 * How the report page's program and style sheet are built: `page.js` and `page.css`, each whole, since a browser opens
 * the page with no network.
 */
export const PAGE_BUILD: BuildOptions = {
  absWorkingDir: path.resolve(import.meta.dirname, '..'),
  entryPoints: [
    { in: 'src/page-app/main.ts', out: 'page' },
    { in: 'src/page-app/page.css', out: 'page' },
  ],
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  target: ['es2022', 'chrome123', 'firefox128', 'safari17.5'],
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
};
