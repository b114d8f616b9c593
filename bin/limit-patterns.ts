/** The patterns that the limit is known for. */
export const PATTERNS = {
  aligned: 'neuron j fires at sample i exactly where j = y_i',
  final: 'that of the pre-activations at the end of the run',
} as const;

export type Pattern = keyof typeof PATTERNS;

/**
 * What the limit of a leaky network is (F Theorem 3.2, K Lemma 5.6), known from the data alone; ReLU keeps a pattern that
 * depends on W(0), so its own limit is that of the final one.
 */
export const DEFAULT_PATTERN: Pattern = 'aligned';
