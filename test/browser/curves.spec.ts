import { expect, test } from './lab-page.ts';

/** What a chart's plot showed in each frame: labels of its value axis, and whether it was empty. */
interface Seen {
  readonly axes: readonly string[];
  readonly empty: boolean;
}

test('while a slider is dragged no chart is ever empty, and a settled change rescales once at most', async ({
  lab,
}) => {
  const { page } = lab;
  await lab.openDone('v=1&runs=2&at=50');
  await expect(lab.card('Stable rank').locator('.chart-axes text').first()).toBeVisible();
  await page.evaluate(() => {
    const card = document.querySelector('[data-panel="stable-rank"]')!;
    const seen: { axes: string[]; empty: boolean } = { axes: [], empty: false };
    Object.assign(window, { seen });
    const look = (): void => {
      const ticks = [...card.querySelectorAll('.chart-axes text[text-anchor="end"]')];
      const axis = ticks.map(({ textContent }) => textContent).join(' ');
      if (axis !== seen.axes.at(-1)) seen.axes.push(axis);
      seen.empty ||= card.querySelector('.chart-empty, .card-skeleton') !== null || ticks.length === 0;
      requestAnimationFrame(look);
    };
    look();
  });
  const slider = page.locator('[data-setting=m] input[type=range]');
  await slider.focus();
  for (let k = 0; k < 12; k++) await slider.press('ArrowRight');
  await lab.done();
  const { axes, empty } = await page.evaluate(() => (window as unknown as { seen: Seen }).seen);
  expect(empty).toBe(false);
  // Twelve settings, which may each need more room than the last.
  expect(axes.length - 1).toBeLessThanOrEqual(12);

  await page.waitForTimeout(1_100);
  await page.evaluate(() => {
    const { axes: all } = (window as unknown as { seen: { axes: string[] } }).seen;
    all.splice(0, all.length - 1);
  });
  await slider.press('PageDown');
  await lab.done();
  const settled = await page.evaluate(() => (window as unknown as { seen: Seen }).seen.axes.length - 1);
  expect(settled).toBeLessThanOrEqual(1);
});

test('a change leaves the run before on every chart over time, and Escape clears it', async ({ lab }) => {
  const { page } = lab;
  await lab.openDone('v=1&runs=2&T=20&at=20');
  const named = lab.card('Training loss').locator('.chart-before');
  await expect(named).toHaveCount(0);
  const top = await lab.card('Training loss').locator('.chart-plot').boundingBox();
  await page.locator('[data-setting=m] input[type=range]').press('PageDown');
  await expect(named).toHaveText('before: m = 100');
  await expect(lab.card('Stable rank').locator('.chart-before')).toBeVisible();
  // What says so takes no room from the chart.
  expect(await lab.card('Training loss').locator('.chart-plot').boundingBox()).toEqual(top);
  await page.keyboard.press('Escape');
  await expect(named).toHaveCount(0);
});

test('what means show of the runs is chosen once, named below the charts, and in the link', async ({
  lab,
}) => {
  await lab.openDone('v=1&runs=2&T=20&at=20');
  const foot = lab.card('Stable rank').locator('.chart-foot');
  await expect(foot).toContainText('mean ± 3 sd of 2 runs');
  await lab.page.getByText('Least to most', { exact: true }).click();
  await expect(foot).toContainText('least to most of 2 runs');
  await expect(lab.card('Training loss').locator('.chart-foot')).toContainText('least to most of 2 runs');
  await expect.poll(() => lab.hash()).toContain('band=range');
});

test('a table has a row for every epoch, opens at the playhead and is scrolled by keys', async ({ lab }) => {
  const { page } = lab;
  await lab.openDone('v=1&runs=1&T=2000&at=1234');
  await page.getByRole('button', { name: 'Show Training loss as a table' }).click();
  const card = lab.card('Training loss');
  await expect(card.getByRole('table')).toHaveAttribute('aria-rowcount', '2002');
  await expect(card.locator('tr[aria-current=step] td').first()).toHaveText('1,234');
  expect(await card.locator('tr').count()).toBeLessThan(60);
  await card.getByRole('region').press('Home');
  await expect(card.locator('tr[aria-rowindex="2"] td').first()).toHaveText('0');
  expect(await lab.epoch()).toBe(1_234);
});

test('with log t on, every chart over time has it, and the scrubber', async ({ lab }) => {
  await lab.openDone('v=1&runs=1&T=20&at=20&tx=log');
  for (const title of ['Stable rank', 'Training loss', 'Norms of the weights']) {
    const card = lab.card(title);
    await card.scrollIntoViewIfNeeded();
    await expect(card.locator('.chart-axis-broken')).toHaveCount(1);
  }
  await lab.page.getByRole('button', { name: 'log t' }).click();
  await expect(lab.card('Norms of the weights').locator('.chart-axis-broken')).toHaveCount(0);
});
