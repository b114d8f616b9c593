import { IN_FULL, PARTLY } from './in-full.ts';
import { expect, test, type LabPage } from './lab-page.ts';

const LINK = 'v=1&runs=2&at=20';

/** By how much the document is larger than the window, and how far it was moved; all 0 when it is the window. */
const excess = ({ page }: LabPage): Promise<readonly number[]> =>
  page.evaluate(() => {
    const { scrollHeight, scrollWidth, scrollTop, scrollLeft } = document.scrollingElement!;
    return [
      Math.max(0, scrollHeight - window.innerHeight),
      Math.max(0, scrollWidth - window.innerWidth),
      scrollTop,
      scrollLeft,
      document.body.scrollTop,
    ];
  });

async function expectStill(lab: LabPage, what: string): Promise<void> {
  // Past the end of whatever scrolls under the pointer.
  await lab.page.mouse.wheel(0, 20_000);
  await lab.page.mouse.wheel(0, 20_000);
  await lab.page.waitForTimeout(100);
  expect(await excess(lab), what).toEqual([0, 0, 0, 0, 0]);
}

const SIZES = [
  [320, 640],
  [390, 844],
  [844, 390],
  [760, 900],
  [1024, 768],
  [1440, 900],
  [1920, 1080],
] as const;

test(
  'the document is the window: nothing slides it, at any size, with anything open',
  PARTLY,
  async ({ lab }) => {
    const { page } = lab;
    test.setTimeout(90_000);
    await lab.openDone(LINK);
    for (const [width, height] of IN_FULL ? SIZES : [SIZES[0], SIZES[2], SIZES[5]]) {
      const at = (what: string): string => `${what} at ${width} × ${height}`;
      await page.setViewportSize({ width, height });
      await page.mouse.move(width * 0.7, height * 0.5);
      await expectStill(lab, at('the charts'));
      await page.mouse.move(20, height * 0.5);
      await expectStill(lab, at('the settings'));
      await page.getByRole('combobox', { name: 'Experiment' }).click();
      await expectStill(lab, at('the experiments'));
      await page.keyboard.press('Escape');
    }
  },
);

test('the document is the window in lecture mode, and with a chart enlarged', async ({ lab }) => {
  const { page } = lab;
  await lab.openDone(LINK);
  for (const [what, enter] of [
    ['in lecture mode', () => page.keyboard.press('l')],
    ['with a chart enlarged', () => page.getByRole('button', { name: 'Enlarge Stable rank' }).click()],
  ] as const satisfies readonly (readonly [string, () => Promise<void>])[]) {
    await page.setViewportSize({ width: SIZES[5][0], height: SIZES[5][1] });
    await enter();
    await expect(page.locator('.stage-chart').first()).toBeVisible();
    for (const [width, height] of [SIZES[1], SIZES[2], SIZES[5]]) {
      await page.setViewportSize({ width, height });
      await page.mouse.move(width * 0.6, height * 0.4);
      await expectStill(lab, `${what} at ${width} × ${height}`);
    }
    await page.keyboard.press('Escape');
    await expect(page.locator('.stage-chart')).toHaveCount(0);
  }
});

test('the document is the window with a table, and with the settings of a phone', async ({ lab }) => {
  const { page } = lab;
  await lab.openDone(LINK);
  await page.getByRole('button', { name: 'Show Stable rank as a table' }).click();
  await page.mouse.move(800, 400);
  await expectStill(lab, 'a table');
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'All settings' }).click();
  await page.mouse.move(200, 700);
  await expectStill(lab, 'the settings');
});

/** Where the first charts are in what scrolls, and how large. */
const boxes = ({ page }: LabPage): Promise<readonly string[]> =>
  page.locator('[data-panel]').evaluateAll((cards) =>
    cards.slice(0, 3).map((card) => {
      const { x, y, width, height } = card.getBoundingClientRect();
      return [x, y + card.closest('main')!.scrollTop, width, height].map(Math.round).join();
    }),
  );

/** Types values into settings; on a phone they are in a sheet. */
async function typeInto({ page }: LabPage, values: Readonly<Record<string, string>>): Promise<void> {
  const settings = page.getByRole('button', { name: 'All settings' });
  const folded = await settings.isVisible();
  if (folded) await settings.click();
  for (const [name, value] of Object.entries(values)) {
    const typed = page.getByRole('textbox', { name: new RegExp(`^${name}.*typed value`) });
    await typed.fill(value);
    await typed.press('Enter');
  }
  if (folded) await page.getByRole('button', { name: 'Close settings' }).click();
}

for (const [width, height] of [
  [390, 844],
  [1440, 900],
] as const) {
  test.describe(`${width} pixels wide`, () => {
    test.use({ viewport: { width, height } });

    test(`at ${width} pixels no chart moves when a setting is touched, and "Back" undoes it`, async ({
      lab,
    }) => {
      await lab.openDone();
      const { page } = lab;
      const before = await boxes(lab);
      const note = page.getByTestId('note');
      await typeInto(lab, { Leak: '0.37' });
      await expect(note).toContainText('→ 0.37');
      await lab.done();
      expect(await boxes(lab)).toEqual(before);

      // What cannot be run is told over the row, and does not move it either.
      await typeInto(lab, { Dimension: '20000', 'Neurons per class': '10000' });
      await expect(page.getByRole('alert').filter({ hasText: 'cannot be run' })).toBeVisible();
      expect(await boxes(lab)).toEqual(before);
      await page.getByRole('button', { name: 'Back to the last that could' }).click();
      await lab.done();

      await note.getByRole('button', { name: 'Back', exact: true }).click();
      await expect(note).not.toContainText('→');
      await lab.done();
      expect(await boxes(lab)).toEqual(before);
      await page.keyboard.press('Control+z');
      await expect(note).toContainText('→ 0.37');
    });
  });
}

test('the stable rank’s plot has the most pixels of all plots, at every width', async ({ lab }) => {
  await lab.openDone(LINK);
  for (const [width, height] of [...SIZES, [2560, 1440] as const]) {
    await lab.page.setViewportSize({ width, height: Math.max(height, 700) });
    const plots = lab.page.locator('[data-panel]').filter({ has: lab.page.locator('.chart') });
    const areas = await plots.evaluateAll((cards) =>
      cards.map((card) => {
        const sizes = [...card.querySelectorAll('.chart-plot, .matrix-plot')].map(
          (plot) => plot.clientWidth * plot.clientHeight,
        );
        return { id: card.getAttribute('data-panel'), area: Math.max(0, ...sizes) };
      }),
    );
    const [largest] = areas.sort((a, b) => b.area - a.area);
    expect(largest?.id, `at ${width}: ${JSON.stringify(areas)}`).toBe('stable-rank');
  }
});

test('the sentence, the big number, the curve, Play, η and σ₀ are on the first screen', async ({ lab }) => {
  await lab.openDone(LINK);
  const { page } = lab;
  for (const part of [
    page.getByTestId('note'),
    lab.bigStableRank,
    lab.card('Stable rank').getByRole('img'),
    page.getByRole('button', { name: 'Play', exact: true }),
    page.getByRole('slider', { name: /Learning rate/ }).locator('xpath=..'),
    page.getByRole('slider', { name: /Initialisation scale/ }).locator('xpath=..'),
  ]) {
    await expect(part).toBeInViewport({ ratio: 1 });
  }
  // Nothing of the computation stands above the sentence.
  const [note, status] = [await page.getByTestId('note').boundingBox(), await lab.status.boundingBox()];
  expect(status!.y).toBeGreaterThanOrEqual(note!.y);
});

test('at twice the zoom there is a curve on the screen', async ({ lab }) => {
  await lab.page.setViewportSize({ width: 720, height: 450 });
  await lab.openDone(LINK);
  const curve = (await lab.card('Stable rank').locator('.chart-canvas').boundingBox())!;
  const player = (await lab.page.getByRole('group', { name: 'Player' }).boundingBox())!;
  expect(Math.min(player.y, curve.y + curve.height) - curve.y).toBeGreaterThan(80);
});

test('Play is within a few tabs of the top, and skip links lead to it and to the charts', async ({ lab }) => {
  await lab.openDone(LINK);
  const { page } = lab;
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Skip to the charts' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeFocused();

  await page.getByRole('button', { name: 'Skip to the charts' }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
});

test('the experiments are questions in groups, chosen with the keyboard', async ({ lab }) => {
  await lab.openDone();
  const { page } = lab;
  const menu = page.getByRole('combobox', { name: 'Experiment' });
  await menu.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('group', { name: 'Signal, noise and regularisation' })).toBeVisible();
  await page.keyboard.type('Is reg');
  await page.keyboard.press('Enter');
  await expect(menu).toContainText('Is regularisation needed when there is little noise?');
  await expect(lab.epochReadout).toContainText('of 1,500');
  await expect(page.getByTestId('note')).toContainText('Figures 1–4');
});

test('waiting for a file shows no other experiment’s charts, but where to open one', async ({ lab }) => {
  await lab.openDone(LINK);
  const { page } = lab;
  await page.getByRole('combobox', { name: 'Data model' }).click();
  await page.getByRole('option', { name: /Your file/ }).click();
  await expect(page.getByRole('button', { name: 'Choose files…' })).toBeVisible();
  await expect(page.locator('[data-panel]')).toHaveCount(0);
  await expect(lab.status).toHaveText('Waiting for a file');
  await expect(lab.status).toHaveAttribute('aria-busy', 'false');
});

test('settings that cannot be run do not look like loading, and offer a way back', async ({ lab }) => {
  await lab.open('v=1&m=10000&n=5000&d=20000&runs=20');
  const { page } = lab;
  await expect(page.getByRole('alert').filter({ hasText: 'cannot be run' })).toBeVisible();
  await expect(page.locator('.card-skeleton')).toHaveCount(0);
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Open “/ })
    .click();
  await lab.done();
  await expect(lab.bigStableRank).toHaveText(/\d/);
});

test('printed, every chart is drawn, light, on whole pages, under what it is of', async ({ lab }) => {
  await lab.page.emulateMedia({ colorScheme: 'dark' });
  await lab.openDone('v=1&g=0.3&runs=1&at=50&ax=eta~0.05~0.1');
  const { page } = lab;
  // Of the page's own accord, and nothing else: no card but the first has been in sight.
  const loaded = () => performance.getEntriesByType('resource').map(({ name }) => name);
  await expect.poll(async () => (await page.evaluate(loaded)).join()).toMatch(/\/Phi-[^/]*\.js/);
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  const charts = await page.evaluate(() =>
    [...document.querySelectorAll('[data-panel]')]
      .filter((card) => card.checkVisibility())
      .map((card) => ({
        id: card.getAttribute('data-panel'),
        drawn: [...card.querySelectorAll('canvas, .chart-plot svg')].some((mark) => mark.clientWidth > 50),
        breaks: getComputedStyle(card).breakInside,
      })),
  );
  expect(charts.length).toBeGreaterThan(8);
  // What is measured beside the recording, and was not looked at, is left out.
  expect(charts.map(({ id }) => id)).not.toContain('sharpness');
  expect(charts.filter(({ drawn, breaks }) => !drawn || breaks !== 'avoid')).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('light');
  await expect(page.locator('.print-head')).toContainText('γ 0.3');
  await expect(page.locator('.print-head')).toContainText('η 0.05, 0.1');
  await expect(page.locator('.print-head')).toContainText('g=0.3');
  await expect(page.getByRole('group', { name: 'Player' })).toBeHidden();

  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(page.getByRole('group', { name: 'Player' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
});
