import { UserError } from '../errors.ts';
import type { FileProblems } from '../yaml/problems.ts';
import { shownText } from '../text/display.ts';
import { offsetInText, text, type YamlValue } from '../yaml/value.ts';
import { compileExpression } from './expression.ts';
import { expressionMistake } from './expression-mistake.ts';

/** An expression is read by people; and the library recurses into it. */
const LONGEST = 4000;
const HINT = 'See https://jmespath.site for the language.';

/** A JMESPath expression that compiles. Anything else is added to the problems, and gives undefined. */
export function expressionText(value: YamlValue, problems: FileProblems): string | undefined {
  const expression = text(value, problems);
  if (expression === undefined) return undefined;
  if (expression.length > LONGEST) {
    problems.add(value.offset, `${shownText(value.name)} is longer than ${LONGEST} characters.`, 'Write less.');
    return undefined;
  }
  const mistake = expressionMistake(expression);
  if (mistake !== undefined) {
    const message = `${shownText(value.name)} is not JMESPath: ${mistake.message}.`;
    problems.add(offsetInText(value, mistake.offset), message, HINT);
    return undefined;
  }
  try {
    compileExpression(expression);
    return expression;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    problems.add(value.offset, error.message, error.hint);
    return undefined;
  }
}
