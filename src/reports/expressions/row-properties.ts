import { compile } from '@jmespath-community/jmespath';
import type { ExpressionTree } from './evaluation.ts';

/**
 * The properties of a row that an expression reads: `ForwardTo` in `length(ForwardTo || [])`, but not what it reads within
 * them. Throws the library's Error for a text that is not JMESPath.
 */
export function rowProperties(expression: string): string[] {
  return [...new Set(propertiesIn(compile(expression)))];
}

function propertiesIn(tree: ExpressionTree): string[] {
  switch (tree.type) {
    case 'Field':
      return [tree.name];
    case 'Subexpression':
    case 'IndexExpression':
    case 'Projection':
    case 'ValueProjection':
    case 'FilterProjection':
    case 'Pipe':
      // The other parts read what this one finds.
      return propertiesIn(tree.left);
    case 'AndExpression':
    case 'OrExpression':
    case 'Comparator':
    case 'Arithmetic':
      return [tree.left, tree.right].flatMap(propertiesIn);
    case 'NotExpression':
    case 'Flatten':
      return propertiesIn(tree.child);
    case 'Unary':
      return propertiesIn(tree.operand);
    case 'Ternary':
      return [tree.condition, tree.trueExpr, tree.falseExpr].flatMap(propertiesIn);
    case 'MultiSelectHash':
      return tree.children.flatMap(({ value }) => propertiesIn(value));
    case 'MultiSelectList':
    case 'Function':
      return tree.children.flatMap(propertiesIn);
    case 'LetExpression':
      return [...tree.bindings.map(({ reference }) => reference), tree.expression].flatMap(propertiesIn);
    case 'Binding':
      return propertiesIn(tree.reference);
    case 'ExpressionReference':
    case 'Current':
    case 'Identity':
    case 'Index':
    case 'Literal':
    case 'Root':
    case 'Slice':
    case 'Variable':
      return [];
  }
}
