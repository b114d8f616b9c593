import { SCALARS } from '../../src/core/observe/quantities.ts';
import type { ScalarName } from '../../src/core/observe/quantities.ts';
import type { Snapshot } from '../../src/core/observe/recorder.ts';
import type { RunFacts } from '../../src/core/outcome.ts';
import type { Variant } from '../../src/engine/batch.ts';
import type { Recording } from '../../src/engine/recording.ts';
import { MODE_NAMES, MODES, type Mode } from '../../src/settings/modes.ts';
import { DEFAULTS } from '../../src/settings/schema.ts';
import { axis } from '../../src/settings/study/axis.ts';
import { pointsOf, singleStudy } from '../../src/settings/study/study.ts';

export interface SyntheticOptions {
  readonly n?: number;
  /** Neurons in each class. */
  readonly m?: number;
  /** T; epochs 0..T are recorded. */
  readonly epochs?: number;
  readonly seed?: number;
  /** Recorded epochs so far; all when absent. */
  readonly length?: number;
  readonly ended?: boolean;
  /** Epochs between snapshots. */
  readonly every?: number;
  /** Shown rows; all 2m when absent. */
  readonly rows?: number;
  /** Two patches, signal and noise; false when absent. */
  readonly signal?: boolean;
  readonly regularizer?: RunFacts['regularizer'];
}

/** Numbers in [0, 1): a linear congruential generator (Numerical Recipes), so that tests repeat. */
export function uniform(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}

/**
 * A recording that looks like a run of K's Figure 1 but is made of plain formulas: margins about log t, loss about
 * 1/t, stable ranks that fall to 1, coefficients whose rows become alike.
 */
export function syntheticRecording(options: SyntheticOptions = {}): Recording {
  const { n = 10, m = 20, epochs = 50, seed = 1, ended = true, every = 1, rows = 2 * m } = options;
  const { signal = false, regularizer = { kind: 'none' } } = options;
  const length = options.length ?? epochs + 1;
  const next = uniform(seed);
  const labels = Float64Array.from({ length: n }, (_, i) =>
    i === 0 ? 1 : i === 1 ? -1 : next() < 0.5 ? 1 : -1,
  );
  const ease = Float64Array.from({ length: n }, () => 0.85 + 0.3 * next());
  const shape = {
    rows: Int32Array.from({ length: rows }, (_, r) => Math.floor((r * 2 * m) / rows)),
    columns: Int32Array.from({ length: n }, (_, i) => i),
  };
  const facts: RunFacts = {
    n,
    d: 784,
    neurons: 2 * m,
    labels,
    testPoints: 100,
    space: 'feature',
    shape,
    recordedEpochs: epochs + 1,
    rMin: 27,
    rMax: 29,
    p: 90,
    signalNorm: signal ? 1 : null,
    signalToNoise: signal ? 0.05 : null,
    regularizer,
  };
  const fall = 0.8 + 0.4 * next();
  const at = (name: ScalarName, t: number): number => {
    const grown = Math.log(1 + 0.12 * t);
    switch (name) {
      case 'loss':
        return (0.693 / (1 + 0.12 * fall * t)) * (1 + 0.02 * next());
      case 'stableRankPositive':
        return 1 + 50 / (1 + fall * t * (1 + 0.2 * t));
      case 'stableRankNegative':
        return 1 + 53 / (1 + 0.7 * fall * t * (1 + 0.2 * t));
      case 'stableRankAll':
        return 1.5 + 90 / (1 + fall * t * (1 + 0.15 * t));
      case 'frobenius':
        return 0.4 + 1.4 * grown * fall;
      case 'minNeuronNorm':
        return 0.02 + 0.07 * grown * fall;
      case 'maxNeuronNorm':
        return 0.03 + 0.12 * grown * fall;
      case 'marginGap':
        return 0.4 / (1 + 0.1 * t) + 0.05;
      case 'lossRatio':
        return 1 + 0.6 * (1 - 1 / (1 + t));
      case 'flips':
        return t === 0 ? 0 : Math.round((n * m) / (1 + t * t));
      case 'agreement':
        return 1 - 0.5 / (1 + 0.6 * t * t);
      case 'trainError':
        return Math.max(0, Math.round(n * (0.5 - 0.3 * t)) / n);
      case 'testError':
        return 0.08 + 0.42 / (1 + 0.5 * t);
      case 'penalty':
        return regularizer.kind === 'none' ? 0 : 0.3 / (1 + 0.12 * t);
      case 'gradientNorm':
        return 0.5 / (1 + 0.12 * t);
      case 'signal':
        return signal ? 0.05 + 0.4 * grown : 0;
      case 'flipsSoFar':
        return Math.round(n * m * Math.min(t, 3));
      case 'lastFlip':
        return Math.min(t, 3);
      case 'noise':
        return signal ? 0.2 + 0.3 * grown : 0;
    }
  };
  const columns = new Map<ScalarName, Float64Array>(
    SCALARS.map((name) => [name, Float64Array.from({ length }, (_, t) => at(name, t))]),
  );
  const margins = new Float64Array(length * n);
  for (let t = 0; t < length; t++) {
    for (let i = 0; i < n; i++)
      margins[t * n + i] = Math.log(1 + 0.15 * ease[i]! * t) + 0.004 * (ease[i]! - 1);
  }
  const noise = Float64Array.from({ length: rows * n }, () => next() - 0.5);
  const snapshots: Snapshot[] = [];
  let flips = { soFar: new Uint32Array(rows * n), last: new Uint32Array(rows * n) };
  for (let t = 0; t < length; t += every) {
    const rho = new Float64Array(rows * n);
    const active = new Uint8Array(rows * n);
    for (let r = 0; r < rows; r++) {
      const j = shape.rows[r]! < m ? 1 : -1;
      for (let i = 0; i < n; i++) {
        const own = j * labels[i]! > 0;
        const start = noise[r * n + i]!;
        const grown = Math.log(1 + 0.15 * t * ease[i]!);
        // Once the sign is right the increment is the same for all neurons of a class (K Lemma 5.7).
        const late = Math.min(1, 0.4 + 0.5 * t * (0.4 + start));
        rho[r * n + i] = own ? grown * Math.max(0.1, late) : -0.1 * grown;
        active[r * n + i] = start + (own ? 0.12 : -0.12) * t >= 0 ? 1 : 0;
      }
    }
    const before = snapshots.at(-1)?.active ?? active;
    if (active.some((fires, cell) => fires !== before[cell])) {
      const { soFar, last } = flips;
      flips = {
        soFar: soFar.map((count, cell) => count + Number(active[cell] !== before[cell])),
        last: last.map((epoch, cell) => (active[cell] === before[cell] ? epoch : t)),
      };
    }
    const singularValues = Float64Array.from({ length: 10 }, (_, k) =>
      k < 2 ? 0.1 + (1.3 - 0.4 * k) * Math.log(1 + 0.15 * t) : 0.1 - 0.005 * k + 0.02 * Math.log(1 + t),
    );
    const ofNeuron = (value: (r: number) => number) =>
      Float64Array.from({ length: rows }, (_, r) => value(r));
    const neurons = signal
      ? {
          gamma: ofNeuron((r) => 0.4 * Math.log(1 + 0.12 * t) * noise[r * n]!),
          signal: ofNeuron((r) => 0.05 + 0.4 * Math.log(1 + 0.12 * t) * noise[r * n]!),
          noise: ofNeuron((r) => Math.max(...rho.subarray(r * n, (r + 1) * n))),
        }
      : null;
    snapshots.push({ epoch: t, rho, active, sliding: null, flips, singularValues, neurons });
  }
  return {
    run: seed,
    facts,
    length,
    epochs: Float64Array.from({ length }, (_, t) => t),
    column: (name) => columns.get(name)!,
    margins,
    snapshots,
    end: ended ? { kind: 'outcome', outcome: { kind: 'finished' }, fingerprint: '0123456789abcdef' } : null,
    version: length,
  };
}

/** Two runs of each mode, on data with a signal; the penalties go off half-way. */
export function comparedRuns(options: SyntheticOptions & { readonly epochs: number }): readonly Variant[] {
  const until = Math.floor(options.epochs / 2);
  const study = {
    ...singleStudy({ ...DEFAULTS, epochs: options.epochs }),
    axes: [axis('regularizer', MODES)],
  };
  const points = pointsOf(study);
  const runs = (mode: Mode, place: number, first: number): Variant => ({
    point: points[place]!,
    curve: { setting: 'regularizer', place, of: MODES.length },
    name: MODE_NAMES[mode],
    recordings: [first, first + 1].map((seed) =>
      syntheticRecording({
        ...options,
        signal: true,
        seed,
        regularizer: mode === 'none' ? { kind: mode } : { kind: mode, lambda: 0.5, until },
      }),
    ),
  });
  return MODES.map((mode, place) => runs(mode, place, 10 * place + 1));
}
