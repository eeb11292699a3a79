import { InvalidArgumentError, Option } from 'commander';
import type { Interval } from '../../../history/period/nights.ts';
import { DEFAULT_ARTIFACT_NAME } from '../../../run/inputs.ts';
import type { Command } from '../../command.ts';
import { configured } from '../../config-options.ts';
import { flag, inputOptions, isoDate, isoStart } from '../../options.ts';
import { FORMATS, type EvidenceOptions } from './evidence-period.ts';

export const evidence: Command = {
  name: 'evidence',
  group: 'Ask reports of earlier runs',
  usage: '[folder] [options]',
  description: 'Print what the runs of a period say about controls, with the nights without a run.',
  sample: [
    'evidence --from 2026-10-01 --to 2026-12-31 --format markdown',
    'prints the evidence of a quarter: each control in each run, gaps, exceptions',
  ],
  arguments: { '[folder]': 'a folder with files evidence.json, or with the zips or folders of artifacts' },
  options: [
    new Option('--from <day>', 'the first day, or an ISO time').argParser(isoStart).makeOptionMandatory(),
    new Option('--to <day>', 'the last day, or an ISO time').argParser(isoDate).makeOptionMandatory(),
    new Option('--repository <owner/repo>', 'read the artifacts of its default branch; a folder keeps the evidence'),
    new Option(
      '--artifact-name <name>',
      `name of the reports' artifacts, without -evidence (${DEFAULT_ARTIFACT_NAME})`,
    ),
    new Option('--control <id>', 'only this control, such as 6.2.1 or cis-m365-7.0.0/6.2.1'),
    new Option('--every <interval>', 'how often a run is expected: 1d, 12h, 7d, or weekday (Monday to Friday)')
      .argParser(intervalOf)
      .default({ hours: 24 } satisfies Interval, '1d'),
    new Option('--format <format>', 'form of the result').choices(FORMATS).default('text'),
    flag('--json', 'print the result as JSON, as --format json'),
    ...inputOptions(['config']),
  ],
  notes: [
    'Without a folder, reads the artifacts of --repository, else of the remote "origin". GitHub: GH_TOKEN, else the token of gh.',
    'Nights begin at the time of --from, in UTC. The newest run of a night counts. One that is not over is not expected to have a run.',
    'Runs of one tenant and one workflow are read: those of most runs. Others are named and left out.',
    'Remediations are those of artifacts whose name starts with mailbox-remediation, or of files in the folder.',
    'Signatures are not checked: check that of each evidence.json by its digest.',
    'Exit code: 0 if evidence could be read, whatever it says, 1 if not, 2 for invalid options and an unknown control.',
  ],
  run: async (parsed, { env, terminal }) => {
    const options = await configured(parsed.opts<EvidenceOptions>(), ['artifact-name']);
    const { withDispatcher } = await import('../../../http/dispatcher.ts');
    return withDispatcher(env, async (dispatcher) => {
      const { printEvidence } = await import('./evidence.ts');
      return printEvidence(parsed.args[0], options, { env, dispatcher, terminal });
    });
  },
};

/** Hours in a year: a longer interval has no night in most periods. */
const MAX_HOURS = 8_784;

/** Parses `1d`, `12h` and `weekday`. */
function intervalOf(text: string): Interval {
  if (text === 'weekday') return text;
  const [, number = '0', unit] = /^(\d{1,4})([dh])$/.exec(text) ?? [];
  const hours = Number(number) * (unit === 'd' ? 24 : 1);
  if (hours >= 1 && hours <= MAX_HOURS) return { hours };
  throw new InvalidArgumentError('Use days or hours such as 1d or 12h, or weekday.');
}
