import { expect, test } from './lab-page.ts';

test('at every width nothing scrolls sideways and the player is in sight', async ({ lab }) => {
  const { page } = lab;
  await lab.openDone('v=1&runs=2&at=20');
  for (const width of [390, 1024, 1440, 2560]) {
    await page.setViewportSize({ width, height: width < 500 ? 844 : 900 });
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `at ${width}`).toBe(0);

    const player = page.getByRole('group', { name: 'Player' });
    await expect(player).toBeInViewport({ ratio: 1 });
    // What is seen at points of the player belongs to the player: nothing lies over it.
    const covered = await player.evaluate((element) => {
      const { left, top, width: across, height } = element.getBoundingClientRect();
      const shares = [0.02, 0.25, 0.5, 0.75, 0.98];
      return shares.flatMap((x) =>
        [0.1, 0.5, 0.9].flatMap((y) => {
          const seen = document.elementFromPoint(left + x * across, top + y * height);
          return seen !== null && element.contains(seen) ? [] : [seen?.outerHTML.slice(0, 120) ?? 'nothing'];
        }),
      );
    });
    expect(covered, `at ${width}`).toEqual([]);
    await expect(lab.bigStableRank).toBeVisible();
  }
});

test('under reduced motion the page does not play by itself', async ({ lab }) => {
  await lab.page.emulateMedia({ reducedMotion: 'reduce' });
  await lab.openDone();
  const epoch = await lab.epoch();
  await lab.page.waitForTimeout(1_000);
  expect(await lab.epoch()).toBe(epoch);
});

test('the theme can be chosen against the system’s', async ({ lab }) => {
  await lab.openDone('v=1&runs=1&at=20');
  const background = (): Promise<string> =>
    lab.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await background();
  await lab.page.getByRole('button', { name: 'Theme' }).click();
  await lab.page.getByRole('menuitemradio', { name: 'Dark' }).click();
  await expect.poll(background).not.toBe(light);
});
