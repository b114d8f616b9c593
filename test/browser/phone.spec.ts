import type { Page } from '@playwright/test';
import { accessibilityProblems } from './accessibility.ts';
import { expect, test } from './lab-page.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A finger's way across the screen, as the browser gets it from the hardware. */
async function swipe(page: Page, from: Point, by: Point): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: readonly Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: [...points] });
  await touch('touchStart', [from]);
  const steps = 12;
  for (let k = 1; k <= steps; k++) {
    await touch('touchMove', [{ x: from.x + (by.x * k) / steps, y: from.y + (by.y * k) / steps }]);
  }
  await touch('touchEnd', []);
  await session.detach();
}

async function middleOf(page: Page, selector: string): Promise<Point> {
  const { x, y, width, height } = (await page.locator(selector).first().boundingBox())!;
  return { x: x + width / 2, y: y + height / 2 };
}

const phone = { hasTouch: true, isMobile: true, deviceScaleFactor: 2 } as const;

test.describe('a phone held upright', () => {
  test.use({ ...phone, viewport: { width: 390, height: 844 } });

  test('has sentence, number, curve, one slider and Play on its first screen, to be pressed by a finger', async ({
    lab,
  }) => {
    await lab.openDone();
    const { page } = lab;
    await expect(page.locator('.note-row')).toBeInViewport();
    // Of two rows of buttons.
    expect((await page.locator('.header').boundingBox())!.height).toBeLessThan(110);
    await expect(lab.bigStableRank).toBeInViewport();
    await expect(page.locator('.dock-one .slider')).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeInViewport();
    const curve = await page.evaluate(() => {
      const plot = document.querySelector('.chart-plot')!.getBoundingClientRect();
      return document.querySelector('main')!.getBoundingClientRect().bottom - plot.top;
    });
    expect(curve).toBeGreaterThan(80);

    const small = await page.evaluate(() =>
      [
        ...document.querySelectorAll(
          'button, [role=combobox], .slider, .scrubber-control, .axis-choice label',
        ),
      ]
        .filter((element) => element.checkVisibility() && element.closest('.skip-links') === null)
        .map((element) => ({ name: element.outerHTML.slice(0, 80), box: element.getBoundingClientRect() }))
        .filter(({ box }) => box.height < 44 || box.width < 44)
        .map(({ name }) => name),
    );
    expect(small).toEqual([]);
    expect(await accessibilityProblems(lab)).toEqual([]);
  });

  test('unfolds the rest of the charts when asked', async ({ lab }) => {
    await lab.openDone('v=1&runs=1&at=50');
    await expect(lab.page.locator('.card')).toHaveCount(4);
    await lab.page.getByRole('button', { name: /more charts/ }).click();
    expect(await lab.page.locator('.card').count()).toBeGreaterThan(8);
  });

  test('docks the slider that was touched last, and another by its name', async ({ lab }) => {
    await lab.openDone('v=1&runs=1&at=50');
    const { page } = lab;
    await page.getByRole('combobox', { name: 'Setting of the slider' }).click();
    await page.getByRole('option', { name: /Learning rate/ }).click();
    await expect(page.getByRole('slider', { name: /Learning rate/ })).toBeVisible();
  });

  test('a swipe up or down that begins on a slider scrolls and changes nothing', async ({ lab }) => {
    await lab.openDone('v=1&runs=1&at=50');
    const { page } = lab;
    await page.getByRole('button', { name: 'All settings' }).click();
    const sheet = page.locator('.sheet-body');
    await expect(sheet).toBeVisible();
    const scrolled = (): Promise<number> => sheet.evaluate((element) => element.scrollTop);
    // Past the sheet's own motion.
    await expect.poll(() => middleOf(page, '.sheet .slider').then(({ y }) => y)).toBeLessThan(844);
    await page.waitForTimeout(300);
    const before = lab.hash();
    await swipe(page, await middleOf(page, '.sheet .slider'), { x: 6, y: -120 });
    await expect.poll(scrolled).toBeGreaterThan(40);
    expect(lab.hash()).toBe(before);
  });

  test('a finger that goes sideways moves a slider, a tap puts it there, and so on the time axis', async ({
    lab,
  }) => {
    await lab.openDone('v=1&runs=1&at=50');
    const { page } = lab;
    const value = page.getByRole('textbox', { name: /Initialisation scale/ });
    const at = await middleOf(page, '.dock-one .slider');
    await swipe(page, at, { x: -60, y: 4 });
    await expect.poll(() => value.inputValue()).not.toBe('0.001');
    const dragged = await value.inputValue();
    await page.touchscreen.tap(at.x + 70, at.y);
    await expect.poll(() => value.inputValue()).not.toBe(dragged);

    const scrubber = await middleOf(page, '.scrubber-control');
    await swipe(page, scrubber, { x: 3, y: -60 });
    expect(await lab.epoch()).toBe(50);
    await swipe(page, scrubber, { x: -40, y: 2 });
    await expect.poll(() => lab.epoch()).toBeLessThan(40);
  });

  test('a finger on a pin’s grip takes the pin to another place', async ({ lab }) => {
    await lab.openDone('v=1&runs=1&T=5&p1=&p1.g=0.5&p2=&p2.g=0.9');
    const { page } = lab;
    const pins = page.getByRole('button', { name: /^Pinned/ });
    await expect(pins).toHaveAccessibleName('Pinned: γ = 0.5; γ = 0.9');
    await pins.tap();
    await expect(page.locator('.pin-grip')).toHaveCount(2);
    const from = (await page.locator('.pin-grip').nth(1).boundingBox())!;
    const to = (await page.locator('.pin-grip').nth(0).boundingBox())!;
    await swipe(
      page,
      { x: from.x + from.width / 2, y: from.y + from.height / 2 },
      { x: 3, y: 1.2 * (to.y - from.y) },
    );
    await expect.poll(() => pins.getAttribute('aria-label')).toBe('Pinned: γ = 0.9; γ = 0.5');
  });

  test('a swipe over a chart scrolls and leaves the playhead where it is', async ({ lab }) => {
    await lab.openDone('v=1&runs=1&at=50');
    const { page } = lab;
    const box = (await page.locator('.chart-plot').first().boundingBox())!;
    await swipe(page, { x: box.x + box.width / 2, y: box.y + 30 }, { x: 4, y: -120 });
    await expect
      .poll(() => page.locator('main').evaluate((element) => element.scrollTop))
      .toBeGreaterThan(40);
    expect(await lab.epoch()).toBe(50);
    const after = (await page.locator('.chart-plot').first().boundingBox())!;
    await swipe(page, { x: after.x + after.width / 2, y: after.y + 30 }, { x: -60, y: 4 });
    await expect.poll(() => lab.epoch()).toBeLessThan(40);
  });
});

for (const [width, height] of [
  [844, 390],
  [667, 375],
  [720, 450],
] as const) {
  test.describe(`${width} × ${height}`, () => {
    test.use({ ...(height < 400 ? phone : {}), viewport: { width, height } });

    test(`at ${width} × ${height} there are a curve and the player on the screen`, async ({ lab }) => {
      // Of a study, whose curves and what is in front have rows of their own on every page.
      await lab.openDone('v=1&runs=2&at=50&ax=g~0~0.05~0.1~0.25~0.5~0.75~1');
      const { page } = lab;
      await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeInViewport({ ratio: 1 });
      if (height < 400) await expect(page.locator('.chart-foot-time').first()).toBeInViewport({ ratio: 0.9 });
      const seen = await page.evaluate(() => {
        const plot = document.querySelector('.chart-plot')!.getBoundingClientRect();
        const player = document.querySelector('.app-player')!.getBoundingClientRect();
        return Math.min(plot.bottom, player.top) - Math.max(plot.top, 0);
      });
      expect(seen).toBeGreaterThanOrEqual(height < 400 ? 80 : 120);
      await page.getByTestId('theory-line').scrollIntoViewIfNeeded();
      await expect(page.getByTestId('theory-line')).toBeInViewport({ ratio: 1 });
      await page.getByRole('button', { name: 'Settings', exact: true }).click();
      await expect(page.getByRole('dialog').getByRole('slider', { name: /Leak/ }).first()).toBeVisible();
    });
  });
}
