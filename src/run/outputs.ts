import { describeError, UserError } from '../errors.ts';
import type { Result } from './result.ts';
import type { Core } from './runner.ts';

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
  /** Controls of benchmarks. Only set if the policy has rules about some. */
  readonly 'unmet-control-count': number;
  /** Pairs of a mailbox and a rule of severity error that it violates and did not violate in the earlier report. */
  readonly 'new-violation-count': number;
  /** The same for rules of severity warning. */
  readonly 'new-warning-count': number;
  /** Of any severity. */
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
  /** Of the report page, which opens in the browser. */
  readonly 'report-url': string;
  /** ISO date. */
  readonly 'certificate-expires-on': string;
  readonly 'certificate-days-left': number;
}

/** Sets the outputs of a step as soon as they are known, so that a step that fails later has them too. */
export class StepOutputs<Names extends object = Outputs> {
  readonly #core: Pick<Core, 'setOutput'>;
  #failure: UserError | undefined;

  constructor(core: Pick<Core, 'setOutput'>) {
    this.#core = core;
  }

  /** The error `OUTPUTS_UNWRITABLE` of the first output that could not be set: the report comes before it. */
  get failure(): UserError | undefined {
    return this.#failure;
  }

  set(outputs: Partial<Names>): void {
    for (const [name, value] of Object.entries<unknown>({ ...outputs })) {
      if (typeof value !== 'string' && typeof value !== 'number') continue;
      try {
        this.#core.setOutput(name, value);
      } catch (error) {
        this.#failure ??= unwritable(name, error);
      }
    }
  }
}

function unwritable(name: string, cause: unknown): UserError {
  return new UserError('OUTPUTS_UNWRITABLE', `The output "${name}" could not be set: ${describeError(cause)}`, {
    hint:
      'Check that the file that the runner names in GITHUB_OUTPUT exists and is writable, and that the disk has room. ' +
      'The report is complete.',
    cause,
  });
}

/** The outputs of an uploaded artifact. */
export function artifactOutputs(artifact: {
  readonly id: number;
  readonly url: string;
  readonly digest: string;
}): Readonly<Record<'artifact-id', number> & Record<'artifact-url' | 'artifact-digest', string>> {
  return { 'artifact-id': artifact.id, 'artifact-url': artifact.url, 'artifact-digest': artifact.digest };
}
