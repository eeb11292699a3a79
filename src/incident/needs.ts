import { covers } from '../auth/app-roles.ts';
import { APP_ROLE } from '../exchange/cmdlets.ts';
import { AUDIT_PERMISSION } from '../history/audit-log.ts';
import type { QuestionId } from './answer.ts';
import type { Question, QuestionNeed } from './question.ts';

/** An application permission, and the questions that need it. */
export interface PermissionNeed {
  readonly name: string;
  readonly questions: readonly QuestionId[];
}

/** What a question needs, each once: its permissions, that of the audit log, and that of Exchange Online for its cmdlets. */
export function needsOfQuestion({ permissions, cmdlets, audit }: Question): readonly QuestionNeed[] {
  const isAudited = audit !== undefined && !covers(namesOf(permissions), AUDIT_PERMISSION);
  return [
    ...permissions,
    ...(isAudited ? [{ name: AUDIT_PERMISSION, why: 'who did it, in the audit log' }] : []),
    ...(cmdlets.length === 0 ? [] : [{ name: APP_ROLE, why: namesOf(cmdlets).join(', ') }]),
  ];
}

/** What all questions need, in the order in which they name it. */
export function needsOf(questions: readonly Question[]): readonly PermissionNeed[] {
  const all = questions.flatMap((question) => needsOfQuestion(question).map(({ name }) => ({ name, id: question.id })));
  const byName = Map.groupBy(all, ({ name }) => name);
  return [...byName].map(([name, of]) => ({ name, questions: [...new Set(of.map(({ id }) => id))] }));
}

function namesOf(needs: readonly QuestionNeed[]): readonly string[] {
  return needs.map(({ name }) => name);
}
