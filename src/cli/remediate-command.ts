import type { Command } from 'commander';
import type { RemediateOptions } from './remediate.ts';
import { addCloudOptions, addSignInOptions, PASSWORD_HELP, requirePfxOfCredential } from './sign-in-options.ts';
import type { Terminal } from './terminal.ts';

const DESCRIPTIONS = {
  plan: 'Show what would change.',
  apply: 'Change it, if the plan is still the approved one.',
  undo: 'Change back what an earlier apply changed.',
} as const;

/** Adds `remediate plan`, `apply` and `undo`. */
export function addRemediate(
  program: Command,
  env: Readonly<Record<string, string | undefined>>,
  terminal: Terminal,
  ended: (code: number) => void,
): void {
  const remediate = program
    .command('remediate')
    .usage('<plan|apply|undo> [options]')
    .description('Change settings of mailboxes back to what the policy requires.');
  for (const mode of ['plan', 'apply', 'undo'] as const) {
    const command = addSignInOptions(remediate.command(mode).description(DESCRIPTIONS[mode]));
    if (mode === 'undo') command.argument('<undo.json>', 'the file of the apply, in this folder');
    else {
      command
        .requiredOption('--mailboxes <file...>', 'mailbox lists in this folder, as paths or globs')
        .requiredOption('--policy <file>', 'the policy, in this folder')
        .option('--mailbox-column <name>', 'the column or key with the address')
        .option('--report <file...>', 'report files of the policy')
        .option('--baseline <file>', 'the baseline of the policy')
        .option('--internal-domains <domains>', 'internal domains, separated by commas');
    }
    if (mode === 'apply') command.requiredOption('--plan-digest <digest>', 'the digest of the approved plan');
    if (mode !== 'plan') command.option('--max-changes <number>', 'change nothing if there are more changes', '50');
    command.option('--output-directory <folder>', 'folder for plan.csv, applied.csv and undo.json (a new one)');
    addCloudOptions(command)
      .option('--json', 'print the result as JSON', false)
      .addHelpText(
        'after',
        PASSWORD_HELP +
          'Exit code: 0 if nothing is left to do, 1 for a failure or changes that were not made, 2 for invalid options.',
      )
      .action(async (...given: [string | RemediateOptions, ...unknown[]]) => {
        const [first] = given;
        const options = command.opts<RemediateOptions>();
        requirePfxOfCredential(command, options);
        const { remediateAtTerminal } = await import('./remediate.ts');
        const undoFile = typeof first === 'string' ? first : undefined;
        ended(await remediateAtTerminal({ ...options, mode, undoFile }, env, terminal));
      });
  }
}
