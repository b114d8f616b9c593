import type { SolvedLimit } from '../../../core/limit/report.ts';
import type { Recording } from '../../../engine/recording.ts';
import { formatValue } from '../../../charts/data/format.ts';
import { chosenRun } from '../../../charts/data/statistics.ts';
import type { SamplesContent } from '../../../charts/samples/content.ts';
import { probedOf } from '../../../state/probes.ts';

/** The limit of the run that is shown; null where there is none, or none yet. */
export function limitOf(recordings: readonly Recording[], run: number): SolvedLimit | null {
  const recording = chosenRun(recordings, run);
  const limit = recording ? (probedOf(recording)?.limit ?? null) : null;
  return limit?.kind === 'solved' ? limit : null;
}

const bound = (value: number): string => formatValue(value, 3);

/** λ_i between the theorem's bounds, with what the run's own coefficients say. */
export function multipliers({ labels, lambda, ownLambda, theorem }: SolvedLimit): SamplesContent {
  return {
    valueLabel: 'λ; outlines: from ρ',
    axis: lambda.every((value) => value > 0) ? 'log' : 'linear',
    labels,
    points: lambda,
    rings: ownLambda,
    lines:
      theorem === null
        ? []
        : [
            { value: theorem.bounds.below, label: `λ < ${bound(theorem.bounds.below)}`, below: true },
            { value: theorem.bounds.above, label: `λ > ${bound(theorem.bounds.above)}` },
          ],
  };
}

/** y_i⟨z, x_i⟩ of the line that the network decides by, with that of the widest margin; of other networks the margins. */
export function decisions({ labels, margins, theorem }: SolvedLimit): SamplesContent {
  const none = new Float64Array(labels.length).fill(NaN);
  return {
    valueLabel: theorem === null ? 'margin' : 'y⟨z, x⟩; outlines: z*',
    axis: 'linear',
    labels,
    points: theorem?.decision ?? margins,
    rings: theorem?.best ?? none,
    lines: [{ value: 1, label: 'at least 1' }],
  };
}
