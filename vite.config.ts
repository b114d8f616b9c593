import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
// @ts-expect-error: plain JavaScript, as all that runs before anything is compiled
import * as kernels from './scripts/kernels.mjs';

await (kernels as { buildKernels(): Promise<void> }).buildKernels();

export default defineConfig({
  // Relative: a static build runs at any path.
  base: './',
  plugins: [react()],
  build: { target: 'es2022', assetsInlineLimit: 0 },
  worker: { format: 'es' },
});
