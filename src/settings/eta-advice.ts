/** The way out of a divergence: an η that can be taken, or what else there is to make smaller. */
export const etaAdvice = (suggestedEta: number | null): string =>
  suggestedEta === null
    ? 'no smaller η of this page was found with which it stays finite: try a smaller λ, σ₀ or second layer'
    : `it stayed finite with η = ${suggestedEta}`;
