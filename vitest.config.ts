import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { conditions: ['isu-source'] },
  ssr: { resolve: { conditions: ['isu-source'] } },
  test: {
    include: [
      'core/test/**/*.test.ts',
      'excel-addin/test/**/*.test.{ts,tsx}',
      'packages/*/test/**/*.test.ts',
      'powerbi-visual/test/**/*.test.ts',
      'test/**/*.test.ts',
    ],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
