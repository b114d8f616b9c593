import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Symbols } from '../../../src/ui/parts/Symbols.tsx';

const set = (text: string): string => renderToStaticMarkup(<Symbols text={text} />);

describe('symbols in text', () => {
  it('have what stands below them there', () => {
    expect(set('Figures 1–4, σₚ = 0.5')).toBe('Figures 1–4, σ<sub>p</sub> = 0.5');
    expect(set('γ_μ')).toBe('γ<sub>μ</sub>');
    expect(set('λ = 1/(σₚ√d), σₚ')).toBe('λ = 1/(σ<sub>p</sub>√d), σ<sub>p</sub>');
  });

  it('leave numbers whole, with a minus sign', () => {
    expect(set('σ₀ = 1e-5')).toBe('σ₀ = 1e−5');
  });

  it('leave other text as it is', () => {
    expect(set('after Kou, Chen and Gu 2023, Figure 1')).toBe('after Kou, Chen and Gu 2023, Figure 1');
  });
});
