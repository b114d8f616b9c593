import { expect, test, type LabPage } from './lab-page.ts';

const leaks = (lab: LabPage) => lab.page.getByRole('slider', { name: /Leak/ });
const legend = (lab: LabPage) =>
  lab.card('Training loss').locator('.chart-legend li:not(.chart-legend-title, .chart-aside)');

test('⋔ makes a slider several thumbs and a chart as many curves; a thumb is dragged past another, and undone in one step', async ({
  lab,
}) => {
  const { page } = lab;
  await lab.openDone('v=1&runs=1');
  await page.getByRole('button', { name: 'Vary γ' }).click();
  await expect(leaks(lab)).toHaveCount(5);
  await lab.done();
  await expect(legend(lab)).toHaveCount(5);
  await expect.poll(() => lab.hash()).toContain('ax=g~0~0.1~0.25~0.5~1');
  const front = page.getByRole('slider', { name: /Leak.*in front/ });
  await expect(front).toHaveAttribute('aria-valuetext', '0.1');

  const box = (await leaks(lab).nth(3).locator('xpath=..').boundingBox())!;
  const to = (await leaks(lab).nth(1).locator('xpath=..').boundingBox())!;
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, y);
  await page.mouse.down();
  // Pressed, it is in front.
  await expect(front).toHaveAttribute('aria-valuetext', '0.5');
  await page.mouse.move(to.x + to.width / 2 + 15, y, { steps: 8 });
  // Held, it has passed another: its curve keeps its place, and the others stayed.
  await expect.poll(() => lab.hash()).toMatch(/ax=g~0~0\.1~0\.25~0\.1\d~1/);
  await page.mouse.up();
  await expect.poll(() => lab.hash()).toMatch(/ax=g~0~0\.1~0\.1\d~0\.25~1/);
  await lab.done();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => lab.hash()).toContain('ax=g~0~0.1~0.25~0.5~1');
  await expect(front).toHaveAttribute('aria-valuetext', '0.1');
});

test('the arrow keys move a thumb past its neighbour with the focus, and Enter brings one to the front', async ({
  lab,
}) => {
  const { page } = lab;
  await lab.openDone('v=1&runs=1&ax=g~0.1~0.11~0.5');
  await leaks(lab).nth(0).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => lab.hash()).toContain('ax=g~0.11~0.12~0.5');
  await expect(leaks(lab).nth(1)).toBeFocused();
  await leaks(lab).nth(2).focus();
  await page.keyboard.press('Enter');
  await expect(leaks(lab).nth(2)).toHaveAccessibleName(/in front/);
  await expect(page.getByRole('textbox', { name: /Leak.*typed value/ })).toHaveValue('0.5');
});

test('values are typed as a list; a wrong one is named, stays as typed, and outlives its popup', async ({
  lab,
}) => {
  const { page } = lab;
  await lab.openDone('v=1&runs=1&ax=g~0.1~0.5');
  const open = page.getByRole('button', { name: /^Values of leak γ/ });
  await open.click();
  const list = page.getByRole('textbox', { name: 'A list' });
  await expect(list).toHaveValue('0.1, 0.5');
  await list.fill('0, 0.1, 2');
  await list.press('Enter');
  await expect(page.getByRole('alert').getByText('γ = 2 is above 1')).toBeVisible();
  await page.keyboard.press('Escape');
  await open.click();
  await expect(list).toHaveValue('0, 0.1, 2');
  await list.fill('0; 0.05 0.1, 0.25, 0.5, 0.75, 1');
  await list.press('Enter');
  await expect(leaks(lab)).toHaveCount(7);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(leaks(lab)).toHaveCount(2);
});

test('a choice that is varied has its options to tick; a second ⋔ is the second axis, they can be swapped, and a third is refused', async ({
  lab,
}) => {
  const { page } = lab;
  await lab.openDone('v=1&runs=1&T=5');
  await page.getByRole('button', { name: 'Vary φ' }).click();
  const ticks = page.getByRole('group', { name: /Activation.*values/ });
  await ticks.getByRole('checkbox', { name: 'Power of ReLU' }).uncheck();
  await expect.poll(() => lab.hash()).toContain('ax=act~leaky-relu~smooth-leaky-relu');
  await page.getByRole('button', { name: 'Vary γ' }).click();
  await page.getByRole('button', { name: 'Swap: a curve for each γ' }).click();
  await expect.poll(() => lab.hash()).toMatch(/ax=g~.*ay=act~/);
  await page.getByRole('button', { name: 'Vary η' }).click();
  await expect(page.getByText('η is not varied')).toBeVisible();
  await page.getByRole('button', { name: 'Vary φ' }).click();
  await expect.poll(() => lab.hash()).not.toContain('ay=');
});

test('a run is pinned, named and moved, comes with the link, and is taken back', async ({ lab }) => {
  const { page } = lab;
  await lab.openDone('v=1&runs=1&T=5');
  await page.getByRole('button', { name: 'Pin what is in front' }).click();
  await page.keyboard.press('k');
  await expect(page.getByText('This is pinned already')).toBeVisible();
  const leak = page.getByRole('textbox', { name: /Leak.*typed value/ });
  await leak.fill('0.5');
  await leak.press('Enter');
  await page.getByRole('button', { name: 'Pin what is in front' }).click();
  const pins = page.getByRole('button', { name: /^Pinned/ });
  await pins.click();
  await page.getByRole('textbox', { name: 'Name of pin 1' }).fill('the first one ');
  await page.getByRole('button', { name: 'Move the first one down' }).click();
  await expect(page.getByRole('button', { name: 'Move the first one up' })).toBeFocused();
  await expect(legend(lab).getByText('the first one')).toBeVisible();
  await expect.poll(() => lab.hash()).toContain('p2=');

  await page.reload();
  await lab.done();
  await expect(pins).toHaveAccessibleName('Pinned: pinned; the first one');
  await pins.click();
  const grip = (k: number) => page.locator('.pin-grip').nth(k);
  const [from, to] = [await grip(1).boundingBox(), await grip(0).boundingBox()];
  await page.mouse.move(from!.x + 5, from!.y + 10);
  await page.mouse.down();
  await page.mouse.move(to!.x + 5, to!.y + 10, { steps: 3 });
  await page.mouse.move(from!.x + 5, from!.y + 10, { steps: 3 });
  await page.mouse.move(to!.x + 5, to!.y + 10, { steps: 3 });
  await page.mouse.up();
  await expect(page.getByRole('textbox', { name: 'Name of pin 1' })).toHaveValue('the first one');
  // However often it passed the other, it is one step.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect(pins).toHaveAccessibleName('Pinned: pinned; the first one');
  await pins.click();
  await page.getByRole('button', { name: 'Use the first one' }).click();
  await expect(leak).toHaveValue('0.1');
  await page.getByRole('button', { name: 'Remove the first one' }).click();
  await expect(page.getByRole('textbox', { name: 'Name of pin 2' })).toHaveCount(0);
});

test('what was looked at is listed with a small picture after a reload, brought back, and forgotten', async ({
  lab,
}) => {
  const { page } = lab;
  await lab.openDone('v=1&runs=1&T=20&ax=g~0.1~0.37');
  const recent = page.getByRole('button', { name: 'Recent studies' });
  const listed = page.getByRole('dialog').getByRole('button', { name: /γ 0\.1, 0\.37/ });
  // Opened before anything is kept, the list follows what is.
  await recent.click();
  await expect(listed.first().locator('polyline')).toHaveCount(2);

  // Another address, and the page anew: as after a crash.
  await page.goto('about:blank');
  await lab.openDone('v=1&runs=1&T=5');
  await recent.click();
  await listed.first().click();
  await expect.poll(() => lab.hash()).toContain('ax=g~0.1~0.37');
  await lab.done();
  await recent.click();
  await page.getByRole('button', { name: 'Forget all' }).click();
  await expect(listed).toHaveCount(0);
});

test('without a database the list says so, and nothing else is wrong', async ({ lab }) => {
  const { page } = lab;
  await page.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined });
  });
  await lab.openDone('v=1&runs=1&T=5');
  await page.getByRole('button', { name: 'Recent studies' }).click();
  await expect(page.getByText('This browser keeps nothing here')).toBeVisible();
});
