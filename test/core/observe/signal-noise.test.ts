import { describe, expect, it } from 'vitest';
import { SignalNoiseView } from '../../../src/core/observe/signal-noise.ts';
import { smallPatches } from './small-patches.ts';

describe('signal and noise', () => {
  it('are the largest |⟨w, μ⟩| and ⟨w, ξ_i⟩, and of the shown neurons those and jγ = C_rμ ‖μ‖²', () => {
    const { problem, ground } = smallPatches();
    const view = SignalNoiseView.of(problem, ground)!;
    // Z = W(0) Uᵀ: ⟨w, μ⟩ = 2, −4, 2, 0 and max ⟨w, ξ_i⟩ = 3, 3, −1, 9.
    expect(view.measure()).toEqual({ signal: 4, noise: 9 });
    const { gamma, signal, noise } = view.of(Int32Array.of(1, 2, 3));
    expect([...gamma]).toEqual([11 * 4, -21 * 4, -31 * 4]);
    expect([...signal]).toEqual([-4, 2, 0]);
    expect([...noise]).toEqual([3, -1, 9]);
  });

  it('may be negative noise, and are not measured without a signal', () => {
    const { problem, ground } = smallPatches();
    ground.space.z.fill(-1);
    const view = SignalNoiseView.of(problem, ground)!;
    expect(view.measure()).toEqual({ signal: 1, noise: -1 });
    const samples = { ...problem.samples, signalFeature: null };
    expect(SignalNoiseView.of({ ...problem, samples }, ground)).toBeNull();
  });
});
