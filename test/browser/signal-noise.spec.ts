import type { Locator } from '@playwright/test';
import { accessibilityProblems } from './accessibility.ts';
import { expect, test, type LabPage } from './lab-page.ts';

const LINK =
  'v=1&act=relu-power&m=10&a=1&data=signal-noise&n=20&d=400&mun=1&sp=1&test=200&eta=0.1&T=200&s0=0.01&reg=pegr&cmp=1&runs=2&until=120&at=200';

/** What a canvas shows, as text that differs when it does. */
const drawn = (canvas: Locator): Promise<string> =>
  canvas.evaluate((element) => (element as HTMLCanvasElement).toDataURL());

const front = ({ page }: LabPage, mode: string): Locator =>
  page.getByRole('radio', { name: mode, exact: true });

test.beforeEach(async ({ lab }) => {
  await lab.openDone(LINK);
});

test('data with a signal has its panels first, and only then', async ({ lab }) => {
  const titles = await lab.page.locator('[data-panel] h2').allInnerTexts();
  expect(titles.slice(0, 5)).toEqual([
    'Signal and noise',
    'Against what varies',
    'Test accuracy',
    'Signal against noise',
    'Coefficients of signal and noise',
  ]);
  await lab.openFacts();
  await expect(lab.facts).toContainText('‖μ‖ = 1');
  await expect(lab.facts).toContainText('‖μ‖/(σₚ√d) = 0.05');
  await lab.open('v=1&runs=1&at=50');
  await lab.page.reload();
  await lab.done();
  await expect(lab.card('Stable rank')).toBeVisible();
  await expect(lab.card('Signal and noise')).toHaveCount(0);
});

test('another mode comes to the front in all pictures at once, and nothing is computed anew', async ({
  lab,
}) => {
  const { page } = lab;
  const before = { fingerprint: await lab.fingerprint(), speed: await speedOf(lab) };
  await page.evaluate(() => {
    const states: string[] = [];
    Object.assign(window, { states });
    const status = document.querySelector('[data-testid=status]')!;
    new MutationObserver(() => states.push(status.textContent)).observe(status, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
  const curves = lab.card('Signal and noise').locator('canvas');
  const matrix = lab.card('Coefficients of signal and noise').locator('canvas').first();
  await matrix.scrollIntoViewIfNeeded();
  await expect(lab.card('Coefficients of signal and noise')).toContainText('PEGR, run 1 of 2');
  const [curvesBefore, matrixBefore] = [await drawn(curves), await drawn(matrix)];

  await expect(page.getByRole('group', { name: 'In front: regularisation R' })).toBeVisible();
  await front(lab, 'PEGR').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(front(lab, 'none')).toBeChecked();
  await expect(lab.card('Coefficients of signal and noise')).toContainText('no regularisation, run 1 of 2');
  expect(await drawn(matrix)).not.toBe(matrixBefore);
  expect(await drawn(curves)).not.toBe(curvesBefore);
  await expect(lab.card('Signal against noise').locator('[data-front]')).toHaveAttribute(
    'data-marker',
    'disc',
  );
  await expect.poll(() => lab.hash()).not.toContain('reg=pegr');

  await front(lab, 'PEGR').check();
  await expect(lab.card('Coefficients of signal and noise')).toContainText('PEGR, run 1 of 2');
  expect(await drawn(matrix)).toBe(matrixBefore);
  const states = await page.evaluate(() => (window as unknown as { states: string[] }).states);
  expect(states.filter((state) => state.includes('Computing'))).toEqual([]);
  expect({ fingerprint: await lab.fingerprint(), speed: await speedOf(lab) }).toEqual(before);
});

test('all pictures in sight show the new mode in the same frame', async ({ lab }) => {
  await lab.page.setViewportSize({ width: 1440, height: 1300 });
  // Both are there: each comes in a turn of its own, and the plane's code when it is first drawn.
  await expect(lab.page.locator('.trail-pane[data-front]')).toHaveAttribute('data-marker', 'triangle');
  await expect(lab.card('Coefficients of signal and noise')).toContainText('PEGR, run 1 of 2');
  // In every frame until they agree: which modes the pictures name.
  const frames = await lab.page.evaluate(async () => {
    const named = (): string =>
      [
        document.querySelector('.trail-pane[data-front]')?.getAttribute('data-marker'),
        document.querySelector('[data-panel=gamma-rho] .matrix-run')?.textContent.slice(0, 3).toLowerCase(),
      ].join();
    const seen = [named()];
    document.querySelector<HTMLInputElement>('[data-testid=front-reg] [value=fgr]')!.click();
    while (seen.at(-1) !== 'square,fgr' && seen.length < 60) {
      await new Promise(requestAnimationFrame);
      seen.push(named());
    }
    return seen;
  });
  expect(new Set(frames)).toEqual(new Set(['triangle,peg', 'square,fgr']));
});

test('where the penalties go off is marked on charts over time and on the scrubber', async ({ lab }) => {
  const mark = lab.card('Signal and noise').locator('[data-mark]');
  await expect(mark).toHaveText('PEGR and FGR off');
  const line = (await lab.card('Signal and noise').locator('line.chart-event').boundingBox())!;
  const plot = (await lab.card('Signal and noise').locator('.chart-window').boundingBox())!;
  // Epoch 120 of 200, to the pixel.
  expect(Math.abs(line.x - (plot.x + 0.6 * plot.width))).toBeLessThan(2);
  await expect(lab.page.getByTestId('scrubber-mark')).toHaveText('PEGR and FGR off');
  await expect(lab.page.getByRole('slider', { name: 'Epoch', exact: true })).toHaveAttribute(
    'aria-valuetext',
    /PEGR and FGR off/,
  );
  await lab.card('Signal against noise').scrollIntoViewIfNeeded();
  await expect(lab.card('Signal against noise')).toContainText('PEGR and FGR off at epoch 120');
  // A picture of one run has the mark of its own mode.
  await lab.card('Margins of the training points').scrollIntoViewIfNeeded();
  await expect(lab.card('Margins of the training points').locator('[data-mark]')).toHaveText('PEGR off');
});

test('a neuron under the pointer is read out in all three panes and lights up in the heat map', async ({
  lab,
}) => {
  const card = lab.card('Signal against noise');
  // Charts out of sight are not drawn.
  await card.scrollIntoViewIfNeeded();
  const plot = card.locator('[data-marker=disc] .trail-plot');
  await plot.scrollIntoViewIfNeeded();
  const box = (await plot.boundingBox())!;
  const reading = card.locator('[data-marker=disc] .trail-reading');
  // Without a penalty neurons go straight up, at signal 0; somewhere there the pointer finds one.
  await expect
    .poll(async () => {
      for (let x = 0.1; x < 1; x += 0.05) {
        await lab.page.mouse.move(box.x + x * box.width, box.y + 0.5 * box.height);
        if (/signal/.test(await reading.innerText())) break;
      }
      return reading.innerText();
    })
    .toMatch(/neuron [+−]\d+:\s+signal −?[\d.]+, noise −?[\d.]+/);
  const [neuron] = (await reading.innerText()).split(':');
  for (const marker of ['triangle', 'square'])
    await expect(card.locator(`[data-marker=${marker}] .trail-reading`)).toContainText(`${neuron}:`);
  const rho = lab.card('Coefficients of signal and noise');
  await expect(rho.locator('.matrix-tip')).toContainText('signal coefficient = ');
  await expect(rho.locator('.matrix-tip')).toContainText(neuron!);
  await expect(rho.locator('.matrix-cell')).toBeVisible();
});

test('the picture of coefficients reads signal and noise apart, and PEGR learns the signal where training without it does not', async ({
  lab,
}) => {
  const card = lab.card('Coefficients of signal and noise');
  const picture = card.getByRole('img');
  await picture.scrollIntoViewIfNeeded();
  const box = (await picture.boundingBox())!;
  await picture.hover({ position: { x: 20, y: box.height / 4 } });
  await expect(card.locator('.matrix-tip')).toHaveText(/^signal coefficient = .*neuron \+\d+$/);
  await picture.hover({ position: { x: 0.4 * box.width, y: box.height / 4 } });
  await expect(card.locator('.matrix-tip')).toHaveText(/^ρ = .*neuron \+\d+, sample \d+ \(y = \+1\)$/);

  const [epoch, none, pegr] = await lab.lastTableRow('Test accuracy');
  expect(epoch).toBe('200');
  expect(parseFloat(pegr!)).toBeGreaterThan(parseFloat(none!));
});

test('axe-core finds nothing serious in the page of compared modes, light and dark', async ({ lab }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await lab.page.emulateMedia({ colorScheme });
    expect(await accessibilityProblems(lab), colorScheme).toEqual([]);
  }
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the plane has all the room for the mode in front, and nothing scrolls sideways', async ({ lab }) => {
    await lab.card('Signal against noise').scrollIntoViewIfNeeded();
    const panes = lab.card('Signal against noise').locator('.trail-pane');
    await expect(panes).toHaveCount(1);
    await expect(panes).toHaveAttribute('data-marker', 'triangle');
    const overflow = await lab.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await front(lab, 'FGR').check();
    // The choice is at the top: panels out of sight rest.
    await lab.card('Signal against noise').scrollIntoViewIfNeeded();
    await expect(panes).toHaveAttribute('data-marker', 'square');
  });
});

const speedOf = ({ page }: LabPage): Promise<number | null> =>
  page.evaluate(() => window.implicitBiasLab?.epochsPerSecond() ?? null);
