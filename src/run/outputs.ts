import type { Core } from './context.ts';
import { describeError, UserError } from '../errors.ts';
import type { Result } from './result.ts';

/** The outputs of the report action, as `action.yml` has them. */
export interface Outputs {
  readonly result: Result;
  readonly 'mailbox-count': number;
  readonly 'read-count': number;
  readonly 'unreadable-count': number;
  /** Pairs of a mailbox and a rule of severity error that it violates. Only set with a policy. */
  readonly 'violation-count': number;
  /** Pairs of a mailbox and a rule whose violations are all in the baseline. */
  readonly 'known-count': number;
  /** Pairs that an exemption covers. */
  readonly 'exempt-count': number;
  /** Pairs of a mailbox and a rule, of any severity, that it violates and did not violate in the earlier report. */
  readonly 'new-violation-count': number;
  readonly 'resolved-count': number;
  /** Changed cells, added and removed rows, and added and removed mailboxes. */
  readonly 'change-count': number;
  readonly 'compared-run-url': string;
  /** Mailboxes that the tenant has and the list lacks. Only set if `unlisted` asks for them. */
  readonly 'unlisted-count': number;
  readonly 'csv-path': string;
  readonly 'output-directory': string;
  readonly 'artifact-id': number;
  readonly 'artifact-url': string;
  readonly 'artifact-digest': string;
  /** ISO date. */
  readonly 'certificate-expires-on': string;
  readonly 'certificate-days-left': number;
}

/** Sets outputs as soon as they are known, so that a step that fails later has them too. */
export function setOutputs(core: Pick<Core, 'setOutput'>, outputs: Partial<Outputs>): void {
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
}

/** The outputs of an uploaded artifact. */
export function artifactOutputs({ id, url, digest }: { id: number; url: string; digest: string }): Partial<Outputs> {
  return { 'artifact-id': id, 'artifact-url': url, 'artifact-digest': digest };
}

/** A core whose outputs never throw: the report comes before the error `OUTPUTS_UNWRITABLE`, which `failure` returns. */
export function guardOutputs(core: Core): { readonly core: Core; readonly failure: () => UserError | undefined } {
  let failure: UserError | undefined;
  const setOutput: Core['setOutput'] = (name, value) => {
    try {
      core.setOutput(name, value);
    } catch (error) {
      failure ??= new UserError(
        'OUTPUTS_UNWRITABLE',
        `The output "${name}" could not be set: ${describeError(error)}`,
        {
          hint:
            'Check that the file that the runner names in GITHUB_OUTPUT exists and is writable, and that the disk has room. ' +
            'The report is complete.',
          cause: error,
        },
      );
    }
  };
  return {
    failure: () => failure,
    core: {
      setOutput,
      error: (message, properties) => {
        core.error(message, properties);
      },
      warning: (message, properties) => {
        core.warning(message, properties);
      },
      notice: (message, properties) => {
        core.notice(message, properties);
      },
      info: (message) => {
        core.info(message);
      },
      debug: (message) => {
        core.debug(message);
      },
      startGroup: (name) => {
        core.startGroup(name);
      },
      endGroup: () => {
        core.endGroup();
      },
      setSecret: (secret) => {
        core.setSecret(secret);
      },
    },
  };
}
