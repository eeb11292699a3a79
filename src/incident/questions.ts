import type { Question } from './question.ts';
import { account } from './questions/account.ts';
import { consents } from './questions/consents.ts';
import { evidence } from './questions/evidence.ts';
import { forwarding } from './questions/forwarding.ts';
import { inboxRules } from './questions/inbox-rules.ts';
import { mail } from './questions/mail.ts';
import { methods } from './questions/methods.ts';
import { others } from './questions/others.ts';
import { rights } from './questions/rights.ts';
import { signIns } from './questions/sign-ins.ts';

/** The questions about an account, in the order in which they are shown. To add one, add a file to the folder and a line to this list. */
export const QUESTIONS: readonly Question[] = [
  evidence,
  account,
  signIns,
  methods,
  consents,
  inboxRules,
  forwarding,
  rights,
  mail,
  others,
];
