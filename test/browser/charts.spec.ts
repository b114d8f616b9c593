import { expect, test } from './lab-page.ts';

test('hovering one chart over time shows the same epoch in the others', async ({ lab }) => {
  await lab.openDone('v=1&runs=2&at=20');
  const plot = lab.card('Stable rank').getByRole('img');
  const box = (await plot.boundingBox())!;
  await lab.page.mouse.move(box.x + box.width * 0.75, box.y + box.height / 2);
  // Matrix pictures have their own, fewer epochs.
  const charts = lab.page.locator('.chart').filter({ has: lab.page.locator('.chart-window') });
  await expect(charts.locator('.chart-moment').first()).toHaveText('epoch 37');
  await expect.poll(() => charts.count()).toBeGreaterThan(3);
  const moments = await charts.locator('.chart-moment').allInnerTexts();
  expect(new Set(moments)).toEqual(new Set(['epoch 37']));
  expect(await charts.locator('.chart-hover:visible').count()).toBe(await charts.count());
  // The playhead stays where it was.
  expect(await lab.epoch()).toBe(20);

  await lab.page.mouse.move(1, 1);
  await expect(lab.card('Training loss').locator('.chart-moment')).toHaveText('epoch 20');
});

test('a chart can be scrubbed, and the playhead follows', async ({ lab }) => {
  await lab.openDone('v=1&runs=2&at=20');
  const box = (await lab.card('Stable rank').getByRole('img').boundingBox())!;
  await lab.page.mouse.click(box.x + box.width * 0.9, box.y + box.height / 2);
  await expect.poll(() => lab.epoch()).toBeGreaterThan(30);
});

test('a chart is enlarged with a player of its own, is in the link, and Escape closes it', async ({
  lab,
}) => {
  await lab.openDone('v=1&runs=2&at=20');
  const enlarge = lab.page.getByRole('button', { name: 'Enlarge Stable rank' });
  await enlarge.click();
  const chart = lab.card('Stable rank');
  await expect(lab.page.getByRole('group', { name: 'Player' })).toBeVisible();
  await expect.poll(() => lab.hash()).toContain('big=stable-rank');
  const box = (await chart.getByRole('img').first().boundingBox())!;
  expect(box.width).toBeGreaterThan(1_000);
  await lab.page.keyboard.press('Escape');
  await expect.poll(() => lab.hash()).not.toContain('big=');
  // Where it was among the others.
  await expect(enlarge).toBeFocused();
  await expect(enlarge).toBeInViewport();
});

test('beside an enlarged chart its sliders are at hand', async ({ lab }) => {
  await lab.open('v=1&runs=1&big=stable-rank');
  const before = await lab.fingerprint();
  const slider = lab.page.getByRole('slider', { name: /Leak/ });
  await slider.focus();
  await slider.press('ArrowRight');
  await expect.poll(() => lab.fingerprintNow()).not.toBe(before);
  await expect(lab.card('Stable rank').getByRole('img').first()).toBeVisible();
});

test('a chart is shown as a table with the same numbers', async ({ lab }) => {
  await lab.openDone('v=1&runs=1&T=50');
  const [epoch, positive] = await lab.lastTableRow('Stable rank');
  expect(epoch).toBe('50');
  expect(Number(positive)).toBeGreaterThanOrEqual(1);
  expect(Number(positive)).toBeLessThan(2);
});

test('every chart says what it shows: in words, cell by cell, and as a formula set in mathematics', async ({
  lab,
}) => {
  await lab.openDone('v=1&runs=1&at=50');
  for (const card of await lab.page.locator('[data-panel]').all()) {
    // Charts out of sight are not drawn.
    await card.scrollIntoViewIfNeeded();
    const label = await card.getByRole('img').first().getAttribute('aria-label');
    expect(label?.length).toBeGreaterThan(20);
  }

  const card = lab.card('Coefficients ρ');
  await card.scrollIntoViewIfNeeded();
  const box = (await card.getByRole('img').boundingBox())!;
  // Not the middle: classes and labels are set apart there.
  await card.getByRole('img').hover({ position: { x: box.width / 4, y: box.height / 4 } });
  await expect(card).toContainText(/neuron [+−]\d+/);
  await expect(card).toContainText(/ρ = /);

  await lab.page.getByRole('button', { name: 'Formula of Stable rank' }).click();
  await expect(lab.page.locator('.katex').first()).toBeVisible();
});

test('with a logarithmic time axis all charts over time change together', async ({ lab }) => {
  await lab.openDone('v=1&runs=1&at=20');
  await lab.page.getByRole('button', { name: 'log t' }).click();
  await expect.poll(() => lab.hash()).toContain('tx=log');
  await lab.page.reload();
  await expect(lab.page.getByRole('button', { name: 'log t' })).toHaveAttribute('aria-pressed', 'true');
});
