import type { Command } from './command.ts';
import { access } from './commands/access/command.ts';
import { baseline } from './commands/baseline/command.ts';
import { certificate } from './commands/certificate/command.ts';
import { compare } from './commands/compare/command.ts';
import { doctor } from './commands/doctor/command.ts';
import { evidence } from './commands/evidence/command.ts';
import { history } from './commands/history/command.ts';
import { incident } from './commands/incident/command.ts';
import { leaver } from './commands/leaver/command.ts';
import { merge } from './commands/merge/command.ts';
import { register } from './commands/register/command.ts';
import { rehearse } from './commands/rehearse/command.ts';
import { remediate } from './commands/remediate/command.ts';
import { report } from './commands/report/command.ts';
import { route } from './commands/route/command.ts';
import { setup } from './commands/setup/command.ts';
import { smtpTest } from './commands/smtp-test/command.ts';
import { validate } from './commands/validate/command.ts';
import { verify } from './commands/verify/command.ts';

/** The commands of the terminal program, in the order of `--help`, of the reference and of the lists in documents. */
export const COMMANDS: readonly Command[] = [
  setup,
  certificate,
  doctor,
  smtpTest,
  report,
  merge,
  validate,
  rehearse,
  baseline,
  register,
  history,
  evidence,
  incident,
  compare,
  access,
  route,
  leaver,
  verify,
  remediate,
];
