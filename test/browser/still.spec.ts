import { expect, test } from './lab-page.ts';

test('∞ goes on with a flow until its direction stands still, in one step of undo, and stops when it is pressed again', async ({
  lab,
}) => {
  const { page } = lab;
  await lab.openDone('v=1&by=flow&g=0.5&m=5&d=100&runs=1&T=20&lt=800');
  const training = page.getByRole('region', { name: 'Training' });
  const end = training.getByRole('textbox', { name: 'End of the flow log t, typed value' });
  const goOn = training.getByRole('button', { name: 'Go on until the direction stands still' });
  await goOn.focus();
  await page.keyboard.press('Enter');
  const told = training.getByRole('status').filter({ hasText: /./ });
  await expect(told).toContainText(/The direction stands still to 10⁻⁴ from log t = [\d,]+ on\./);
  const [, come] = /log t = ([\d,]+) on/.exec((await told.textContent()) ?? '')!;
  await expect(end).toHaveValue(come!);
  await expect(page).toHaveURL(new RegExp(`lt=${come!.replaceAll(',', '')}`));
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(end).toHaveValue('800');

  // The player has it, too. Of a smooth activation all of C is integrated: it is left long before it is still.
  await lab.openDone('v=1&by=flow&act=smooth-leaky-relu&m=50&runs=1&T=20&lt=10');
  await page
    .getByRole('group', { name: 'Player' })
    .getByRole('button', { name: /^Go on until/ })
    .click();
  await training.getByRole('button', { name: 'Stop following the flow' }).click();
  await expect(goOn).toBeVisible();
  await expect(told).toHaveCount(0);
});
