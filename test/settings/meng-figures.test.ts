import { describe, expect, it } from 'vitest';
import { compute } from '../../bin/compute.ts';
import type { Mode } from '../../src/settings/modes.ts';
import { PRESETS, settingsOf } from '../../src/settings/presets.ts';

const RUNS = 3;

/** How the runs of a preset end, by mode. */
function endsOf(id: string) {
  const preset = PRESETS.find((each) => each.id === id);
  const { runs } = compute({ ...settingsOf(preset!), runs: RUNS });
  for (const { outcome } of runs) expect(outcome).toEqual({ kind: 'finished' });
  return (mode: Mode) => runs.filter((run) => run.mode === mode).map(({ scalars }) => scalars);
}

const accuracies = (ends: readonly { readonly testError: number }[]) =>
  ends.map(({ testError }) => 1 - testError);

/**
 * Who reaches test accuracy near 1 in M's Figure 4, and who does not (EXPERIMENTS D: 1.000 or .495 to .505, the mean of
 * 20 seeds; 200 test points of a fair coin have a standard deviation of .035).
 */
describe('the presets of M’s Figures 1–4', () => {
  it('with little noise (σ_p = 0.1) reach test accuracy 1 in every mode', () => {
    const ends = endsOf('meng-0.1');
    for (const mode of ['none', 'pegr', 'fgr'] as const) {
      for (const accuracy of accuracies(ends(mode))) expect(accuracy, mode).toBeGreaterThan(0.99);
    }
  });

  it.each(['meng-0.5', 'meng-1', 'meng-1.5'])(
    '%s: only PEGR learns the signal, the others the noise',
    (id) => {
      const ends = endsOf(id);
      for (const accuracy of accuracies(ends('pegr'))) expect(accuracy).toBeGreaterThan(0.99);
      for (const { signal, loss } of ends('pegr')) {
        expect(signal).toBeGreaterThan(1);
        expect(loss).toBeLessThan(0.03);
      }
      for (const mode of ['none', 'fgr'] as const) {
        for (const accuracy of accuracies(ends(mode)))
          expect(Math.abs(accuracy - 0.5), mode).toBeLessThan(0.15);
        for (const { signal, noise, loss } of ends(mode)) {
          expect(signal).toBeLessThan(0.1);
          expect(noise).toBeGreaterThan(2);
          expect(loss).toBeLessThan(0.002);
        }
      }
    },
  );

  it('as printed, with second layer ±1/m, learn no signal, with PEGR neither', () => {
    const ends = endsOf('meng-printed');
    for (const mode of ['none', 'pegr', 'fgr'] as const) {
      for (const accuracy of accuracies(ends(mode)))
        expect(Math.abs(accuracy - 0.5), mode).toBeLessThan(0.15);
      for (const { signal } of ends(mode)) expect(signal).toBeLessThan(0.3);
    }
  });
});
