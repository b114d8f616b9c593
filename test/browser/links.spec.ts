import { expect, test } from './lab-page.ts';

const BROKEN = [
  ['a value out of its range', 'v=1&g=7', 'γ'],
  ['a value that is not a number', 'v=1&eta=fast', 'η'],
  ['an unknown key', 'v=1&colour=red', 'colour'],
  ['a newer version', 'v=99', '99'],
  ['no version', '', 'version'],
  ['a key given twice', 'v=1&g=0.2&g=0.3', 'more than once'],
  ['broken encoding', 'v=1&data=%E0%A4%A', 'could not be read'],
  ['markup as a key', 'v=1&%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E=1', '<img'],
  ['markup as a value', 'v=1&data=%3Cscript%3Ealert(1)%3C/script%3E', 'data model'],
  ['a name of every object', 'v=1&__proto__=1&constructor=2', '__proto__'],
  ['a fingerprint that is none', 'v=1&fp=xyz', 'fingerprint'],
] as const;

test('of a link that is not as it should be, the readable part is used and the rest is named', async ({
  lab,
}) => {
  lab.page.on('dialog', () => lab.complaints.push('a dialog opened'));
  // The first as the page begins; the others as a link that is pasted into the address.
  for (const [k, [what, link, named]] of BROKEN.entries()) {
    await test.step(what, async () => {
      const readable = `${12 + k}`;
      await lab.open([link, `n=${readable}`, 'runs=1', 'T=20'].filter((part) => part !== '').join('&'));
      await expect(lab.linkNotes).toContainText(named);
      await lab.done();
      await expect(lab.page.getByRole('textbox', { name: /Training points/ })).toHaveValue(readable);
    });
  }
});

test('sizes in a link are bounded before memory is taken, and the longest and oddest text does no harm', async ({
  lab,
}) => {
  await lab.open('v=1&n=1e9&d=1e12&m=1e300&T=1e15&runs=1e6');
  await expect(lab.linkNotes).toContainText('training points');
  await lab.done();

  // Each setting in its range, but too large together.
  await lab.open('v=1&m=10000&n=5000&d=20000&runs=20');
  await expect(lab.page.getByRole('alert').first()).toBeVisible();
  await lab.open('v=1&runs=1');
  await lab.done();

  await lab.open(`v=1&runs=1&${'x'.repeat(50_000)}`);
  await expect(lab.linkNotes).toBeVisible();
  await lab.done();
});

test('the playhead and the view travel with the link', async ({ lab }) => {
  await lab.openDone('v=1&at=20&runs=2&run=1');
  await expect.poll(() => lab.epoch()).toBe(20);
  await lab.page.keyboard.press('ArrowRight');
  await expect.poll(() => lab.epoch()).toBe(21);
  await expect.poll(() => lab.hash()).toContain('at=21');
});
