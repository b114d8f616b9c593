import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { compute } from '../../bin/compute.ts';
import type { Dataset } from '../../src/core/experiment.ts';
import { readFingerprints } from '../../src/export/fingerprints.ts';
import { npy } from '../../src/export/npy.ts';
import { studyArchive, type ScriptBounds, type StudyContent } from '../../src/export/study/archive.ts';
import { matrixArrays } from '../../src/export/study/matrices.ts';
import { DEFAULTS, type Settings } from '../../src/settings/schema.ts';
import { axis } from '../../src/settings/study/axis.ts';
import { readStudyJson } from '../../src/settings/study/json.ts';
import { singleStudy, type Study } from '../../src/settings/study/study.ts';
import { recordedRuns } from './recorded.ts';

const KOU: Settings = { ...DEFAULTS, m: 20, d: 100, epochs: 30, runs: 2, testPoints: 50 };
const SLOPES: Study = { ...singleStudy(KOU), axes: [axis('gamma', [0, 0.1, 0.5])] };
const MENG: Settings = {
  ...DEFAULTS,
  data: 'signal-noise',
  activation: 'relu-power',
  secondLayer: '1',
  m: 5,
  n: 10,
  d: 200,
  eta: 0.05,
  epochs: 40,
  runs: 1,
  testPoints: 30,
};

const hasNumpy = spawnSync('python3', ['-c', 'import numpy']).status === 0;
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));

const contentOf = (study: Study, more: Partial<StudyContent> = {}): StudyContent => ({
  study,
  link: 'https://example.org/#v=1',
  runs: recordedRuns(study, more.datasets),
  datasets: new Map(),
  figures: [
    { name: 'loss', svg: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
    { name: 'against', svg: '<svg xmlns="http://www.w3.org/2000/svg"/>', csv: 'gamma\n0\n' },
  ],
  ...more,
});

const joined = (pieces: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(pieces));

const zipOf = (content: StudyContent, bounds?: ScriptBounds): Uint8Array =>
  joined(studyArchive(content, undefined, bounds));

function unpacked(zip: Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'study-'));
  folders.push(folder);
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  return folder;
}

function python(folder: string, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync('python3', args, { cwd: folder, encoding: 'utf8' });
  return { status, text: `${stdout}${stderr}` };
}

describe('the zip of a study', () => {
  const content = contentOf(SLOPES);
  const zip = zipOf(content);
  const files = unzipSync(zip);

  it('is the same bytes twice, whatever the clock says', () => {
    expect(Buffer.compare(zip, zipOf(contentOf(SLOPES)))).toBe(0);
  });

  it('has what was measured beside the recordings as a table of its own, with empty cells where it was not', () => {
    const runs = content.runs.map((run, k): typeof run => ({
      ...run,
      probes:
        k > 0
          ? []
          : [
              ['sharpness', { epochs: Float64Array.of(0, 1, 30), values: Float64Array.of(3, 2, 1) }],
              ['effectiveRankAll', { epochs: Float64Array.of(0, 30), values: Float64Array.of(9, 1.5) }],
            ],
    }));
    const measured = unzipSync(zipOf({ ...content, runs }));
    const { seed } = content.runs[0]!.planned.experiment;
    expect(strFromU8(measured['measured.csv']!)).toBe(
      `gamma,seed,epoch,sharpness,effectiveRankAll\n0,${seed},0,3,9\n0,${seed},1,2,\n0,${seed},30,1,1.5\n`,
    );
    expect(measured['measured.parquet']!.length).toBeGreaterThan(0);
    expect(strFromU8(measured['README.txt']!)).toContain('measured.csv');
    expect(strFromU8(files['README.txt']!)).not.toContain('measured.csv');
    expect(measured['fingerprints.txt']).toEqual(files['fingerprints.txt']);
  });

  it('has the normalised margin in its tables: min q ÷ ‖W‖ of each row', () => {
    const [head, ...rows] = strFromU8(files['recording.csv']!).trimEnd().split('\n');
    const names = head!.split(',');
    const cell = (row: number, name: string) => Number(rows[row]!.split(',')[names.indexOf(name)]);
    const { margins, epochs } = content.runs[0]!;
    const n = margins.length / epochs.length;
    for (const t of [0, 7, 30]) {
      const least = Math.min(...margins.subarray(t * n, (t + 1) * n));
      expect(cell(t, 'normalisedMargin')).toBe(least / cell(t, 'frobenius'));
    }
  });

  it('has the study, its tables, matrices, fingerprints, script and figures, and says what they are', () => {
    expect(Object.keys(files)).toEqual([
      'README.txt',
      'study.json',
      'reproduce.py',
      'recording.csv',
      'recording.parquet',
      'fingerprints.txt',
      'matrices.npz',
      'figures/loss.svg',
      'figures/against.svg',
      'figures/against.csv',
    ]);
    expect(readStudyJson(strFromU8(files['study.json']!)).study).toEqual(SLOPES);
    const readme = strFromU8(files['README.txt']!);
    for (const name of Object.keys(files).slice(1)) expect(readme).toContain(name);
  });

  it('has the fingerprints that the command line computes', () => {
    const { study, runs } = readFingerprints(strFromU8(files['fingerprints.txt']!));
    expect(study).toBe(compute(SLOPES).fingerprint);
    expect(runs).toHaveLength(6);
  });

  it('has matrices of the runs in front', () => {
    const names = Object.keys(unzipSync(files['matrices.npz']!));
    expect(names).toContain('run1_rho.npy');
    expect(names).toContain('run2_margins.npy');
    expect(names.some((name) => name.startsWith('run3'))).toBe(false);
  });

  it('of a gradient flow has no script, and says why and what its "epoch" is', () => {
    const flow = { ...KOU, method: 'flow', logTime: 5, epochs: 4, runs: 1, testPoints: 0 } as const;
    const zip = unzipSync(zipOf(contentOf(singleStudy(flow))));
    expect(Object.keys(zip)).not.toContain('reproduce.py');
    const readme = strFromU8(zip['README.txt']!);
    for (const words of [
      'no reproduce.py: gradient flow has no steps',
      'number of the recorded point',
      'logT',
    ])
      expect(readme).toContain(words);
    expect(strFromU8(zip['recording.csv']!)).toMatch(/^epoch,logT,|,epoch,logT,/m);
    expect(strFromU8(files['README.txt']!)).not.toContain('recorded point');
  });

  it('has which pairs stay on their kinks by gradient flow, and with which φ′, and no such arrays of other runs', () => {
    const flow: Settings = { ...KOU, gamma: 0, method: 'flow', logTime: 2, sigma0: 0.01, runs: 1 };
    const { arrays } = matrixArrays(recordedRuns(singleStudy(flow)));
    const { values: slides, shape } = arrays['run1_sliding']!;
    expect(shape).toEqual(arrays['run1_active']!.shape);
    expect(Object.keys(matrixArrays(content.runs).arrays).some((name) => /kink|sliding/.test(name))).toBe(
      false,
    );
    const pairs = 40 * flow.n;
    const last = slides.slice(-pairs);
    expect(Array.from(last).filter((one) => one === 1).length).toBeGreaterThan(10);
    expect(slides.slice(0, pairs)).toEqual(new Uint8Array(pairs));
    expect(
      Array.from(arrays['run1_kink_slopes']!.values.slice(-pairs), (slope) => (slope < 0 ? 0 : 1)),
    ).toEqual([...last]);
    const file = npy(arrays['run1_kink_slopes']!);
    expect(strFromU8(file.subarray(10, 30))).toContain("'descr': '<f4'");
  });

  it('of a large study has a script for the first run in front, and says so', () => {
    const small = unzipSync(zipOf(content, { study: 50_000, run: 1e6 }));
    expect(strFromU8(small['README.txt']!)).toContain('alone. The data of all 6 runs would be too large.');
    const none = unzipSync(zipOf(content, { study: 10_000, run: 10_000 }));
    expect(Object.keys(none)).not.toContain('reproduce.py');
    expect(strFromU8(none['README.txt']!)).toContain('There is no reproduce.py');
  });

  it('says which runs are not whole and where they were stopped, and gives the study no fingerprint', () => {
    const runs = content.runs.map((run, k) => (k === 5 ? { ...run, isWhole: false } : run));
    const partial = unzipSync(zipOf({ ...content, runs }));
    expect(strFromU8(partial['README.txt']!)).toContain('6 runs, of which 1 are not whole');
    const { study, runs: hashed } = readFingerprints(strFromU8(partial['fingerprints.txt']!));
    expect(study).toBeNull();
    const { epochs } = runs[5]!;
    expect(hashed[5]).toMatchObject({ rows: epochs.length, stopped: epochs.at(-1) });
    expect(hashed[4]!.stopped).toBeUndefined();
  });
});

it('an array needs as many entries as its shape has', () => {
  expect(() => npy({ values: new Float64Array(5), shape: [2, 3] })).toThrow(/5 entries.*2×3/);
});

if (!hasNumpy) console.warn('SKIPPED: python3 has no NumPy, so reproduce.py was not run');

describe.skipIf(!hasNumpy)('reproduce.py', () => {
  const studies: Readonly<Record<string, Study>> = {
    'slopes and seeds of Kou Figure 1': SLOPES,
    'Frei’s smoothed activation with flipped labels': singleStudy({
      ...DEFAULTS,
      data: 'binary-clusters',
      activation: 'smooth-leaky-relu',
      secondLayer: '1/sqrt(2m)',
      m: 16,
      n: 20,
      d: 300,
      eta: 0.01,
      epochs: 40,
      runs: 1,
      testPoints: 40,
    }),
    'Meng’s modes side by side, the penalties switched off on the way': {
      ...singleStudy({ ...MENG, until: 25 }),
      axes: [axis('regularizer', ['none', 'pegr', 'fgr'])],
    },
    'both penalties of a smoothed activation with the exponential loss': {
      ...singleStudy({ ...KOU, activation: 'smooth-leaky-relu', loss: 'exponential', runs: 1 }),
      axes: [axis('regularizer', ['pegr', 'fgr'])],
    },
    'mini-batch SGD, a penalty too': {
      ...singleStudy({ ...KOU, method: 'sgd', batchSize: 3, runs: 1 }),
      axes: [axis('regularizer', ['none', 'pegr'])],
    },
    'basis vectors drawn with replacement': singleStudy({
      ...KOU,
      data: 'orthogonal-basis',
      d: 12,
      replacement: true,
    }),
  };

  it.each(Object.entries(studies))('recomputes %s to 1e-9', (_name, study) => {
    const folder = unpacked(zipOf(contentOf(study)));
    const { status, text } = python(folder, 'reproduce.py');
    expect(text).toContain('reproduced to 1e-09');
    expect(status, text).toBe(0);
    expect(text.match(/epochs, largest/g)).toHaveLength(recordedRuns(study).length);
  });

  it('recomputes a study on a person’s own file from the zip alone: the points taken from it are inside', () => {
    const rows = Array.from({ length: 60 }, (_, k) => k);
    const dataset: Dataset = {
      id: '0123456789abcdef',
      name: 'own.csv',
      count: rows.length,
      dim: 12,
      values: Float64Array.from(
        rows.flatMap((k) => rows.slice(0, 12).map((j) => Math.sin(1 + k * 7 + j * j))),
      ),
      labels: Int32Array.from(rows, (k) => k % 3),
    };
    const study: Study = {
      ...singleStudy({
        ...KOU,
        data: 'dataset',
        file: dataset.id,
        positive: '0',
        negative: '2',
        normalisation: 'standardise',
      }),
      axes: [axis('gamma', [0, 0.5])],
    };
    const datasets = new Map([[dataset.id, dataset]]);
    const folder = unpacked(zipOf(contentOf(study, { datasets })));
    const { status, text } = python(folder, 'reproduce.py');
    expect(text.match(/epochs, largest/g), text).toHaveLength(4);
    expect(status, text).toBe(0);
  });

  it('takes a largest eigenvalue that the power method does not find from the whole spectrum', () => {
    const folder = unpacked(zipOf(contentOf(singleStudy(MENG))));
    const program = [
      'import numpy as np, reproduce as r',
      'rng = np.random.default_rng(1)',
      'q = np.linalg.qr(rng.standard_normal((60, 60)))[0]',
      'for values in ([1, 1 - 1e-4] + [0.5] * 58, np.linspace(1, 0.99, 60), [2, 1e-9] + [0] * 58):',
      '    g = (q * np.array(values)) @ q.T',
      '    g = (g + g.T) / 2',
      '    print(abs(r.largest_eigenvalue(g) / max(values) - 1) < 2e-11)',
      '# The power method begins, and stays, at an eigenvector that is not the largest one’s.',
      'print(r.largest_eigenvalue(np.array([[2.0, 0, 0], [0, 1.5, 1.5], [0, 1.5, 1.5]])) == 3)',
      'print(r.largest_eigenvalue(np.zeros((3, 3))) == 0)',
    ].join('\n');
    writeFileSync(join(folder, 'eigen.py'), program);
    expect(python(folder, 'eigen.py').text.trim().split('\n')).toEqual([
      'True',
      'True',
      'True',
      'True',
      'True',
    ]);
  });

  it('sees a number that is not the script’s, and a file that is another’s', () => {
    const folder = unpacked(zipOf(contentOf(SLOPES)));
    const table = strFromU8(unzipSync(zipOf(contentOf(SLOPES)))['recording.csv']!).split('\n');
    const cells = table[7]!.split(',');
    const loss = table[0]!.split(',').indexOf('loss');
    cells[loss] = String(Number(cells[loss]) * (1 + 1e-8));
    writeFileSync(
      join(folder, 'changed.csv'),
      table.map((line, k) => (k === 7 ? cells.join(',') : line)).join('\n'),
    );
    const changed = python(folder, 'reproduce.py', 'changed.csv');
    expect(changed.text).toContain('NOT REPRODUCED');
    expect(changed.status).toBe(1);
    writeFileSync(join(folder, 'other.csv'), `${table.slice(0, 20).join('\n')}\n`);
    expect(python(folder, 'reproduce.py', 'other.csv').status).toBe(2);
  });

  it('and NumPy reads the matrices', () => {
    const folder = unpacked(zipOf(contentOf(singleStudy(MENG))));
    const program =
      'import numpy as np; z = np.load("matrices.npz"); print([(k, z[k].shape, str(z[k].dtype)) for k in z])';
    const text = execFileSync('python3', ['-c', program], { cwd: folder, encoding: 'utf8' });
    expect(text).toContain("('run1_margins', (41, 10), 'float64')");
    expect(text).toContain("('run1_rho', (41, 10, 10), 'float64')");
    expect(text).toContain("('run1_active', (41, 10, 10), 'uint8')");
    expect(text).toContain("('run1_flips_so_far', (41, 10, 10), 'uint32')");
    expect(text).toContain("('run1_last_flip', (41, 10, 10), 'uint32')");
    expect(text).toContain("('run1_gamma', (41, 10), 'float64')");
  });
});
