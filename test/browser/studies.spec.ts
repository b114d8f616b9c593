import { expect, test } from './lab-page.ts';

const SLOPES = 'v=1&ax=g~0~0.25~1&runs=2&T=40&n=6&m=20&d=100&at=40';

test('a legend says the axis once, and a pressed entry brings its value to the front without computing', async ({
  lab,
}) => {
  await lab.openDone(`${SLOPES}&g=0`);
  const before = await lab.fingerprint();
  const card = lab.card('Training loss');
  await expect(card.locator('.chart-legend-title')).toHaveText('γ');
  await expect(card.locator('.chart-legend-press')).toHaveText([/^0/, /^0\.25/, /^1/]);
  await card.locator('.chart-legend-press').nth(1).click();
  await expect(card.locator('.chart-legend-press').nth(1)).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => lab.hash()).toContain('g=0.25');
  expect(await lab.fingerprint()).toBe(before);
});

test('a pressed curve comes to the front, and a drag that begins on it scrubs', async ({ lab }) => {
  await lab.openDone(`${SLOPES}&g=0`);
  const card = lab.card('Training loss');
  const plot = card.locator('.chart-plot');
  const box = (await plot.boundingBox())!;
  const x = box.x + 0.8 * box.width;
  // Down the plot until the pointer is on the lowest curve, which is not the one in front.
  let y = box.y + box.height - 20;
  for (; y > box.y; y -= 2) {
    await lab.page.mouse.move(x, y);
    if ((await plot.getAttribute('data-on-curve')) !== null) break;
  }
  await lab.page.mouse.down();
  await lab.page.mouse.up();
  await expect(card.locator('.chart-legend-press').nth(2)).toHaveAttribute('aria-pressed', 'true');
  await lab.page.mouse.down();
  await lab.page.mouse.move(x - 60, y, { steps: 4 });
  await lab.page.mouse.up();
  await expect(lab.epochReadout).toContainText(/epoch (?!40)\d+ of 40/);
  await expect(card.locator('.chart-legend-press').nth(2)).toHaveAttribute('aria-pressed', 'true');
});

test('all pictures of a matrix are shown on request, each with its name, and the link keeps it', async ({
  lab,
}) => {
  await lab.open(`${SLOPES}&big=rho`);
  await lab.fingerprint();
  await lab.page.getByText('in front', { exact: true }).click();
  await expect(lab.page.locator('.matrix-run')).toHaveText([/γ = 0,/]);
  await lab.page.getByText('all', { exact: true }).click();
  await expect(lab.page.locator('.matrix-run')).toHaveText([/γ = 0,/, /γ = 0\.25,/, /γ = 1,/]);
  await expect.poll(() => lab.hash()).toContain('mult=all');
});

test('an enlarged chart has a panel for each value of the second axis, all on the same axes', async ({
  lab,
}) => {
  await lab.open(`${SLOPES}&ay=s0~0.001~0.01&big=stable-rank`);
  await lab.fingerprint();
  const panels = lab.page.locator('.axis-multiple');
  await expect(panels.locator('.axis-multiple-name')).toHaveText(['σ₀ = 0.001', 'σ₀ = 0.01']);
  const ticks = (panel: number) =>
    panels.nth(panel).locator('.chart-axes text[text-anchor=end]').allTextContents();
  expect(await ticks(0)).toEqual(await ticks(1));
});
