import type { grantSteps, MissingRoles } from '../auth/app-roles.ts';
import type { ClientCertificate } from '../auth/certificate.ts';
import type { Policy } from '../policy/policy-definition.ts';
import type { PolicyJudge } from '../policy/judge.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import type { TableReport } from '../reports/table.ts';
import type { EpochMs } from '../text/numbers.ts';
import type { OutputInputs } from './inputs.ts';
import type { Warnings } from './log.ts';
import type { StepOutputs } from './outputs.ts';
import type { Runner, StepEnvironment } from './runner.ts';
import type { Source } from './source.ts';

/** An action whose inputs are read. */
export interface ActionRun {
  readonly inputs: OutputInputs;
  readonly step: StepEnvironment;
  readonly runner: Runner;
  readonly warnings: Warnings;
}

/** A run whose mailboxes can be read: what it reads, what it judges by, and where the result goes. Made once. */
export interface Run extends ActionRun {
  /** What the file of `config` sets of the inputs that decide whether the step fails, in a sentence each. */
  readonly fileSettings: readonly string[];
  readonly outputs: StepOutputs;
  readonly started: EpochMs;
  readonly origin: RunOrigin;
  /** With the mailbox list. */
  readonly source: Source;
  /** Those about mailboxes, in the order of the input. */
  readonly reports: readonly ReportDefinition[];
  /** Those about the tenant. None only if there are `reports`. */
  readonly tables: readonly TableReport[];
  readonly policy: Policy | undefined;
  /** Undefined without a policy, and in a shard, which judges nothing. */
  readonly judge: PolicyJudge | undefined;
  /** Undefined also if shards were read. */
  readonly lacking: LackingRoles | undefined;
}

/** Where the rows were read, and who signed in. */
export interface RunOrigin {
  /** The ID of the tenant; a domain of it if the ID is not known. */
  readonly tenant: string;
  /** `global`, `usgov`, `usgov-dod` or `china`. */
  readonly cloud: string;
  /** The same for people: the tenant as the input has it, and the cloud with the URL of Graph if it is not that cloud's. */
  readonly shown: { readonly tenant: string; readonly cloud: string };
  /** Undefined if no certificate signed in. */
  readonly certificate: Pick<ClientCertificate, 'notAfter' | 'thumbprint'> | undefined;
}

/** App roles of Graph that reports need and the token does not have. RBAC for Applications grants access without any. */
export interface LackingRoles {
  readonly reports: readonly MissingRoles[];
  /** What the token lacks, as a sentence. */
  readonly lack: string;
  /** The same, with how to grant it. */
  readonly warning: string;
  /** How to grant them. */
  readonly grant: ReturnType<typeof grantSteps>;
}
