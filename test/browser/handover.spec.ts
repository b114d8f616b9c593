import { file } from './idx-files.ts';
import { expect, test, type LabPage } from './lab-page.ts';

/** Rows of the table, each of three doubles and a label: 1.1 MB as numbers. */
const ROWS = 40_000;
const TABLE = file(
  'rows.csv',
  Buffer.from(
    `a,b,c,label\n${Array.from({ length: ROWS }, (_, k) => `${k / 8},${(k * 0.618) % 1},${k % 97}.5,${k % 2}`).join('\n')}\n`,
  ),
);
const SMALL = file('small.csv', Buffer.from(`x,y\n${'1.5,a\n2.5,b\n3.5,a\n4.5,b\n'.repeat(10)}`));

const dialogOf = (lab: LabPage) => lab.page.getByRole('dialog');

async function trainOn(lab: LabPage, payload: typeof TABLE): Promise<void> {
  await lab.page
    .getByLabel(/^Files to (open|train on)$/)
    .last()
    .setInputFiles([payload]);
  const train = dialogOf(lab).getByRole('button', { name: 'Train on this' });
  await train.click();
  // What is told of the file afterwards is a dialog, too.
  await expect(train).toHaveCount(0);
  await lab.done();
}

test('the rows of a large table go from worker to worker: the page’s thread copies none of them', async ({
  lab,
}) => {
  await lab.page.addInitScript(() => {
    const counted = { bytes: 0, messages: 0 };
    Object.assign(window, { counted });
    const seen = new WeakSet();
    const count = (value: unknown): void => {
      if (typeof value !== 'object' || value === null || seen.has(value)) return;
      seen.add(value);
      if (value instanceof ArrayBuffer) counted.bytes += value.byteLength;
      else if (ArrayBuffer.isView(value)) count(value.buffer);
      else if (!(value instanceof Blob)) Object.values(value).forEach(count);
    };
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (this: Worker, ...sent: unknown[]) {
      counted.messages++;
      count(sent[0]);
      Reflect.apply(post, this, sent);
    };
    const listen = Worker.prototype.addEventListener;
    Worker.prototype.addEventListener = function (this: Worker, ...listening: unknown[]) {
      if (listening[0] === 'message') {
        Reflect.apply(listen, this, ['message', ({ data }: MessageEvent) => count(data)]);
      }
      Reflect.apply(listen, this, listening);
    };
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...stored: unknown[]) {
      count(stored[0]);
      return Reflect.apply(put, this, stored) as IDBRequest<IDBValidKey>;
    };
    const read = Blob.prototype.arrayBuffer;
    Blob.prototype.arrayBuffer = async function (this: Blob) {
      const bytes = await Reflect.apply(read, this, []);
      count(bytes);
      return bytes;
    };
  });
  await lab.open('v=1&data=dataset&runs=1&n=20&T=5');
  await trainOn(lab, TABLE);
  const { bytes, messages } = await lab.page.evaluate(
    () => (window as unknown as { counted: { bytes: number; messages: number } }).counted,
  );
  expect(messages).toBeGreaterThan(3);
  // A preview's few pictures and cells; the rows are 1.1 MB.
  expect(bytes).toBeLessThan(50_000);
  // The number of points changes later, and what is trained on is still there.
  const fingerprint = await lab.fingerprint();
  await lab.page.reload();
  await lab.page.getByRole('button', { name: 'Open it again' }).click();
  await lab.done();
  expect(await lab.fingerprint()).toBe(fingerprint);
});

test('where the browser keeps nothing and has no crypto, a file is trained on and the person is told', async ({
  lab,
}) => {
  // What keeps files is a worker: the browser's database and its crypto are taken from there.
  await lab.page.route(/keeper\.worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    const without =
      "Object.defineProperty(self, 'indexedDB', { value: undefined }); Object.defineProperty(self, 'crypto', { value: {} });";
    await route.fulfill({ response, body: `${without}\n${await response.text()}` });
  });
  await lab.open('v=1&data=dataset&runs=1&n=20&T=5');
  await trainOn(lab, SMALL);
  await expect(lab.page.getByText('This browser keeps no files here: open small.csv again')).toBeVisible();
});

test('two files of one name are told apart, and all can be forgotten', async ({ lab }) => {
  await lab.open('v=1&data=dataset&runs=1&n=20&T=5');
  await trainOn(lab, SMALL);
  const other = { ...SMALL, buffer: Buffer.from(SMALL.buffer.toString().replaceAll('1.5', '9.5')) };
  await trainOn(lab, other);
  await expect(
    lab.page.getByRole('button', { name: /^Use small\.csv \(fingerprint [0-9a-f]{16}\)/ }),
  ).toBeVisible();
  await lab.page.goto('/#v=1&data=dataset&runs=1&n=20&T=5');
  await lab.page.reload();
  await expect(lab.page.getByRole('button', { name: /^small\.csv .* fingerprint / })).toHaveCount(2);
  await lab.page.getByRole('button', { name: 'Forget all' }).click();
  await expect(lab.page.getByText('Opened before')).toHaveCount(0);
});

test('a table of 20,000 columns is shown, and the columns after the first are looked at', async ({ lab }) => {
  const wide = Array.from({ length: 30 }, (_, row) =>
    [...Array.from({ length: 20_000 }, (_unused, column) => (row * 7 + column) % 10), row % 2].join(','),
  );
  await lab.open('v=1&data=dataset&runs=1&n=20&T=5');
  await lab.page
    .getByLabel('Files to train on')
    .setInputFiles([file('wide.csv', Buffer.from(`${wide.join('\n')}\n`))]);
  await expect(dialogOf(lab).getByText('30 rows of 20,001 columns')).toBeVisible();
  const next = dialogOf(lab).getByRole('button', { name: 'Columns after' });
  await next.click();
  await expect(dialogOf(lab).getByRole('button', { name: /^column 30:/ })).toBeVisible();
  await dialogOf(lab).getByRole('button', { name: 'Train on this' }).click();
  await lab.done(60_000);
});

test('the delimiter is chosen: the table is read again, and back as it was found', async ({ lab }) => {
  await lab.open('v=1&data=dataset&runs=1&n=20&T=5');
  const text = `x|y,z,kind\n${'1|5,2,a\n2|5,3,b\n'.repeat(10)}`;
  await lab.page.getByLabel('Files to train on').setInputFiles([file('both.csv', Buffer.from(text))]);
  const found = dialogOf(lab).getByText('20 rows of 2 columns');
  await expect(found).toBeVisible();
  const delimiter = dialogOf(lab).getByRole('combobox', { name: 'Cells are divided by' });
  await delimiter.click();
  await lab.page.getByRole('option', { name: 'Comma' }).click();
  await expect(dialogOf(lab).getByText('20 rows of 3 columns')).toBeVisible();
  await delimiter.click();
  await lab.page.getByRole('option', { name: 'As recognised' }).click();
  await expect(found).toBeVisible();
});
