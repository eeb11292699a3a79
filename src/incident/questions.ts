import type { Question } from './question.ts';
import { evidence } from './questions/evidence.ts';

/** The questions about an account, in the order in which they are shown. To add one, add a file to the folder and a line to this list. */
export const QUESTIONS: readonly Question[] = [evidence];
