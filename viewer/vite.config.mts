import { defineConfig } from 'vite';

export default defineConfig({
  root: import.meta.dirname,
  base: './',
  build: {
    outDir: '../dist/viewer',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    // A small picture inlined as data: would be one more thing for the content security policy to allow.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  worker: { format: 'es' },
});
