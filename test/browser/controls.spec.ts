import { expect, test } from './lab-page.ts';

test('a slider moved by keyboard computes the whole run anew and leaves the playhead where it is', async ({
  lab,
}) => {
  await lab.openDone('v=1&runs=2&at=30');
  await expect.poll(() => lab.epoch()).toBe(30);
  const before = await lab.fingerprint();
  const slider = lab.page.getByRole('slider', { name: /Leak/ });
  await slider.focus();
  await slider.press('ArrowRight');
  await slider.press('ArrowRight');

  await expect(lab.page.getByRole('textbox', { name: /Leak.*typed value/ })).toHaveValue('0.12');
  await expect.poll(() => lab.fingerprintNow()).not.toBe(before);
  await lab.done();
  expect(await lab.epoch()).toBe(30);
  await expect.poll(() => lab.hash()).toContain('g=0.12');
});

test('a logarithmic slider steps through numbers that people would type', async ({ lab }) => {
  await lab.openDone('v=1&runs=1&s0=0.001');
  const slider = lab.page.getByRole('slider', { name: /Initialisation scale/ });
  await slider.focus();
  await slider.press('ArrowLeft');
  await expect(lab.page.getByRole('textbox', { name: /Initialisation scale/ })).toHaveValue('0.00099');
});

test('dragging a slider redraws the run while it is held, and undo takes the whole drag back', async ({
  lab,
}) => {
  await lab.openDone('v=1&runs=1');
  const before = await lab.fingerprint();
  const thumb = lab.page.getByRole('slider', { name: /Leak/ });
  const box = (await thumb.locator('xpath=..').boundingBox())!;
  await lab.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await lab.page.mouse.down();
  for (let step = 1; step <= 20; step++) {
    await lab.page.mouse.move(box.x + box.width / 2 + 5 * step, box.y + box.height / 2);
  }
  // Still held: the new run is on screen already.
  await expect.poll(() => lab.fingerprintNow()).not.toBe(before);
  await lab.page.mouse.up();
  await lab.done();
  await lab.page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => lab.fingerprintNow()).toBe(before);
});

test('an invalid typed value gets a message that names the range, and the text is kept', async ({ lab }) => {
  await lab.openDone('v=1&runs=1');
  const before = await lab.fingerprint();
  const typed = lab.page.getByRole('textbox', { name: /Learning rate/ });
  await typed.fill('1e9');
  await typed.press('Enter');
  await expect(lab.page.getByText(/learning rate η = 1e9/)).toBeVisible();
  await expect(typed).toHaveValue('1e9');
  await expect(typed).toHaveAttribute('aria-invalid', 'true');
  expect(await lab.fingerprint()).toBe(before);

  await typed.fill('abc');
  await typed.press('Enter');
  await expect(lab.page.getByText(/“abc” is not a number/)).toBeVisible();
  await expect(typed).toHaveValue('abc');

  await typed.fill('2·10⁻¹');
  await typed.press('Enter');
  await expect(typed).toHaveValue('0.2');
  await expect.poll(() => lab.hash()).toContain('eta=0.2');
});

test('back and forward go through the changes of settings', async ({ lab }) => {
  await lab.openDone('v=1&runs=1');
  const typed = lab.page.getByRole('textbox', { name: /Training points/ });
  for (const value of ['15', '20']) {
    await typed.fill(value);
    await typed.press('Enter');
    await expect.poll(() => lab.hash()).toContain(`n=${value}`);
    // Changes of one setting within a second are one step.
    await lab.page.waitForTimeout(1_100);
  }
  await lab.page.goBack();
  await expect(typed).toHaveValue('15');
  await lab.page.goBack();
  await expect(typed).toHaveValue('10');
  await lab.page.goForward();
  await expect(typed).toHaveValue('15');
  await lab.done();
});

test('a preset sets the paper’s experiment', async ({ lab }) => {
  await lab.openDone();
  await lab.page.getByRole('combobox', { name: 'Experiment' }).click();
  await lab.page.getByRole('option', { name: /Does ReLU reach rank one/ }).click();
  await expect(lab.epochReadout).toContainText('of 1,000');
  await expect(lab.page.getByRole('textbox', { name: /Leak/ })).toHaveValue('0');
  await lab.page.getByRole('textbox', { name: /Training points/ }).fill('11');
  await lab.page.getByRole('textbox', { name: /Training points/ }).press('Enter');
  await expect(lab.page.getByRole('combobox', { name: 'Experiment' })).toContainText('Your own settings');
});

test('a penalty brings its strength and its end, with T₁ in both forms where the theorem has one', async ({
  lab,
}) => {
  const { page } = lab;
  await lab.openDone(
    'v=1&act=relu-power&m=5&a=1&data=signal-noise&mun=1&d=400&n=20&eta=0.02&s0=0.01&T=60&runs=1',
  );
  await expect(page.getByRole('textbox', { name: /Strength of/ })).toHaveCount(0);
  await page.getByRole('combobox', { name: /Regularisation/ }).click();
  await page.getByRole('option', { name: /PEGR/ }).click();
  await lab.done();
  await expect(page.getByRole('textbox', { name: /Strength of PEGR/ })).toHaveValue('0.0125');
  await expect(page.getByRole('textbox', { name: /Strength of FGR/ })).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: /Off from epoch/ })).toHaveValue('800');
  // m = 5, ±1: 2/(η‖μ‖²) log(4/(σ₀√m ‖μ‖ log n √(2 log(8m/δ)))).
  await expect(page.getByText('T₁ = 269 epochs as it holds, 135 as printed')).toBeVisible();

  await page.getByRole('combobox', { name: /Switched off/ }).click();
  await page.getByRole('option', { name: /At T₁ as printed/ }).click();
  await lab.done();
  await expect(page.getByRole('textbox', { name: /Off from epoch/ })).toHaveCount(0);
  expect(lab.hash()).toContain('reg=pegr');
  expect(lab.hash()).toContain('off=t1-printed');
});

test('a run that diverges names what was not finite, and its button sets an η that does', async ({ lab }) => {
  await lab.open('v=1&loss=exponential&eta=1000&data=binary-clusters&n=40&d=20&flip=0.3&m=20&runs=1&T=40');
  const banner = lab.page.getByRole('alert').filter({ hasText: 'η' });
  await expect(banner).toContainText(/epoch/);
  await lab.page.getByRole('button', { name: /^Use η/ }).click();
  await lab.done();
  await expect(banner).toBeHidden();
  expect(lab.hash()).not.toContain('eta=1000');
});
