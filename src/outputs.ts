import type { Result } from './result.ts';
import type { UploadedArtifact } from './output/artifact.ts';

/** The outputs of the report action, as `action.yml` has them. */
export interface Outputs {
  readonly result: Result;
  readonly 'mailbox-count': number;
  readonly 'read-count': number;
  readonly 'unread-count': number;
  /** Pairs of a mailbox and a rule of severity error that it breaks. Set where there is a policy. */
  readonly 'violation-count': number;
  /** Such pairs that an exemption covers. */
  readonly 'exempt-count': number;
  readonly 'csv-path': string;
  readonly 'output-directory': string;
  readonly 'artifact-id': number;
  readonly 'artifact-url': string;
  readonly 'artifact-digest': string;
  /** ISO date. */
  readonly 'certificate-expires-on': string;
  readonly 'certificate-days-left': number;
}

/** Sets outputs as soon as they are known, so that a step that fails later has them all the same. */
export function setOutputs(
  core: { setOutput(name: string, value: string | number): void },
  outputs: Partial<Outputs>,
): void {
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
}

/** What the outputs tell of an uploaded artifact. */
export function artifactOutputs({ id, url, digest }: UploadedArtifact): Partial<Outputs> {
  return { 'artifact-id': id, 'artifact-url': url, 'artifact-digest': digest };
}
