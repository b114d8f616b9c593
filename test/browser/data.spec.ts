import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { file, generatedDigits, idx } from './idx-files.ts';
import { expect, test, type LabPage } from './lab-page.ts';

const { images, labels } = generatedDigits(200);
const IMAGES = file('digits-images-idx3-ubyte.gz', images, { gzip: true });
const LABELS = file('digits-labels-idx1-ubyte', labels);

const MNIST = ['t10k-images-idx3-ubyte.gz', 't10k-labels-idx1-ubyte.gz'].map((name) =>
  fileURLToPath(new URL(`../../../shared/data/mnist/${name}`, import.meta.url)),
);

const filesOf = (lab: LabPage) => lab.page.getByLabel('Files to open');

test('images and labels opened through the button are trained on', async ({ lab }) => {
  await lab.openDone('v=1&n=100&eta=1&T=30&runs=1');
  await lab.page.getByRole('combobox', { name: 'Data model' }).click();
  await lab.page.getByRole('option', { name: /Your file/ }).click();
  await filesOf(lab).setInputFiles([IMAGES, LABELS]);
  await expect(lab.page.getByText('200 rows of 64 numbers')).toBeVisible();
  await lab.done();
  await expect.poll(() => lab.hash()).toMatch(/file=[0-9a-f]{16}/);
  const fingerprint = await lab.fingerprint();
  expect(fingerprint).toMatch(/^[0-9a-f]{16}$/);
});

test('files dropped anywhere on the page are opened', async ({ lab }) => {
  await lab.openDone('v=1&runs=1&n=20&T=10');
  const dropped = [IMAGES, LABELS].map(({ name, buffer }) => ({ name, base64: buffer.toString('base64') }));
  const transfer = await lab.page.evaluateHandle((list) => {
    const data = new DataTransfer();
    for (const { name, base64 } of list) {
      data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
    }
    return data;
  }, dropped);
  await lab.page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
  await lab.page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await expect.poll(() => lab.hash()).toContain('data=dataset');
  await lab.done();
});

test('a link to a file that is not open asks for it by its fingerprint', async ({ lab }) => {
  await lab.open('v=1&data=dataset&file=0123456789abcdef&n=20&runs=1');
  await expect(lab.page.getByText('0123456789abcdef').first()).toBeVisible();
});

test.describe('what is not such a file gets a plain message', () => {
  const cases = [
    ['a picture', [file('cat.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 0]))]],
    ['an empty file', [file('empty.csv', Buffer.alloc(0))]],
    [
      'a header that promises more than there is',
      [file('huge-images', idx([0xffffffff, 0xffff, 0xffff], new Uint8Array(8))), LABELS],
    ],
    ['labels of another number of images', [IMAGES, file('few-labels', idx([3], Uint8Array.of(4, 9, 4)))]],
    ['a broken gzip', [file('broken.gz', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6]))]],
  ] as const;

  for (const [what, files] of cases) {
    test(what, async ({ lab }) => {
      await lab.openDone('v=1&runs=1');
      const before = await lab.fingerprint();
      await lab.page.getByRole('combobox', { name: 'Data model' }).click();
      await lab.page.getByRole('option', { name: /Your file/ }).click();
      await filesOf(lab).setInputFiles(files.map((payload) => ({ ...payload })));
      const alert = lab.page.getByRole('alert').filter({ hasText: files[0].name.split('.')[0]! });
      await expect(alert).toBeVisible();
      // The page stays usable: back to generated data.
      await lab.page.getByRole('combobox', { name: 'Data model' }).click();
      await lab.page.getByRole('option', { name: 'Gaussian mixture' }).click();
      await expect.poll(() => lab.fingerprintNow()).toBe(before);
    });
  }
});

test('MNIST 4 against 9: test error below 6 %, stable rank of W₊ below 1.01', async ({ lab }) => {
  const missing = MNIST.filter((path) => !existsSync(path));
  test.skip(missing.length > 0, `SKIPPED: the real digits are not here (${missing.join(', ')})`);
  test.setTimeout(120_000);
  await lab.open('v=1&data=dataset&n=1000&m=100&g=0.1&s0=0.001&by=sgd&b=64&eta=1&T=50&runs=1&test=991');
  await filesOf(lab).setInputFiles(MNIST);
  await lab.done(90_000);
  await lab.toEnd();
  const [, stableRank = ''] = await lab.lastTableRow('Stable rank');
  const [, testError = ''] = await lab.lastTableRow('Training and test error');
  console.log(`MNIST 4/9: test error ${testError}, stable rank of W₊ ${stableRank}`);
  // Issue 2: an independent NumPy run gave 4.2 % and 1.001.
  expect(testError).toContain('%');
  expect(parseFloat(testError)).toBeLessThan(6);
  expect(Number(stableRank)).toBeLessThan(1.01);
});
