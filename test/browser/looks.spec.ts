import { accessibilityProblems } from './accessibility.ts';
import { expect, test } from './lab-page.ts';

/** How the page can be looked at: what is asked of the browser, a name each. */
const LOOKS = {
  'the light theme': { colorScheme: 'light', forcedColors: 'none', media: 'screen' },
  'the dark theme': { colorScheme: 'dark', forcedColors: 'none', media: 'screen' },
  'forced light colours': { colorScheme: 'light', forcedColors: 'active', media: 'screen' },
  'forced dark colours': { colorScheme: 'dark', forcedColors: 'active', media: 'screen' },
  print: { colorScheme: 'light', forcedColors: 'none', media: 'print' },
} as const;

const SCREENS = [
  { name: 'a phone', viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  { name: 'a small desk', viewport: { width: 1024, height: 768 } },
  { name: 'a lecture', viewport: { width: 1280, height: 720 } },
  { name: 'a desk', viewport: { width: 1440, height: 900 } },
  { name: 'a large desk', viewport: { width: 1920, height: 1080 } },
];

for (const { name, ...screen } of SCREENS) {
  test.describe(name, () => {
    test.use({ ...screen, reducedMotion: 'reduce' });

    test(`axe-core finds nothing on ${name}, in any look`, async ({ lab }) => {
      await lab.openDone('v=1&runs=2&at=50');
      const { page } = lab;
      if (name === 'a lecture') await page.keyboard.press('l');
      for (const [look, asked] of Object.entries(LOOKS)) {
        await page.emulateMedia(asked);
        const printing = page.locator('html[data-printing]');
        await expect(printing).toHaveCount(asked.media === 'print' ? 1 : 0);
        expect.soft(await accessibilityProblems(lab), look).toEqual([]);
      }
    });
  });
}
