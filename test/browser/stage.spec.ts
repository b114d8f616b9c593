import { accessibilityProblems } from './accessibility.ts';
import { expect, test, type LabPage } from './lab-page.ts';

const LINK = 'v=1&runs=2&at=50';

/** Into lecture mode with a computed run. */
async function lecture(lab: LabPage, link = LINK): Promise<void> {
  await lab.openDone(link);
  await lab.page.keyboard.press('l');
  await expect(lab.page.locator('.stage-chart .chart-veil').first()).toBeVisible();
  await lab.page.evaluate(() => document.fonts.ready);
}

/** What of the screen is plot, how small the smallest text of a chart is, and what is cut. */
const measure = ({ page }: LabPage) =>
  page.evaluate(() => {
    const area = window.innerWidth * window.innerHeight;
    const boxes = (selector: string): DOMRect[] =>
      [...document.querySelectorAll(selector)].map((element) => element.getBoundingClientRect());
    const plots = boxes('.stage-chart :is(.chart-plot, .matrix-plot)');
    const texts = [...document.querySelectorAll('.stage-chart *')].filter(
      (element) =>
        element.checkVisibility() &&
        element.closest('.visually-hidden') === null &&
        [...element.childNodes].some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue!.trim() !== ''),
    );
    return {
      share: plots.reduce((sum, { width, height }) => sum + width * height, 0) / area,
      text: Math.min(...texts.map((e) => parseFloat(getComputedStyle(e).fontSize))) / window.innerHeight,
      cut: [...document.querySelectorAll('.stage-chart, .stage-title span, .dock, .field, .player')]
        .filter((e) => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).display !== 'inline')
        .map((e) => e.outerHTML.slice(0, 100)),
      outside: boxes('.stage-chart, .dock > *:not([popover]), .player > *').filter(
        (box) => box.left < 0 || box.top < 0 || box.right > innerWidth || box.bottom > innerHeight,
      ).length,
      pageOverflow: document.documentElement.scrollHeight - innerHeight,
    };
  });

for (const [width, height] of [
  [1280, 720],
  [1024, 768],
  [1920, 1080],
] as const) {
  test.describe(`a lecture at ${width} × ${height}`, () => {
    test.use({ viewport: { width, height } });

    test(`at ${width} × ${height} half of a lecture’s screen is chart, in large type, and nothing is cut`, async ({
      lab,
    }) => {
      await lecture(lab);
      await expect.poll(async () => (await measure(lab)).share).toBeGreaterThan(0.5);
      const seen = await measure(lab);
      expect(seen.text).toBeGreaterThan(0.024);
      expect(seen.cut).toEqual([]);
      expect(seen.outside).toBe(0);
      expect(seen.pageOverflow).toBe(0);
      expect(await accessibilityProblems(lab)).toEqual([]);
    });
  });
}

test('a lecture shows the charts and sliders chosen for it, also after a reload, and no link has them', async ({
  lab,
}) => {
  await lecture(lab);
  const { page } = lab;
  await page.getByRole('combobox', { name: 'Chart' }).nth(1).click();
  await page.getByRole('option', { name: 'Margins of the training points' }).click();
  await page.getByRole('button', { name: 'Choose sliders' }).click();
  const list = page.getByRole('dialog', { name: 'Choose sliders' });
  // Four are taken: another has to go first.
  await expect(list.getByRole('checkbox', { name: /Training points/ })).toBeDisabled();
  await list.getByRole('checkbox', { name: /Leak/ }).uncheck();
  await list.getByRole('checkbox', { name: /Training points/ }).check();
  await page.keyboard.press('Escape');
  // It closed the list, not the lecture.
  await expect(list).toBeHidden();

  const asChosen = async (): Promise<void> => {
    await expect(lab.card('Margins of the training points')).toBeVisible();
    await expect(lab.card('Stable rank')).toBeVisible();
    await expect(page.getByRole('slider', { name: /Training points/ })).toBeVisible();
    await expect(page.getByRole('slider', { name: /Leak/ })).toHaveCount(0);
  };
  await asChosen();
  await page.reload();
  await asChosen();
  expect(lab.hash()).not.toContain('lect');
});

test('a lecture is led by keys: one experiment to the next, and back to the page', async ({ lab }) => {
  await lecture(lab, 'v=1&at=50');
  const { page } = lab;
  const first = lab.hash();
  await page.keyboard.press('PageDown');
  await expect.poll(() => lab.hash()).not.toBe(first);
  const second = lab.hash();
  await page.keyboard.press('n');
  await expect.poll(() => lab.hash()).not.toBe(second);
  await page.keyboard.press('p');
  await expect.poll(() => lab.hash().replace(/&at=\d+/, '')).toBe(second.replace(/&at=\d+/, ''));
  await page.keyboard.press('Escape');
  await expect(lab.status).toBeVisible();
});

test('after a slider was dragged the presenter’s keys are not the slider’s', async ({ lab }) => {
  await lecture(lab);
  const { page } = lab;
  const before = await lab.fingerprint();
  const box = (await page.getByRole('slider', { name: /Leak/ }).locator('xpath=..').boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect.poll(() => lab.hash()).toContain('g=');
  const typed = await page.getByRole('textbox', { name: /Leak/ }).inputValue();
  expect(typed).not.toBe('0.1');
  await expect.poll(() => lab.fingerprintNow()).not.toBe(before);
  await lab.fingerprint();
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('textbox', { name: /Leak/ })).toHaveValue(typed);
  await expect.poll(() => lab.epoch()).toBe(49);
});

test('F and the button fill the screen, and L typed into a field is a letter', async ({ lab }) => {
  await lecture(lab);
  const { page } = lab;
  const isFull = (): Promise<boolean> => page.evaluate(() => document.fullscreenElement !== null);
  await page.keyboard.press('f');
  await expect.poll(isFull).toBe(true);
  await page.getByRole('button', { name: 'Leave full screen' }).click();
  await expect.poll(isFull).toBe(false);

  const typed = page.getByRole('textbox', { name: /Leak/ });
  await typed.focus();
  await page.keyboard.press('l');
  await expect(typed).toHaveValue('l');
  await expect(page.getByRole('button', { name: 'Leave lecture mode' })).toBeVisible();
});
