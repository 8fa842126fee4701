import powerbiVisuals from 'eslint-plugin-powerbi-visuals';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['**/node_modules', '**/dist', '**/dist.new', 'out', '**/fixtures/**', 'coverage'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    // Rule 1 of the house: core knows no host, no file, no DOM, no clock.
    files: ['core/src/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: ['node:*', 'isu-workbook-file', 'isu-c*', 'isu-w*', 'isu-s*'] },
      ],
      'no-restricted-globals': ['error', 'window', 'document', 'process', 'Buffer', 'fetch', 'performance'],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'core has no clock: take asOf.',
        },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'core has no clock: take asOf.',
        },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'core is deterministic: take a seed.',
        },
      ],
    },
  },
  {
    // What Microsoft refuses in a visual, in all of ours that the visual is made of.
    files: ['powerbi-visual/src/**/*.ts', 'packages/charts/src/**/*.ts', 'core/src/**/*.ts'],
    plugins: { 'powerbi-visuals': powerbiVisuals },
    rules: powerbiVisuals.configs.recommended.rules,
  },
);
