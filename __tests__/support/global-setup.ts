import path from 'node:path';
import { prepareBrowser } from '../../scripts/browser.ts';

/** Prepares what the workers share, before they start: they and their processes inherit the environment. */
export default function setup(): void {
  // Extracts the browser of the page tests once.
  prepareBrowser();
  // Saves a seventh of the CPU time of a run of an action, and half of that of a program in TypeScript.
  process.env.NODE_COMPILE_CACHE ??= path.resolve(import.meta.dirname, '../../node_modules/.cache/compiled');
}
