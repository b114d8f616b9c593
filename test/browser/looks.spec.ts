import { accessibilityProblems } from './accessibility.ts';
import { file } from './idx-files.ts';
import { IN_FULL, PARTLY } from './in-full.ts';
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

/** In the gate each screen in one look and each look on one screen, in full all pairs. */
const looksOn = (screen: number) =>
  Object.entries(LOOKS).filter((_, look) => IN_FULL || look === screen % SCREENS.length);

for (const [screen, { name, ...viewing }] of SCREENS.entries()) {
  test.describe(name, () => {
    test.use({ ...viewing, reducedMotion: 'reduce' });

    test(`axe-core finds nothing on ${name}`, PARTLY, async ({ lab }) => {
      if (IN_FULL) test.slow();
      await lab.openDone('v=1&runs=2&at=50');
      const { page } = lab;
      if (name === 'a lecture') await page.keyboard.press('l');
      for (const [look, asked] of looksOn(screen)) {
        await page.emulateMedia(asked);
        const printing = page.locator('html[data-printing]');
        await expect(printing).toHaveCount(asked.media === 'print' ? 1 : 0);
        // Paper's own is loaded once the page is at rest.
        await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible();
        expect.soft(await accessibilityProblems(lab), look).toEqual([]);
      }
    });
  });
}

test.describe('forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' }, reducedMotion: 'reduce' });

  test('in forced colours curves have the colours of their keys, apart from the ground', async ({ lab }) => {
    await lab.openDone('v=1&runs=1&at=50');
    for (const colorScheme of ['light', 'dark'] as const) {
      await lab.page.emulateMedia({ colorScheme, forcedColors: 'active' });
      const card = lab.card('Stable rank');
      await expect(card.locator('.chart-canvas')).toBeVisible();
      const { ground, keys } = await card.evaluate((element) => {
        const bytes = (colour: string): number[] => {
          const context = new OffscreenCanvas(1, 1).getContext('2d')!;
          context.fillStyle = colour;
          context.fillRect(0, 0, 1, 1);
          return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
        };
        const canvas = element.querySelector<HTMLCanvasElement>('.chart-canvas')!;
        const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
        const drawn = (rgb: readonly number[]): number => {
          let pixels = 0;
          for (let k = 0; k < data.length; k += 4) {
            if (data[k + 3] === 255 && rgb.every((byte, c) => Math.abs(byte - data[k + c]!) < 8)) pixels++;
          }
          return pixels;
        };
        return {
          ground: bytes(getComputedStyle(document.body).backgroundColor),
          keys: [...element.querySelectorAll('.chart-key > line')].map((line) => {
            const { stroke, strokeDasharray } = getComputedStyle(line);
            return { rgb: bytes(stroke), dash: strokeDasharray, pixels: drawn(bytes(stroke)) };
          }),
        };
      });
      expect(keys).toHaveLength(3);
      for (const { rgb, pixels } of keys) {
        const apart = Math.max(...rgb.map((byte, c) => Math.abs(byte - ground[c]!)));
        expect(apart).toBeGreaterThan(100);
        expect(pixels).toBeGreaterThan(50);
      }
      expect(new Set(keys.map(({ rgb, dash }) => `${rgb.join()} ${dash}`)).size).toBe(3);
    }
  });
});

const FLOWERS = file(
  'flowers.csv',
  Buffer.from(`petal,kind\n${Array.from({ length: 40 }, (_, i) => `${i / 8},${'ab'[i % 2]!}`).join('\n')}\n`),
);

test.describe('a file that is asked about', () => {
  test.use({ reducedMotion: 'reduce' });

  test('has edges and bars in forced colours, and room for its rows on a phone that lies', async ({
    lab,
  }) => {
    const { page } = lab;
    await lab.open('v=1&data=dataset');
    await page.getByLabel('Files to train on').setInputFiles([FLOWERS]);
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('40 rows of 2 columns')).toBeVisible();

    await page.emulateMedia({ forcedColors: 'active' });
    await expect(dialog).toHaveCSS('border-top-style', 'solid');
    for (const fill of await dialog.locator('.talk-bar-fill').all()) {
      expect(parseFloat(await fill.evaluate((bar) => getComputedStyle(bar).borderTopWidth))).toBeGreaterThan(
        0,
      );
    }

    await page.emulateMedia({ forcedColors: 'none' });
    await page.setViewportSize({ width: 844, height: 390 });
    const { height } = (await dialog.locator('.talk-body').boundingBox())!;
    expect(height).toBeGreaterThan(0.65 * 390);
    const [rows, classes] = await Promise.all(
      ['The file', 'The two classes'].map((name) => dialog.getByRole('region', { name }).boundingBox()),
    );
    expect(classes!.x).toBeGreaterThanOrEqual(rows!.x + rows!.width);
  });
});
