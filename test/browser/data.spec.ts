import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { file, generatedDigits, idx, type FilePayload } from './idx-files.ts';
import { IN_FULL, PARTLY } from './in-full.ts';
import { expect, test, type LabPage } from './lab-page.ts';
import cases from '../fixtures/field/cases.json' with { type: 'json' };

const { images, labels } = generatedDigits(200);
const IMAGES = file('digits-images-idx3-ubyte.gz', images, { gzip: true });
const LABELS = file('digits-labels-idx1-ubyte', labels);

const MNIST = ['t10k-images-idx3-ubyte.gz', 't10k-labels-idx1-ubyte.gz'].map((name) =>
  fileURLToPath(new URL(`../../../shared/data/mnist/${name}`, import.meta.url)),
);

const IRIS = file(
  'flowers.csv',
  Buffer.from(
    `id,petal,colour,kind\n${Array.from({ length: 40 }, (_, i) => `${i + 1},${i % 2 === 0 ? 1 + i / 40 : 4 + i / 40},${i % 3 === 0 ? 'red' : 'blue'},${['a', 'b', 'c'][i % 3]!}`).join('\n')}\n`,
  ),
);

const dialogOf = (lab: LabPage) => lab.page.getByRole('dialog');
const train = (lab: LabPage) => dialogOf(lab).getByRole('button', { name: 'Train on this' });

async function drop(lab: LabPage, files: readonly FilePayload[]): Promise<void> {
  const dropped = files.map(({ name, buffer }) => ({ name, base64: buffer.toString('base64') }));
  const transfer = await lab.page.evaluateHandle((list) => {
    const data = new DataTransfer();
    for (const { name, base64 } of list) {
      data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], name));
    }
    return data;
  }, dropped);
  await lab.page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
  await lab.page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

test('a table that is dropped is shown as it is understood, changed with the keyboard, and trained on', async ({
  lab,
}) => {
  await lab.openDone('v=1&runs=1&n=20&T=10');
  await drop(lab, [IRIS]);
  const dialog = dialogOf(lab);
  await expect(dialog.getByText('40 rows of 4 columns')).toBeVisible();
  // The label is marked, the running number is left out, and why.
  await expect(dialog.getByRole('button', { name: 'kind: label' })).toBeVisible();
  await expect(dialog.getByRole('button', { name: /^id: a running number/ })).toBeVisible();
  await expect(train(lab)).toBeFocused();

  const head = dialog.getByRole('button', { name: /^colour: / });
  await head.focus();
  await lab.page.keyboard.press('Enter');
  await expect(lab.page.getByRole('menuitemradio', { name: /^The label/ })).toBeVisible();
  await lab.page.keyboard.press('Home');
  await lab.page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: 'colour: label' })).toBeVisible();
  const blue = dialog.getByRole('button', { name: /^blue: 26 rows, class −1/ });
  await blue.focus();
  await lab.page.keyboard.press('Enter');
  await expect(dialog.getByText('No label is in class −1')).toBeVisible();
  await expect(train(lab)).toBeDisabled();
  await lab.page.keyboard.press('Enter');
  await lab.page.keyboard.press('Enter');
  await expect(dialog.getByText(/26 rows, class −1/)).toBeVisible();
  await train(lab).press('Enter');
  await expect(dialog).toHaveCount(0);
  await lab.done();
  const hash = lab.hash();
  expect(hash).toContain('read=l3');
  expect(hash).toContain('pos=~red&neg=~blue');
  expect(hash).toContain('fn=~flowers.csv');
});

test('images come first, then their labels: the other is asked for by its name, and both are trained on', async ({
  lab,
}) => {
  await lab.openDone('v=1&n=100&eta=1&T=30&runs=1');
  await drop(lab, [IMAGES]);
  await expect(dialogOf(lab).getByText('digits-labels-idx1-ubyte.gz')).toBeVisible();
  await drop(lab, [LABELS]);
  await expect(dialogOf(lab).getByText('200 images of 8 × 8')).toBeVisible();
  await train(lab).click();
  await lab.done();
  await expect.poll(() => lab.hash()).toMatch(/file=[0-9a-f]{16}/);
});

test('after a reload a file is offered again, and forgotten when that is wanted', async ({ lab }) => {
  await lab.openDone('v=1&runs=1&n=20&T=10');
  await drop(lab, [IRIS]);
  await train(lab).click();
  await lab.done();
  const fingerprint = await lab.fingerprint();
  await expect(lab.page.getByText('Fingerprint')).toBeVisible();
  await lab.page.reload();
  await expect(
    lab.page.getByRole('heading', { name: 'This experiment trains on flowers.csv' }),
  ).toBeVisible();
  await lab.page.getByRole('button', { name: 'Open it again' }).click();
  await lab.done();
  expect(await lab.fingerprint()).toBe(fingerprint);
  await lab.page.reload();
  await lab.page.getByRole('button', { name: 'Forget flowers.csv' }).click();
  await expect(lab.page.getByRole('button', { name: 'Open it again' })).toHaveCount(0);
});

test('a link asks for its file by name and size, and says when another is opened', async ({ lab }) => {
  await lab.open(
    'v=1&data=dataset&file=0123456789abcdef&n=20&T=10&runs=1&pos=~a&neg=~b&fn=~flowers.csv&fs=1234',
  );
  await expect(lab.page.getByText('flowers.csv (1 kB)')).toBeVisible();
  await expect(lab.page.getByText('0123456789abcdef').first()).toBeVisible();
  await lab.page.getByLabel('Files to train on').setInputFiles([IRIS]);
  await train(lab).click();
  await expect(dialogOf(lab).getByText(/that is not what the link was made with/)).toBeVisible();
  await train(lab).click();
  await lab.done();
});

test('what comes with the page is two presses away, and its experiments open it by themselves', async ({
  lab,
}) => {
  await lab.open('v=1&data=dataset');
  await lab.page.getByRole('main').getByRole('button', { name: 'Breast cancer (Wisconsin)' }).click();
  await expect(dialogOf(lab).getByText('569 rows of 31 columns')).toBeVisible();
  await train(lab).click();
  await lab.done();
  expect(lab.hash()).toContain('file=1e8669ab65b2dd1d');
  await lab.page.reload();
  await lab.done();
});

test('a reading is cancelled', async ({ lab }) => {
  await lab.openDone('v=1&runs=1&n=20&T=10');
  await lab.page.evaluate(() => {
    const line = `${Array.from({ length: 100 }, (_, k) => `${k}.25`).join(',')},yes\n`;
    const transfer = new DataTransfer();
    transfer.items.add(
      new File(
        Array.from({ length: 40 }, () => line.repeat(4_000)),
        'large.csv',
      ),
    );
    document.body.dispatchEvent(
      new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }),
    );
  });
  await expect(dialogOf(lab).getByText(/rows so far/)).toBeVisible();
  await dialogOf(lab).getByRole('button', { name: 'Cancel' }).click();
  await expect(dialogOf(lab)).toHaveCount(0, { timeout: 2_000 });
  await drop(lab, [IRIS]);
  await expect(train(lab)).toBeVisible();
});

test.describe('what is not such a file gets a plain message', () => {
  const BAD = [
    ['a picture', [file('cat.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 0]))]],
    [
      'a header that promises more than there is',
      [file('huge-images', idx([0xffffffff, 0xffff, 0xffff], new Uint8Array(8))), LABELS],
    ],
    ['labels of another number of images', [IMAGES, file('few-labels', idx([3], Uint8Array.of(4, 9, 4)))]],
    ['a broken gzip', [file('broken.gz', Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6]))]],
  ] as const;

  for (const [what, files] of BAD) {
    test(what, async ({ lab }) => {
      await lab.openDone('v=1&runs=1&n=20&T=10');
      const before = await lab.fingerprint();
      await drop(lab, files);
      const alert = dialogOf(lab)
        .getByRole('alert')
        .filter({ hasText: files[0].name.split('.')[0]! });
      await expect(alert).toBeVisible();
      await alert.getByRole('button', { name: 'Close' }).click();
      // The page stays usable.
      await expect(dialogOf(lab)).toHaveCount(0);
      expect(await lab.fingerprintNow()).toBe(before);
    });
  }
});

test('files as people have them are read as the command line reads them', async ({ lab }) => {
  await lab.openDone('v=1&runs=1&n=20&T=10');
  // One of each kind of trouble; test/bin has them all.
  for (const { files, expect: right } of cases
    .filter(({ expect: { labels } }) => labels !== undefined)
    .slice(0, 5)) {
    await drop(
      lab,
      files.map(({ name, base64 }) => file(name, Buffer.from(base64, 'base64'))),
    );
    for (const [label, rows] of Object.entries(right.labels ?? {})) {
      await expect(
        dialogOf(lab).getByRole('button', { name: new RegExp(`^${label}: ${rows} rows?,`) }),
      ).toBeVisible();
    }
    await dialogOf(lab).getByRole('button', { name: 'Cancel' }).click();
  }
});

/** In full it is the experiment that fits the file, of which issue 2 has a NumPy run. */
const MNIST_RUN = IN_FULL
  ? { link: 'n=1000&T=50&test=991', preset: /^4 against 9/, testError: 6, stableRank: 1.01 }
  : { link: 'n=200&T=20&test=500&pos=4&neg=9', preset: null, testError: 13, stableRank: 1.02 };

test(
  `MNIST 4 against 9: test error below ${MNIST_RUN.testError} %, stable rank of W₊ below ${MNIST_RUN.stableRank}`,
  PARTLY,
  async ({ lab }) => {
    const missing = MNIST.filter((path) => !existsSync(path));
    test.skip(missing.length > 0, `SKIPPED: the real digits are not here (${missing.join(', ')})`);
    test.setTimeout(240_000);
    await lab.open(`v=1&data=dataset&m=100&g=0.1&s0=0.001&by=sgd&b=64&eta=1&runs=1&${MNIST_RUN.link}`);
    await lab.page.getByLabel('Files to train on').setInputFiles(MNIST);
    if (MNIST_RUN.preset !== null)
      await dialogOf(lab).getByRole('button', { name: MNIST_RUN.preset }).click();
    await train(lab).click();
    await lab.done(180_000);
    await lab.toEnd();
    const [, stableRank = ''] = await lab.lastTableRow('Stable rank');
    const [, testError = ''] = await lab.lastTableRow('Training and test error');
    console.log(`MNIST 4/9: test error ${testError}, stable rank of W₊ ${stableRank}`);
    // In full an independent NumPy run gave 4.2 % and 1.001.
    expect(testError).toContain('%');
    expect(parseFloat(testError)).toBeLessThan(MNIST_RUN.testError);
    expect(Number(stableRank)).toBeLessThan(MNIST_RUN.stableRank);
  },
);
