import { expect, test } from './lab-page.ts';

test('the theory line counts what holds; pressed, a claim opens with its formula, its slack, what to turn and the link of a failure', async ({
  lab,
  context,
}) => {
  const { page } = lab;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await lab.openDone('v=1&act=relu&g=0&T=200&runs=2&tx=log');
  const line = page.getByTestId('theory-line');
  await expect(line).toContainText(/\d+ hold/, { timeout: 15_000 });
  await expect(line).toContainText('0 violated');
  await line.click();
  const panel = page.getByRole('complementary', { name: 'Theory' });
  await expect(panel.getByRole('heading', { name: 'Kou, Chen and Gu 2023' })).toBeVisible();
  await expect(panel).toContainText('on 2 runs');

  // A printed form that is wrong is seen to fail, and its link shows where.
  await panel
    .getByRole('button', { name: /Lemma B\.6 as printed|as printed/ })
    .first()
    .click();
  await expect.poll(() => lab.hash()).toMatch(/cl=kou-[a-z-]+-printed/);
  await expect(panel.locator('.katex').first()).toBeVisible();
  await expect(panel.getByTestId('claim-verdict')).toContainText(/Run with seed 1: violated at epoch \d+/);
  await panel.getByRole('button', { name: 'Copy the link that shows it' }).click();
  await expect(page.getByText('Link copied')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toContain('cl=kou-');
  expect(link).toContain('fp=');
  expect(new URLSearchParams(link.split('#')[1]).get('runs')).toBe('1');

  // What to turn is a press.
  await panel.getByRole('button', { name: /outside their assumptions/ }).click();
  const claim = panel.locator('.claim').first();
  await claim.getByRole('button').first().click();
  const turn = claim.getByRole('button', { name: /^Turn / }).first();
  const words = (await turn.innerText()).replace(/,/g, '');
  const [, symbol, value] = /^Turn (\S+) to ([\d.]+)/.exec(words)!;
  await turn.click();
  await expect.poll(() => new URLSearchParams(lab.hash()).get(symbol!)).toBe(value);
  await panel.getByRole('button', { name: 'Close the theory' }).click();
  await expect(panel).toHaveCount(0);
  await expect.poll(() => lab.hash()).not.toContain('cl=');
});
