import { UserError } from '../../errors.ts';
import { shownText } from '../../text/display.ts';
import type { FileProblems } from '../../files/yaml-problems.ts';
import { offsetInText, text, type YamlValue } from '../../files/yaml-value.ts';
import { compileExpression } from '../expressions/expression.ts';
import { syntaxError } from '../expressions/syntax.ts';

/** Nobody can read a longer expression, and the library parses recursively. */
const MAX_LENGTH = 4000;
const HINT = 'See https://jmespath.site for the language.';

/** Reads a JMESPath expression and compiles it. Mistakes are added to the problems; then the result is undefined. */
export function expressionText(value: YamlValue, problems: FileProblems): string | undefined {
  const expression = text(value, problems);
  if (expression === undefined) return undefined;
  if (expression.length > MAX_LENGTH) {
    problems.add(value.offset, `${shownText(value.name)} is longer than ${MAX_LENGTH} characters.`, 'Shorten it.');
    return undefined;
  }
  const mistake = syntaxError(expression);
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
