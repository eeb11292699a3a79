import type { AuditOperations, Observations, QuestionId } from './answer.ts';
import type { Incident } from './incident.ts';

/** An application permission of Microsoft Graph, or a cmdlet of Exchange Online, that a question needs. */
export interface QuestionNeed {
  readonly name: string;
  /** What it reads for the question, such as `the sign-ins of the person`. */
  readonly why: string;
  /** The license that the tenant needs for it too, such as `Entra ID P1`. */
  readonly license?: string;
}

/** A question about an account that may be taken over, put so that `yes` means that somebody must act. */
export interface Question {
  readonly id: QuestionId;
  /** Ends with a question mark. */
  readonly question: string;
  /** Application permissions of Microsoft Graph, all of them to read. */
  readonly permissions: readonly QuestionNeed[];
  /** Cmdlets of Exchange Online, all of them to read. */
  readonly cmdlets: readonly QuestionNeed[];
  /** The reports of which kept rows answer the question. */
  readonly reports: readonly string[];
  /** The operations that it looks for in the audit log, by record type. */
  readonly audit?: AuditOperations;
  /** Looks for an answer. Rejects with the UserErrors of a sign-in: the answer is then unknown. */
  readonly look: (incident: Incident) => Promise<Observations>;
}
