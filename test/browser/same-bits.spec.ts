import { compute } from '../../bin/compute.ts';
import { decodeLink } from '../../src/settings/link.ts';
import { expect, LabPage, test } from './lab-page.ts';

const LINKS = [
  ['as the page opens', ''],
  [
    'a smooth activation and exponential loss on noisy clusters',
    'v=1&act=smooth-leaky-relu&m=20&a=1/sqrt(2m)&data=binary-clusters&n=30&d=200&eta=0.05&T=80&loss=exponential&runs=2',
  ],
  ['mini-batch SGD on two-xor', 'v=1&m=15&data=two-xor&n=40&d=60&by=sgd&b=16&T=40&runs=2'],
] as const;

for (const [what, link] of LINKS) {
  test(`Chromium and Node record the same bits: ${what}`, async ({ lab }) => {
    const { study, notes } = decodeLink(link);
    expect(notes).toEqual([]);
    await lab.open(link);
    expect(await lab.fingerprint()).toBe(compute(study).fingerprint);
  });
}

test('a copied link is reproduced in another browser profile', async ({ lab, browser, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await lab.openDone('v=1&g=0.5&n=12&seed=7&runs=2');
  const fingerprint = await lab.fingerprint();
  await lab.page.getByRole('button', { name: 'Copy link' }).click();
  await expect(lab.page.getByText('Link copied')).toBeVisible();
  const copied = await lab.page.evaluate(() => navigator.clipboard.readText());
  expect(copied).toContain(`fp=${fingerprint}`);

  const other = new LabPage(await (await browser.newContext()).newPage());
  await other.open(new URL(copied).hash);
  await expect(other.status).toHaveText('Reproduced ✓');
  await other.openFacts();
  await expect(other.fingerprintState).toContainText('reproduced');
  expect(await other.fingerprint()).toBe(fingerprint);
  expect(other.complaints).toEqual([]);
  await other.page.context().close();
});

test('a link with a fingerprint of other numbers says that it differs, and shows both', async ({ lab }) => {
  const claimed = '0123456789abcdef';
  await lab.openDone(`v=1&g=0.5&runs=1&fp=${claimed}`);
  await expect(lab.status).toHaveText('Differs from the link');
  await lab.openFacts();
  await expect(lab.fingerprintState).toContainText('differs');
  await expect(lab.fingerprintState).toContainText(claimed);
  await expect(lab.fingerprintState).toContainText(await lab.fingerprint());
});

test('dragging the epochs up and down again gives the bits it began with', async ({ lab }) => {
  await lab.openDone('v=1&runs=1&T=40');
  const before = await lab.fingerprint();
  await lab.open('v=1&runs=1&T=80');
  await expect.poll(() => lab.fingerprintNow()).not.toBe(before);
  await lab.open('v=1&runs=1&T=40');
  await expect.poll(() => lab.fingerprintNow()).toBe(before);
});
