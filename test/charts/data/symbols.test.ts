import { describe, expect, it } from 'vitest';
import { symbolParts } from '../../../src/charts/data/symbols.ts';

describe('text with symbols', () => {
  it('has below the line what is written after an underscore, and a minus in exponents', () => {
    expect(symbolParts('ω_TF = 1e-5, p_flip')).toEqual([
      { text: 'ω', below: false },
      { text: 'TF', below: true },
      { text: ' = 1e−5, ', below: false },
      { text: 'p', below: false },
      { text: 'flip', below: true },
    ]);
  });

  it('has below the line, in letters that every font has, what Unicode writes small', () => {
    expect(symbolParts('1/(σₚ√d), σₚ²')).toEqual([
      { text: '1/(', below: false },
      { text: 'σ', below: false },
      { text: 'p', below: true },
      { text: '√d), ', below: false },
      { text: 'σ', below: false },
      { text: 'p', below: true },
      { text: '²', below: false },
    ]);
  });

  it('has it below a letter with a prime, too', () => {
    expect(symbolParts('|ℓ′_i|')).toEqual([
      { text: '|', below: false },
      { text: 'ℓ′', below: false },
      { text: 'i', below: true },
      { text: '|', below: false },
    ]);
  });

  it('is one piece without them, and none where it is empty', () => {
    expect(symbolParts('γ = 0.1')).toEqual([{ text: 'γ = 0.1', below: false }]);
    expect(symbolParts('')).toEqual([]);
  });
});
