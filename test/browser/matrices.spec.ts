import type { Locator } from '@playwright/test';
import { expect, test } from './lab-page.ts';

/** ReLU: at the end, some neurons fire for all points of their class and some for none. */
const LINK = 'v=1&g=0&runs=1&T=50&at=50';
/** More neurons a class than the picture has pixels for. */
const LARGE = 'v=1&g=0&m=256&n=20&runs=1&T=20&at=20';

/** Colours of a canvas that is one, from its upper left corner: at shares of its width and height. */
const colourAt = (picture: Locator, x: number, y: number): Promise<readonly number[]> =>
  picture.evaluate(
    (canvas, [left, top]) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const context = (canvas as HTMLCanvasElement).getContext('2d')!;
      return [...context.getImageData(Math.floor(left! * width), Math.floor(top! * height), 1, 1).data];
    },
    [x, y],
  );

/** How many colours a picture has that are neither transparent nor a line. */
const coloursOf = (picture: Locator): Promise<number> =>
  picture.evaluate((canvas) => {
    const { width, height } = canvas as HTMLCanvasElement;
    const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height);
    const pixels = new Uint32Array(data.buffer);
    return new Set(pixels.filter((pixel) => pixel >>> 24 === 255)).size;
  });

test('a picture with a pixel for every cell has the colours of its values and no other', async ({ lab }) => {
  await lab.openDone(LINK);
  const picture = lab.card('Who fires for whom').getByRole('img');
  await picture.scrollIntoViewIfNeeded();
  // Firing and silent in each class, and the line between the classes.
  await expect.poll(() => coloursOf(picture)).toBe(5);
});

test('where neurons share a row of pixels the picture says so, and the reading is their mean', async ({
  lab,
}) => {
  await lab.openDone(LARGE);
  const card = lab.card('Who fires for whom');
  await card.scrollIntoViewIfNeeded();
  await expect(card).toContainText(/a row of pixels is the mean of 1 to \d neurons/);
  await expect(card).toContainText('half of them fire');
  // Silent, half, firing in each class (two neurons a row), thirds where there are three; never the mixtures of smoothing.
  expect(await coloursOf(card.getByRole('img'))).toBeLessThanOrEqual(11);
});

test('the keyboard goes from cell to cell, is read out, and leaves the playhead alone', async ({ lab }) => {
  await lab.openDone(LINK);
  const card = lab.card('Coefficients ρ');
  const cells = card.getByRole('application');
  await cells.focus();
  await cells.press('ArrowDown');
  await cells.press('ArrowRight');
  await cells.press('End');
  const live = card.locator('[aria-live=polite]');
  await expect(live).toHaveText(/^neuron \+1, sample \d+ \(y = −1\): ρ = /);
  await expect(card.locator('.matrix-tip')).toBeVisible();
  await expect(lab.card('Who fires for whom').locator('.matrix-tip')).toContainText('neuron +1,');
  // It is the same neuron in the plane of inputs, for which the run is trained again, and in the drawing of the network.
  const decision = lab.card('The decision');
  await decision.scrollIntoViewIfNeeded();
  await expect(decision).toContainText(/neuron \+1: \(.*\)/);
  await expect(lab.card('The network')).toContainText(/neuron \+1 fires for \d+ of 10 samples/);
  await cells.press('PageDown');
  await expect(live).toHaveText(/^neuron \+11, /);
  expect(await lab.epoch()).toBe(50);
  await cells.press('Escape');
  await expect(card.locator('.matrix-tip')).toBeHidden();
  // Without a cell, the keys that the picture does not need are the player's.
  await cells.press('Space');
  await expect(lab.page.getByRole('button', { name: 'Pause' })).toBeVisible();
});

test('rows sorted by pattern are so in both pictures, stand in the link, and stay while it plays', async ({
  lab,
}) => {
  await lab.openDone(LINK);
  const [activation, rho] = [lab.card('Who fires for whom'), lab.card('Coefficients ρ')];
  await rho.getByText('by pattern').click();
  await expect(activation.getByRole('radio', { name: 'by pattern' })).toBeChecked();
  await expect.poll(() => lab.hash()).toContain('rows=pattern');
  const cells = activation.getByRole('application');
  await cells.focus();
  await cells.press('ArrowDown');
  const first = await rho.locator('.matrix-tip span').innerText();
  await lab.page.getByRole('button', { name: 'To the start' }).click();
  await cells.focus();
  await cells.press('ArrowDown');
  await expect(rho.locator('.matrix-tip span')).toHaveText(first);
});

test.describe('on a touch screen', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a tapped cell stays to be read, and the hint says tap', async ({ lab }) => {
    await lab.openDone(LINK);
    const card = lab.card('Coefficients ρ');
    await card.scrollIntoViewIfNeeded();
    await expect(card.locator('.matrix-hint')).toHaveText('Tap a cell to read it.');
    await card.getByRole('img').tap({ position: { x: 60, y: 60 } });
    await expect(card.locator('.matrix-tip')).toHaveText(/^ρ = .*neuron \+\d+/);
    // Whatever leaves when the finger is lifted has left.
    await lab.page.waitForTimeout(300);
    await expect(card.locator('.matrix-tip')).toBeVisible();
    await lab
      .card('Who fires for whom')
      .getByRole('img')
      .tap({ position: { x: 60, y: 60 } });
    await expect(lab.card('Who fires for whom').locator('.matrix-tip')).toBeVisible();
  });

  test('the picture fills its room', async ({ lab }) => {
    await lab.openDone(LINK);
    const card = lab.card('Who fires for whom');
    // Charts out of sight are not drawn.
    await card.scrollIntoViewIfNeeded();
    const cells = card.getByRole('application');
    await cells.scrollIntoViewIfNeeded();
    const [room, picture] = [await cells.boundingBox(), await cells.getByRole('img').boundingBox()];
    expect(room!.height - picture!.height).toBeLessThan(1);
    expect(room!.width - picture!.width).toBeLessThan(1);
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`forced colours, ${colorScheme}`, () => {
    test.use({ forcedColors: 'active', colorScheme });

    test(`firing and silent, above and below zero differ by 3 to 1`, async ({ lab }) => {
      await lab.openDone('v=1&g=1&n=10&runs=1&T=50&at=50&rows=pattern');
      for (const title of ['Who fires for whom', 'Coefficients ρ']) {
        const picture = lab.card(title).getByRole('img');
        await picture.scrollIntoViewIfNeeded();
        // Linear networks: each neuron fires for its own class, and learns it, alone.
        await expect.poll(async () => (await colourAt(picture, 0.05, 0.05))[3]).toBe(255);
        for (const y of [0.05, 0.95]) {
          const [left, right] = [await colourAt(picture, 0.05, y), await colourAt(picture, 0.95, y)];
          expect(contrast(left, right)).toBeGreaterThan(3);
        }
      }
    });
  });
}

test('on paper the pictures are drawn anew in the colours of paper', async ({ lab }) => {
  await lab.openDone(LINK);
  const picture = lab.card('Who fires for whom').getByRole('img');
  await picture.scrollIntoViewIfNeeded();
  await lab.page.addStyleTag({ content: '@media print { :root { --positive: rgb(1 2 3) } }' });
  const has = (): Promise<boolean> =>
    picture.evaluate((canvas) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const { data } = (canvas as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height);
      return data.some((red, k) => k % 4 === 0 && red === 1 && data[k + 1] === 2 && data[k + 2] === 3);
    });
  expect(await has()).toBe(false);
  await lab.page.emulateMedia({ media: 'print' });
  await expect.poll(has).toBe(true);
});

/** Contrast of two colours (WCAG 2.2). */
function contrast(a: readonly number[], b: readonly number[]): number {
  const light = ([r, g, b]: readonly number[]): number => {
    const linear = (channel: number): number => {
      const c = channel / 255;
      return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
    };
    return 0.2126 * linear(r!) + 0.7152 * linear(g!) + 0.0722 * linear(b!);
  };
  const [low, high] = [light(a), light(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}
