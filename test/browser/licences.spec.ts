import { expect, test } from './lab-page.ts';

test('help links to the licences of the programs and fonts that are shipped', async ({ lab }) => {
  await lab.open('v=1&runs=1&T=50');
  await lab.page.getByRole('button', { name: 'About and help' }).click();
  const text = async (name: string): Promise<string> => {
    const href = await lab.page.getByRole('link', { name, exact: true }).getAttribute('href');
    return (await lab.page.request.get(href!)).text();
  };
  const programs = await text('programs');
  for (const name of [
    'react',
    'react-dom',
    '@base-ui/react',
    'comlink',
    'd3-array',
    'katex',
    'lucide-react',
    'zustand',
    'valibot',
  ]) {
    expect(programs).toContain(`## ${name} - `);
  }
  expect(programs).toContain('Permission is hereby granted');
  const fonts = await text('fonts');
  for (const name of ['inter', 'source-serif-4']) expect(fonts).toContain(`## @fontsource-variable/${name}`);
  expect(fonts.match(/SIL OPEN FONT LICENSE/gi)?.length).toBeGreaterThanOrEqual(2);
});
