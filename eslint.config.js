import js from '@eslint/js';
import jest from 'eslint-plugin-jest';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist/', 'cli/', 'coverage/', 'node_modules/'] },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    // A project service would make a program more for each file that begins with #!, and for each further tsconfig.json.
    languageOptions: { parserOptions: { project: 'tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-definitions': 'off',
      // It takes undefined for void, and forbids to return what a function returns that adds a problem.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-non-null-assertion': 'error',
      // Slow, and there is nothing to find: no source has an enum, and classes have private members, which TypeScript compares.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, 'ts-ignore': true }],
      'no-restricted-syntax': [
        'error',
        {
          selector: ':matches(SpreadElement > ArrayExpression, SpreadElement > ObjectExpression).argument',
          message: 'Write the members of the literal plainly: its spread only keeps Prettier from breaking lines.',
        },
        {
          selector:
            'VariableDeclarator:has(AwaitExpression > ImportExpression[source.value=/^[^.]/]) > ObjectPattern > Property[key.name!="default"]',
          message:
            'A bundled CommonJS package has a default export alone: import it in a file of its own, and load that file.',
        },
      ],
    },
  },
  {
    files: ['src/page-app/**/*.ts'],
    languageOptions: { parserOptions: { project: 'src/page-app/tsconfig.json' } },
  },
  {
    files: ['__tests__/**/*.ts'],
    extends: [jest.configs['flat/recommended']],
    rules: { 'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'fc.assert', 'expect*'] }] },
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
);
