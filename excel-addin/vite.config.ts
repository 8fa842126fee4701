/** Builds the pane and its worker as a static site: hashed assets that can be kept for ever, and one page that cannot. */
import { fileURLToPath } from 'node:url';
import { defaultClientConditions, defineConfig } from 'vite';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  // Relative, so that the same folder works under any address.
  base: './',
  resolve: { conditions: ['isu-source', ...defaultClientConditions] },
  esbuild: { jsx: 'automatic', legalComments: 'none' },
  worker: { format: 'es' },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: ['chrome111', 'safari16.4', 'firefox113'],
    // No picture or font in the stylesheet: the content security policy stays short.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What is first painted has its budget in test/pane/built-pane.test.ts, gzipped.
    chunkSizeWarningLimit: 800,
    rollupOptions: {
      onwarn(warning, warn) {
        // Fluent's files say for servers which of them are for browsers.
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
    },
  },
});
