import { PRESETS } from '../../src/settings/presets.ts';
import { expect, test } from './lab-page.ts';

/** F's Theorem 3.2 by the flow, on its three points: quick, and with a limit. */
const { question } = PRESETS.find(({ id }) => id === 'frei-three-points')!;

test('a flow is read in log t to its end, its limit and decision are there, and its link replays it', async ({
  lab,
}) => {
  const { page } = lab;
  await lab.openDone('v=1&runs=1&T=20');
  await page.getByRole('combobox', { name: 'Experiment' }).click();
  await page.getByRole('option', { name: question }).click();
  await expect(page.getByTestId('epoch-readout')).toContainText('log t');
  await lab.done();
  const fingerprint = await lab.fingerprint();
  await lab.toEnd();
  await expect(lab.epochReadout).toContainText('log t = 10,000 of 10,000');
  await expect(
    lab.card('Stable rank').locator('.chart-plot').getByText('log t', { exact: true }),
  ).toBeVisible();
  await expect(page.getByRole('slider', { name: 'Points recorded T' })).toBeAttached();
  await expect(page.getByRole('button', { name: 'One recorded point back' })).toBeVisible();

  const limit = lab.card('How far is the limit?');
  await limit.scrollIntoViewIfNeeded();
  // The angle falls like 1/log t, which is 10⁻⁴ at the end.
  const angle = async (): Promise<number> => {
    const [mantissa, power = ''] = (await limit.locator('.chart-reading').first().innerText()).split('·10⁻');
    const exponent = Array.from(power, (digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)).join('');
    return mantissa === '' ? NaN : Number(`${mantissa}e-${exponent || 0}`);
  };
  await expect.poll(angle).toBeGreaterThan(0);
  await expect.poll(angle).toBeLessThan(1e-3);

  const decision = lab.card('The decision');
  await decision.scrollIntoViewIfNeeded();
  await expect(decision.locator('.chart-moment')).toHaveText('log t = 10,000');
  await expect(
    decision.getByRole('img', { name: /^The decision on the plane of v and u at log t = 10,000/ }),
  ).toBeVisible();
  const plane = decision.getByRole('application');
  await plane.press('ArrowRight');
  await plane.press('PageUp');
  await expect(decision.locator('.slice-reading')).toContainText(
    /^f = .* at \(0, .*\): class [+−]1\. Nearest sample: x/,
  );

  const network = lab.card('The network');
  await network.scrollIntoViewIfNeeded();
  await network.getByRole('application').press('ArrowDown');
  await expect(network.locator('.network-reading')).toContainText('fires for');
  const matrix = lab.card('Who fires for whom');
  const marked = matrix.locator('.matrix-cell');
  await expect(marked).toBeVisible();
  await expect(matrix.locator('.matrix-tip')).toContainText('neuron +1');

  await page.reload();
  await lab.done();
  expect(await lab.fingerprint()).toBe(fingerprint);
});
