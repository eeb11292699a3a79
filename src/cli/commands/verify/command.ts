import { InvalidArgumentError, Option } from 'commander';
import type { Command } from '../../command.ts';
import { flag } from '../../options.ts';
import type { VerifyOptions } from './verify.ts';

export const verify: Command = {
  name: 'verify',
  group: 'Ask reports of earlier runs',
  usage: '<report> [options]',
  description: 'Judge the rows of a report again, and compare verdicts, counts and controls with those that it has.',
  sample: ['verify report.zip', 'judges the rows of a downloaded report again, and names each difference'],
  arguments: { '<report>': 'the artifact of a run: a zip, or the folder with its files' },
  options: [
    new Option('--policy <file>', 'policy of the run; by default policy.yml of the report'),
    new Option('--baseline <file>', 'baseline of the run, if it had one'),
    new Option('--report <files...>', 'report files of the run, if it had some').default([]),
    new Option('--digest <sha256>', 'SHA-256 of the zip: the output artifact-digest of the run').argParser(sha256),
    flag('--json', 'print the checks as JSON'),
  ],
  notes: [
    'Works offline, in the checkout of the commit that the report names: policy, baseline, catalogues and definitions must be those of the run.',
    'Exit code: 0 if everything is equal, 1 if something differs or is not verified, 2 for invalid options and unusable reports.',
  ],
  errorExitCode: 2,
  run: async (parsed, { terminal }) => {
    const [place = ''] = parsed.args;
    const { verifyAtTerminal } = await import('./verify.ts');
    return verifyAtTerminal({ ...parsed.opts<VerifyOptions>(), place }, process.cwd(), terminal);
  },
};

/** Parses a SHA-256 as GitHub and the action write it: in hex, with or without `sha256:`. */
function sha256(text: string): string {
  const [, hex] = /^(?:sha256:)?([\da-f]{64})$/i.exec(text.trim()) ?? [];
  if (hex !== undefined) return hex.toLowerCase();
  throw new InvalidArgumentError('Use sha256: and 64 hexadecimal digits.');
}
