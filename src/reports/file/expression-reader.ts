import { UserError } from '../../errors.ts';
import type { Field } from '../../files/fields.ts';
import { offsetInText } from '../../files/yaml-value.ts';
import { shownText } from '../../text/display.ts';
import { compileExpression } from '../expressions/expression.ts';
import { syntaxError } from '../expressions/syntax.ts';

/** Nobody can read a longer expression, and the library parses recursively. */
const MAX_LENGTH = 4000;

/** A JMESPath expression. */
export const EXPRESSION: Field<string> = {
  schema: { type: 'string', maxLength: MAX_LENGTH, pattern: '\\S' },
  read: (value) => {
    const expression = value.text();
    if (expression === undefined) return undefined;
    if (expression.length > MAX_LENGTH) {
      return value.reject(`is longer than ${MAX_LENGTH} characters.`, 'Shorten it.');
    }
    const mistake = syntaxError(expression);
    if (mistake !== undefined) {
      const message = `${shownText(value.name)} is not JMESPath: ${mistake.message}.`;
      return value.report(message, 'See https://jmespath.site for the language.', offsetInText(value, mistake.offset));
    }
    try {
      compileExpression(expression);
      return expression;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return value.report(error.message, error.hint);
    }
  },
};
