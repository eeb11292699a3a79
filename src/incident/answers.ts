import { UserError } from '../errors.ts';
import { unknownBecause } from '../reports/known.ts';
import type { Incident } from './incident.ts';
import { openIncident, type IncidentOptions, type OpenedIncident } from './open-incident.ts';
import { answerOf, type Answer, type Observations } from './answer.ts';
import type { Question } from './question.ts';

/** The answers to all questions about an account. */
export interface AnsweredIncident extends OpenedIncident {
  /** In the order of the questions. */
  readonly answers: readonly Answer[];
}

/** Asks all questions about an account side by side. Rejects as `openIncident` does. */
export async function askQuestions(options: IncidentOptions): Promise<AnsweredIncident> {
  const pending = new Map<string, Promise<Answer>>();
  const opened = await openIncident(options, async (id) => pending.get(id));
  const { questions, progress } = options;
  let left = questions.length;
  for (const question of questions) {
    const answer = answerTo(question, opened.incident).finally(() => {
      left -= 1;
      progress(left === 0 ? '' : `Waiting for the answers to ${left} of ${questions.length} questions…`);
    });
    answer.catch(() => undefined);
    pending.set(question.id, answer);
  }
  return { ...opened, answers: await Promise.all(pending.values()) };
}

async function answerTo(question: Question, incident: Incident): Promise<Answer> {
  return answerOf(question, await observationsOf(question, incident));
}

/** A question that cannot sign in is unknown, and does not take the answers to others along. */
async function observationsOf(question: Question, incident: Incident): Promise<Observations> {
  try {
    return await question.look(incident);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const missing = [unknownBecause('refused', error.message)];
    return { findings: [], seen: [], missing, summary: 'Not known.', sources: [] };
  }
}
