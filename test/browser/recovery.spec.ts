import { compute } from '../../bin/compute.ts';
import { decodeLink } from '../../src/settings/link.ts';
import { expect, test } from './lab-page.ts';

/** Long enough on any machine for the worker to be stopped in the middle. */
const LONG = 'v=1&m=300&n=60&d=300&T=20000&runs=1';

test('a worker that crashes is replaced, the page says so, and the numbers are the same', async ({ lab }) => {
  const link = 'v=1&m=200&n=40&d=200&T=500&runs=1&test=0';
  const undisturbed = compute(decodeLink(link).study).fingerprint;
  await lab.open(link);
  await expect(lab.status).toContainText('Computing');
  const [worker] = lab.page.workers();
  await worker!.evaluate(() => {
    setTimeout(() => {
      throw new Error('a crash made by a test');
    }, 0);
  });
  await expect(lab.page.getByText(/stopped/).first()).toBeVisible();
  expect(await lab.fingerprint()).toBe(undisturbed);
  expect(lab.complaints.every((complaint) => complaint.includes('a crash made by a test'))).toBe(true);
  lab.complaints.length = 0;
});

test('a long run can be stopped, stepped, and goes on from there', async ({ lab }) => {
  await lab.open(LONG);
  await expect(lab.bigStableRank).toHaveText(/\d/);
  await lab.openFacts();
  const facts = lab.page.getByTestId('status-facts');
  await facts.getByRole('button', { name: 'Stop computing' }).click();
  await expect(lab.status).toContainText('Stopped');
  const epoch = async (): Promise<number> =>
    Number(/([\d,]+) of 20,000/.exec((await facts.textContent()) ?? '')?.[1]?.replaceAll(',', ''));
  const stopped = await epoch();
  await facts.getByRole('button', { name: 'Compute one more epoch' }).click();
  await expect.poll(epoch).toBe(stopped + 1);
  await expect(lab.status).toContainText('Stopped');
  await facts.getByRole('button', { name: 'Go on computing' }).click();
  await expect(lab.status).toContainText('Computing');
  await expect.poll(epoch).toBeGreaterThan(stopped + 1);
});

test('a run stopped before its first epoch says so, and can go on', async ({ lab }) => {
  // The first stable ranks of so large a W take seconds.
  await lab.open('v=1&data=orthogonal-basis&m=5000&n=20&d=2000&T=5&runs=1');
  await lab.openFacts();
  await lab.page.getByTestId('status-facts').getByRole('button', { name: 'Stop computing' }).click();
  await expect(lab.status).toContainText('Stopped at epoch 0');
  await expect(lab.page.locator('.absent').getByRole('button', { name: 'Go on computing' })).toBeVisible();
});
