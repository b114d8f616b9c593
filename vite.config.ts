import { readFileSync } from 'node:fs';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
// @ts-expect-error: plain JavaScript, as all that runs before anything is compiled
import * as kernels from './scripts/kernels.mjs';

await (kernels as { buildKernels(): Promise<void> }).buildKernels();

/** Fonts are no modules, so `build.license` does not see them. */
function licencesOfFonts(): Plugin {
  const FONTS = ['@fontsource-variable/inter', '@fontsource-variable/source-serif-4', 'katex'];
  return {
    name: 'licences-of-fonts',
    apply: 'build',
    generateBundle() {
      const licences = FONTS.map((name) => {
        const text = readFileSync(new URL(`node_modules/${name}/LICENSE`, import.meta.url), 'utf8');
        return `## ${name}\n\n${text.trim()}\n`;
      });
      const source = `# Licences of the fonts\n\n${licences.join('\n')}`;
      this.emitFile({ type: 'asset', fileName: 'licences-of-fonts.md', source });
    },
  };
}

export default defineConfig({
  // Relative: a static build runs at any path.
  base: './',
  plugins: [react(), licencesOfFonts()],
  // What is shipped goes with its licences; Help links to them.
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // Browsers that do not preload modules load what a chunk imports a moment later.
    modulePreload: { polyfill: false },
    license: { fileName: 'licences.md' },
    // What the page needs at once is one file: parts that chunks loaded later share would each be a file of their own,
    // and small files compress badly.
    rolldownOptions: {
      // To read a property does nothing: else every icon leaves a read of its own behind.
      treeshake: { propertyReadSideEffects: false },
      output: { codeSplitting: { groups: [{ name: 'page', tags: ['$initial'] }] } },
    },
  },
  worker: {
    format: 'es',
    // Annotations for a bundler that comes after: none does. And as above.
    rolldownOptions: {
      treeshake: { propertyReadSideEffects: false },
      output: { comments: false, minify: true },
    },
  },
});
