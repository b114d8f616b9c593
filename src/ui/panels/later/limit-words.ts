import { inTime } from '../../../charts/data/moment.ts';
import type { LimitReport, SolvedLimit } from '../../../core/limit/report.ts';
import { formatCount, formatValue } from '../../../charts/data/format.ts';

export const TOO_LARGE =
  'Not measured: the activation is a power of ReLU, which has no limit of this kind, or there are more than 512 patches, or too many neurons.';

/** What the limits of some runs are, in a sentence; '' where there are none yet. */
export function limitsInWords(reports: readonly LimitReport[]): string {
  const solved = reports.flatMap((report) => (report.kind === 'solved' ? [report] : []));
  const none = reports.find((report) => report.kind === 'none');
  if (none !== undefined) {
    const which =
      reports.length > 1 ? `${reports.length - solved.length} of ${reports.length} runs have no limit: ` : '';
    return `${which}${sentence(none.why)}`;
  }
  if (solved.length === 0) return '';
  const off = solved.filter(({ offPattern }) => offPattern > 0);
  if (off.length > 0) return offWords(off[0]!);
  return solved.every(({ aligned }) => aligned)
    ? 'In the end each neuron fires for its own class alone; the data decide the limit.'
    : inTime('The limit is that of the pattern at each epoch, and of the last at the end.');
}

/** A caution beside the multipliers; '' where there is none. */
export function cautionOf(report: SolvedLimit): string {
  if (report.offPattern > 0) return offWords(report);
  return report.singular
    ? 'λ is one of several: the gradients of these points depend on each other. W is unique.'
    : '';
}

/** How the network's line compares with the widest one; '' where the theorem is of others. */
export function ratioWords({ theorem }: SolvedLimit): string {
  if (theorem === null || theorem.ratio === null) return '';
  const { ratio, ratioBound } = theorem;
  return `‖z‖/‖z*‖ = ${formatValue(ratio, 4)}, at most 2/(κ + γ) = ${formatValue(ratioBound, 3)}.`;
}

/** Whether the data are as the theorem assumes; '' where it is of others. */
export function assumptionWords({ theorem }: SolvedLimit): string {
  if (theorem === null) return '';
  const { assumption, needs } = theorem;
  const here = assumption === Infinity ? '∞' : formatValue(assumption, 3);
  const met = assumption >= needs ? 'The assumption is met' : 'The assumption is not met';
  return `${met}: R_min²/(R²np) = ${here}, at least ${formatValue(needs, 3)} is asked for.`;
}

const offWords = ({ offPattern, pairs }: SolvedLimit): string =>
  `The limit leaves its own pattern in ${formatCount(offPattern)} of ${formatCount(pairs)} pairs (neuron, point): it is no KKT point of the network, and the run goes elsewhere.`;

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
