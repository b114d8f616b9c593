import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Download } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { readFingerprints } from '../../src/export/fingerprints.ts';
import { expect, test, type LabPage } from './lab-page.ts';

const LINK = 'v=1&runs=2&T=60&m=20&d=100&test=50&ax=g~0~0.1~0.5&g=0.1&at=60';

/** Chooses an entry of a card's menu. */
async function taken(lab: LabPage, title: string, group: string, entry: string): Promise<Download> {
  const { page } = lab;
  await page.getByRole('button', { name: `Take away ${title}`, exact: true }).click();
  const download = page.waitForEvent('download');
  const item = page.getByRole('group', { name: group }).getByRole('menuitem', { name: entry });
  await item.click();
  return download;
}

const contentOf = async (download: Download): Promise<Buffer> => readFileSync(await download.path());

test('a card is taken away as SVG, PNG and CSV', async ({ lab }) => {
  await lab.openDone(LINK);
  const first = await contentOf(await taken(lab, 'Training loss', 'SVG, for papers', '3.25 in'));
  const again = await contentOf(await taken(lab, 'Training loss', 'SVG, for papers', '3.25 in'));
  expect(Buffer.compare(first, again)).toBe(0);
  const svg = first.toString('utf8');
  expect(svg).toContain('width="3.25in"');
  expect(svg).toContain('<title>Training loss</title>');
  expect(svg).toMatch(/<metadata>http[^<]*g~0~0\.1~0\.5/);
  expect(svg).toMatch(/<desc>γ = 0, 0\.1, 0\.5, .*η = /);
  expect(svg).toContain('>epoch t</text>');
  expect(svg.length).toBeLessThan(60_000);

  const png = await contentOf(await taken(lab, 'Training loss', 'PNG', '6.75 in'));
  expect(png.readUInt32BE(16)).toBe(2025);
  expect(png.toString('utf8')).toContain('Source');
  // 300 pixels an inch.
  expect(png.readUInt32BE(png.indexOf('pHYs') + 4)).toBe(11811);

  const download = await taken(lab, 'Training loss', 'Numbers', 'CSV');
  expect(download.suggestedFilename()).toBe('loss.csv');
  const table = (await contentOf(download)).toString('utf8').trimEnd().split('\n');
  expect(table).toHaveLength(62);
  expect(table[0]).toContain('γ = 0.5');
  expect(table[1]!.split(',')[1]).toMatch(/^0\.\d{12,}$/);
});

test('the whole study is taken away as one zip whose script reproduces it', async ({ lab }) => {
  await lab.openDone(LINK);
  const { page } = lab;
  await page.getByRole('button', { name: 'Take the study away' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download', exact: true }).click();
  const file = await download;
  const fingerprint = await lab.fingerprint();
  expect(file.suggestedFilename()).toBe(`study-${fingerprint}.zip`);
  const files = unzipSync(new Uint8Array(await contentOf(file)));
  expect(readFingerprints(strFromU8(files['fingerprints.txt']!)).study).toBe(fingerprint);
  // Measured for the file: no card that shows it was in view.
  expect(strFromU8(files['measured.csv']!)).toMatch(/sharpness,effectiveRankPositive/);
  const figures = Object.keys(files).filter((name) => name.startsWith('figures/'));
  expect(figures.length).toBeGreaterThanOrEqual(10);
  expect(strFromU8(files['figures/against.svg']!)).toContain('Leak (slope below zero) γ');
  expect(strFromU8(files['figures/against.csv']!).trimEnd().split('\n')).toHaveLength(4);
  for (const name of figures) {
    const paths = [...strFromU8(files[name]!).matchAll(/ d="([^"]*)"/g)];
    for (const [, d] of paths) expect(d!.match(/[ML]/g)?.length ?? 0, name).toBeLessThan(400);
  }
  // No task of drawing or writing may hold the page; what is written is read back by another program.
  const folder = mkdtempSync(join(tmpdir(), 'zip-'));
  try {
    for (const [name, bytes] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
    let numpy = true;
    try {
      execFileSync('python3', ['-c', 'import numpy'], { stdio: 'ignore' });
    } catch {
      numpy = false;
      console.warn('SKIPPED: python3 has no NumPy, so reproduce.py was not run');
    }
    if (numpy) {
      expect(execFileSync('python3', ['reproduce.py'], { cwd: folder, encoding: 'utf8' })).toContain(
        'reproduced to',
      );
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
