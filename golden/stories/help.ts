import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from '../../demo/runner.ts';
import { ERROR_CODES } from '../../src/errors.ts';
import type { Story } from '../story.ts';

/** Every command of the terminal program, groups of commands included. '' is the program itself. */
export const COMMANDS = [
  '',
  'setup',
  'certificate',
  'doctor',
  'smtp-test',
  'report',
  'merge',
  'validate',
  'rehearse',
  'baseline',
  'baseline update',
  'baseline prune',
  'register',
  'register update',
  'register prune',
  'register review',
  'history',
  'evidence',
  'incident',
  'compare',
  'access',
  'route',
  'leaver',
  'verify',
  'remediate',
  'remediate plan',
  'remediate apply',
  'remediate undo',
] as const;

export const help: Story = {
  name: 'help',
  runs: {
    ...Object.fromEntries(COMMANDS.map((command) => [nameOf(command), `${command} --help`.trim()])),
    'error-codes.txt': 'what the documents say about each error code',
  },
  make: async (recorder) => {
    for (const command of COMMANDS) {
      const args = command.split(' ').filter((word) => word !== '');
      await recorder.command(`help/${nameOf(command)}`, { args: [...args, '--help'] });
    }
    await recorder.text('help/error-codes.txt', codesText());
  },
};

/** Every code, with what the documents say about it. */
function codesText(): string {
  const lines = readFileSync(path.join(ROOT, 'docs/troubleshooting.md'), 'utf8').split('\n');
  return ERROR_CODES.map((code) => {
    const row = lines.find((line) => line.startsWith('|') && line.includes(`\`${code}\``));
    const [, , fix = ''] = row?.split('|') ?? [];
    return `${code}: ${fix.trim()}\n`;
  }).join('');
}

function nameOf(command: string): string {
  return command === '' ? 'mailbox-report' : command.replaceAll(' ', '-');
}
