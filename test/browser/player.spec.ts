import { expect, test } from './lab-page.ts';

test.beforeEach(async ({ lab }) => {
  await lab.openDone('v=1&runs=1&at=20');
  await expect.poll(() => lab.epoch()).toBe(20);
});

test('arrow keys step, Home and End go to the ends, Space plays and pauses', async ({ lab }) => {
  const { keyboard } = lab.page;
  await keyboard.press('ArrowRight');
  await expect.poll(() => lab.epoch()).toBe(21);
  await keyboard.press('ArrowLeft');
  await keyboard.press('ArrowLeft');
  await expect.poll(() => lab.epoch()).toBe(19);
  await keyboard.press('Shift+ArrowRight');
  await expect.poll(() => lab.epoch()).toBe(29);
  await keyboard.press('End');
  await expect.poll(() => lab.epoch()).toBe(50);
  await keyboard.press('Home');
  await expect.poll(() => lab.epoch()).toBe(0);

  await keyboard.press('Space');
  await expect.poll(() => lab.epoch()).toBeGreaterThan(1);
  await keyboard.press('Space');
  await expect(lab.page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  const rested = await lab.epoch();
  await lab.page.waitForTimeout(500);
  expect(await lab.epoch()).toBe(rested);
});

test('keys that are typed into a field do not move the player', async ({ lab }) => {
  const typed = lab.page.getByRole('textbox', { name: /Training points/ });
  await typed.focus();
  await typed.press('ArrowLeft');
  await typed.press('Home');
  expect(await lab.epoch()).toBe(20);
});

test('the scrubber goes to where it is dragged', async ({ lab }) => {
  const scrubber = lab.page.getByRole('slider', { name: 'Epoch', exact: true });
  const bar = lab.page.getByRole('group', { name: 'Player' });
  const thumb = (await scrubber.locator('xpath=..').boundingBox())!;
  await lab.page.mouse.move(thumb.x + thumb.width / 2, thumb.y + thumb.height / 2);
  await lab.page.mouse.down();
  await lab.page.mouse.move(thumb.x + 4_000, thumb.y + thumb.height / 2, { steps: 8 });
  await lab.page.mouse.up();
  await expect.poll(() => lab.epoch()).toBe(50);
  await expect(bar).toBeVisible();
});

test('a looping player starts again at the end', async ({ lab }) => {
  await lab.page.getByRole('button', { name: /Loop/ }).click();
  await lab.page.getByRole('combobox', { name: 'Speed' }).click();
  await lab.page.getByRole('option', { name: '×8' }).click();
  await lab.page.getByRole('button', { name: 'Play', exact: true }).click();
  const seen: number[] = [];
  await expect
    .poll(async () => {
      seen.push(await lab.epoch());
      return seen.some((epoch, i) => i > 0 && epoch < seen[i - 1]!);
    })
    .toBe(true);
  await expect(lab.page.getByRole('button', { name: 'Pause' })).toBeVisible();
});

test('a page that is left open asks for no frames, and draws again when something moves', async ({ lab }) => {
  await lab.page.evaluate(() => {
    const request = window.requestAnimationFrame.bind(window);
    Object.assign(window, { framesAsked: 0 });
    window.requestAnimationFrame = (callback) => {
      (window as unknown as { framesAsked: number }).framesAsked++;
      return request(callback);
    };
  });
  const asked = (): Promise<number> =>
    lab.page.evaluate(() => (window as unknown as { framesAsked: number }).framesAsked);
  await expect
    .poll(
      async () => {
        const before = await asked();
        await lab.page.waitForTimeout(500);
        return (await asked()) - before;
      },
      { timeout: 15_000 },
    )
    .toBe(0);

  const reading = lab.card('Training loss').locator('.chart-reading').first();
  const before = await reading.innerText();
  await lab.page.keyboard.press('End');
  await expect(reading).not.toHaveText(before);
  const points = lab.page.getByRole('textbox', { name: /Training points/ });
  const loss = await reading.innerText();
  await lab.page.waitForTimeout(3_000);
  await points.fill('12');
  await points.press('Enter');
  await expect(reading).not.toHaveText(loss);
});
