import { describe, expect, it } from 'vitest';
import type { CoreFigures } from '../../bench/core.ts';
import { report, type Results } from '../../bench/report.ts';

const core: CoreFigures = {
  repeats: 3,
  rows: [
    {
      id: 'k4',
      name: 'K Fig. 4',
      bar: 0.05,
      space: 'feature',
      epoch: { median: 0.04, min: 0.03, max: 0.06 },
      training: { median: 0.01, min: 0.01, max: 0.01 },
      meanEpoch: 0.05,
      setUp: 3,
      peers: {
        'numpy-1': { ranks: { epoch: 4, note: '' }, training: { epoch: 1, note: '' } },
        'tfjs-1': {
          ranks: { epoch: null, note: 'it has no eigenvalues' },
          training: { epoch: 5, note: 'float32' },
        },
      },
    },
  ],
  peers: [
    { id: 'numpy-1', name: 'NumPy', threads: 1, version: '2.0', missing: null },
    { id: 'torch-2', name: 'PyTorch', threads: 2, version: null, missing: "No module named 'torch'" },
    { id: 'tfjs-1', name: 'TensorFlow.js', threads: 1, version: '4.22', missing: null },
  ],
};
const results: Results = {
  machine: { cpu: 'a processor', cores: 2, node: 'v20' },
  engine: 2,
  core: { at: '2026-01-01 12:00', load: 0.5, figures: core },
};

describe('the report of the benchmarks', () => {
  it('compares an epoch with its bar', () => {
    expect(report(results)).toContain(
      '| K Fig. 4 | feature | 40 µs (30 µs to 60 µs) | 10 µs | 50 µs | 3 ms | 50 µs | 0.80× |',
    );
  });

  it('compares the mean of the run with its bar where not every epoch is recorded', () => {
    const rows = core.rows.map((row) => ({ ...row, barOf: 'mean' as const }));
    const text = report({ ...results, core: { ...results.core!, figures: { ...core, rows } } });
    expect(text).toContain('| 50 µs | 3 ms | 50 µs | 1.00× |');
  });

  it('sets peers beside the core, each with its ratio, and says why a number is missing', () => {
    const text = report(results);
    expect(text).toContain('|  | NumPy, 1 thread | 4 ms = 100× | 1 ms = 100× |');
    expect(text).toContain('|  | TensorFlow.js, 1 thread | it has no eigenvalues | 5 ms = 500×, float32 |');
  });

  it('lists the peers with their versions, and one that is not installed as such', () => {
    const text = report(results);
    expect(text).toContain('| NumPy | 1 thread | 2.0 |');
    expect(text).toContain("| PyTorch | 2 threads | not here: No module named 'torch' |");
  });

  it('tells what a whole run goes to, and what of smoothed networks is φ', () => {
    const run = {
      all: 14,
      range: [12, 20] as const,
      parts: { spectra: 3.5, fingerprint: 0.4 },
      snapshots: 457,
      smooth: { activation: 0.5, training: 2 },
    };
    const text = report({ ...results, run: { at: '2026-01-01 12:00', load: 0.5, figures: run } });
    expect(text).toContain('| spectra | 3.5 ms |  |\n| fingerprint | 400 µs |  |');
    expect(text).toContain('| in all (least to most) | 14 ms (12 ms to 20 ms) | 15 ms |');
    expect(text).toContain('457 snapshots');
    expect(text).toContain('0.25×');
  });

  it('leaves out what was not measured', () => {
    expect(report(results)).not.toContain('## The page');
    expect(report({ machine: results.machine, engine: 2 })).not.toContain('## One epoch');
  });
});
