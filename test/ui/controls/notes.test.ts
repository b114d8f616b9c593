import { describe, expect, it } from 'vitest';
import { PRESETS, settingsOf } from '../../../src/settings/presets.ts';
import { DEFAULTS } from '../../../src/settings/schema.ts';
import { noteOf } from '../../../src/ui/controls/notes.ts';

const figures = settingsOf(PRESETS.find(({ id }) => id === 'meng-0.5')!);

describe('the note under a setting', () => {
  it('gives T₁ in both forms, rounded up, where the theorem is about such a network', () => {
    expect(noteOf('switchOff', figures)).toBe('T₁ = 230 epochs as it holds, 115 as printed');
    expect(noteOf('switchOff', { ...figures, sigma0: 10 })).toBe('T₁ = 0 epochs as it holds, 0 as printed');
    expect(noteOf('switchOff', { ...figures, q: 3 })).toBe('');
    expect(noteOf('switchOff', DEFAULTS)).toBe('');
  });

  it('says on which side of 1 each penalty is at the start', () => {
    expect(noteOf('lambdaPegr', figures)).toBe('λ|a|‖ξ‖² = 1.25, above 1: noise shrinks at the start');
    expect(noteOf('lambdaFgr', figures)).toBe('λ|a|‖ξ‖²/n = 0.0998, not above 1: noise grows from the start');
    expect(noteOf('lambdaPegr', DEFAULTS)).toBe('');
  });

  it('says what a long run takes, and what it takes where patterns never freeze', () => {
    const long = { ...DEFAULTS, gamma: 0.5, n: 10, m: 100, epochs: 1e9, testPoints: 0 };
    expect(noteOf('epochs', long)).toMatch(
      /^A run takes about \d+ min where patterns freeze, up to \d+ h where they do not$/,
    );
    expect(noteOf('epochs', { ...long, gamma: 0, epochs: 1e6, n: 100 })).toMatch(
      /^A run takes about \d+ min$/,
    );
    expect(noteOf('epochs', DEFAULTS)).toBe('');
  });

  it('is nothing for the other settings', () => {
    expect(noteOf('eta', figures)).toBe('');
  });
});
