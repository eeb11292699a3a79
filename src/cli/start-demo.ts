import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { forwardSignals } from './forward-signals.ts';

/** Where a clone has its own Node.js, which runs TypeScript. */
const NODE = path.join('node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
const DEMO = path.join('src', 'cli', 'demo.ts');

/**
 * Runs the demo from its source, with its options; answers with its exit code. It starts the packaged action and the
 * embedded tenant, which a clone has and the bundle of this program has not. Throws UserError NOT_A_CLONE.
 */
export async function runDemo(options: readonly string[]): Promise<number> {
  const root = cloneAbove(path.dirname(realpathSync(process.argv[1] ?? '.')));
  if (root === undefined) {
    throw new UserError('NOT_A_CLONE', 'The demo runs in a clone of the repository, with its dependencies installed.', {
      hint: 'Clone the repository, and run "npm ci && npm run demo" in it.',
    });
  }
  const child = spawn(path.join(root, NODE), [path.join(root, DEMO), ...options], { stdio: 'inherit' });
  const stopForwarding = forwardSignals(child);
  try {
    return await new Promise((resolve, reject) => {
      child.on('error', reject).on('close', (code) => {
        resolve(code ?? 1);
      });
    });
  } finally {
    stopForwarding();
  }
}

function cloneAbove(folder: string): string | undefined {
  if ([NODE, DEMO].every((file) => existsSync(path.join(folder, file)))) return folder;
  const above = path.dirname(folder);
  return above === folder ? undefined : cloneAbove(above);
}
