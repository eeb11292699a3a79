import type { Question } from './question.ts';
import { evidence } from './questions/evidence.ts';
import { forwarding } from './questions/forwarding.ts';
import { inboxRules } from './questions/inbox-rules.ts';
import { others } from './questions/others.ts';
import { rights } from './questions/rights.ts';

/** The questions about an account, in the order in which they are shown. To add one, add a file to the folder and a line to this list. */
export const QUESTIONS: readonly Question[] = [evidence, inboxRules, forwarding, rights, others];
