import path from 'node:path';
import type { BuildOptions } from 'esbuild';

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
  target: ['es2022', 'chrome111', 'firefox115', 'safari16.4'],
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
};
