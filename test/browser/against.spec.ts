import { expect, test } from './lab-page.ts';

const STUDY = 'v=1&n=6&d=60&m=8&T=40&runs=3&ax=g~0~0.25~1';

test('Against what varies a place is read by keyboard, brought to the front, and the outcome is in the link', async ({
  lab,
}) => {
  await lab.openDone(STUDY);
  const card = lab.page.locator('[data-panel=against]');
  await card.scrollIntoViewIfNeeded();
  const reading = card.getByTestId('against-reading');
  const plot = card.getByRole('img');
  await plot.focus();
  await lab.page.keyboard.press('ArrowRight');
  await expect(reading).toHaveText(/^γ = 0\.25: 1\.\d+ ± .+, 3 seeds$/);
  await lab.page.keyboard.press('Enter');
  await expect(lab.page.getByTestId('front-g').getByRole('radio', { name: 'γ = 0.25' })).toBeChecked();
  // The plot's own keys are not the player's.
  await lab.page.keyboard.press('ArrowRight');
  await expect(reading).toHaveText(/^γ = 1: /);

  await card.getByRole('combobox', { name: 'Moment' }).click();
  await lab.page.getByRole('option', { name: 'first epoch at or below' }).click();
  const threshold = card.getByRole('textbox', { name: 'Threshold' });
  await threshold.fill('1e-3');
  await threshold.press('Enter');
  await plot.focus();
  await lab.page.keyboard.press('ArrowLeft');
  await expect(reading).toHaveText('γ = 0: never, 3 seeds');
  await expect.poll(() => lab.page.url()).toContain('am=below&at0=0.001');
  expect(lab.complaints).toEqual([]);
});

test('At the playhead the outcome moves with it', async ({ lab }) => {
  await lab.openDone(`${STUDY}&am=playhead&ao=loss`);
  const reading = lab.page.locator('[data-panel=against]').getByTestId('against-reading');
  await lab.toEnd();
  await lab.page.locator('[data-panel=against]').scrollIntoViewIfNeeded();
  await expect(reading).toHaveText(/^γ = 0: 0\.\d+/);
  const end = await reading.innerText();
  await lab.page.getByRole('button', { name: 'To the start' }).click();
  await expect(reading).not.toHaveText(end);
});
