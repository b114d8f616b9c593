import { MODE_NAMES, type Mode } from '../../settings/modes.ts';
import { QUANTITY_NAMES } from '../../settings/outcomes.ts';
import { shortNumber, labelOf } from '../../settings/words.ts';
import { useClock } from '../../state/clock.ts';
import { formatCount, formatValue, NOT_THERE } from '../data/format.ts';
import { inTime } from '../data/moment.ts';
import { formatQuantity } from '../data/quantities.ts';
import { spreadNote } from '../data/means.ts';
import type { Table } from '../data/words.ts';
import { isEpoch, type OutcomeSpec } from './outcome.ts';
import { varied, type AgainstContent, type AgainstSeries, type Place } from './series.ts';

const MOMENTS: Readonly<Record<OutcomeSpec['moment'], string>> = {
  end: 'at the end',
  playhead: 'at the playhead',
  least: 'at its least',
  greatest: 'at its greatest',
  below: 'at or below',
  above: 'at or above',
};

/** "Training loss at the end", "First epoch with training loss at or below 0.1". */
export function outcomeInWords(spec: OutcomeSpec): string {
  const name = QUANTITY_NAMES[spec.quantity];
  if (!isEpoch(spec)) return inTime(`${name} ${MOMENTS[spec.moment]}`);
  const quantity = name.charAt(0).toLowerCase() + name.slice(1);
  return inTime(`First epoch with ${quantity} ${MOMENTS[spec.moment]} ${shortNumber(spec.threshold)}`);
}

/** What its vertical axis measures, and of how many runs: "Training loss at the end; mean ± 3 sd of 5 runs". */
export function againstLabel({ spec, series, band }: AgainstContent): string {
  const runs = Math.max(0, ...series.flatMap(({ places }) => places.map(({ outcomes }) => outcomes.length)));
  const outcome = outcomeInWords(spec);
  return runs < 2 ? outcome : `${outcome}; ${spreadNote(`${runs} runs`, band)}`;
}

const format = (spec: OutcomeSpec, value: number): string =>
  isEpoch(spec) ? formatMoment(value) : formatQuantity(spec.quantity, value);

/** "137", or of a run by gradient flow "137 (log t = 4.2)": a mean of several moments has no time of its own. */
function formatMoment(value: number): string {
  if (!Number.isInteger(value)) return formatValue(value, 3);
  const { clock } = useClock.getState();
  return clock?.logTime ? `${formatCount(value)} (${clock.tell(value)})` : formatCount(value);
}

const count = (place: Place, kind: Place['outcomes'][number]['kind']): number =>
  place.outcomes.filter((outcome) => outcome.kind === kind).length;

/** "1.02 ± 0.05", "1.02 (0.99 … 1.06)"; "never" or "2 of 5 never, the others 12 … 30" where there is no mean. */
export function reading({ spec, band }: AgainstContent, place: Place): string {
  const values = place.outcomes.flatMap((outcome) => (outcome.kind === 'value' ? [outcome.value] : []));
  const all = place.outcomes.length;
  const told = (['never', 'diverged'] as const).flatMap((kind) => {
    const so = count(place, kind);
    return so === 0 ? [] : [so === all ? kind : `${so} of ${all} ${kind}`];
  });
  if (place.mean !== null) {
    const middle = format(spec, place.mean);
    if (values.length < 2) return middle;
    if (band !== 'sd')
      return `${middle} (${format(spec, Math.min(...values))} … ${format(spec, Math.max(...values))})`;
    return `${middle} ± ${format(spec, threeSd(values, place.mean))}`;
  }
  if (values.length > 0) {
    const [least, most] = [format(spec, Math.min(...values)), format(spec, Math.max(...values))];
    told.push(`the others ${least === most ? least : `${least} … ${most}`}`);
  }
  if (told.length > 0) return told.join(', ');
  return count(place, 'unmeasured') > 0 ? 'not measured' : 'not there yet';
}

function threeSd(values: readonly number[], mean: number): number {
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return 3 * Math.sqrt(squares / (values.length - 1));
}

/** "5 seeds", or "3 of 5 seeds" while runs are on their way. */
export function seedsInWords(place: Place): string {
  const all = place.outcomes.length;
  const seeds = all === 1 ? 'seed' : 'seeds';
  const waiting = count(place, 'waiting');
  return waiting === 0 ? `${all} ${seeds}` : `${all - waiting} of ${all} ${seeds}`;
}

/** "γ = 0.1, m = 50": what tells a place from the others. */
export const placeInWords = (series: AgainstSeries, place: Place): string =>
  series.label === '' ? place.name : `${place.name}, ${series.label}`;

/** What the chart shows, in a sentence or two. */
export function againstSummary(content: AgainstContent): string {
  const subject = `${outcomeInWords(content.spec)} against ${labelOf(varied(content))}`;
  const lines = content.series.map((series) => {
    const course = series.places.map((place) => `${reading(content, place)} at ${place.name}`).join('; ');
    return series.label === '' ? course : `${series.label}: ${course}`;
  });
  return `${subject}: ${lines.join('. ')}.`;
}

/** A row a value and line: the value, the line where there are several, mean ± spread, and each run. */
export function againstTable(content: AgainstContent): Table {
  const rows = content.series.flatMap((series) => series.places.map((place) => ({ series, place })));
  const several = content.series.length > 1;
  const most = rows.reduce((runs, { place }) => Math.max(runs, place.outcomes.length), 0);
  return {
    columns: [
      labelOf(varied(content)),
      ...(several ? ['curve'] : []),
      outcomeInWords(content.spec),
      ...Array.from({ length: most }, (_, r) => `run ${r + 1}`),
    ],
    count: rows.length,
    row(index) {
      const { series, place } = rows[index]!;
      return [
        valueOf(content, place),
        ...(several ? [series.label === '' ? NOT_THERE : series.label] : []),
        reading(content, place),
        ...Array.from({ length: most }, (_, r) => {
          const outcome = place.outcomes[r];
          if (outcome === undefined || outcome.kind === 'waiting' || outcome.kind === 'unmeasured')
            return NOT_THERE;
          return outcome.kind === 'value' ? format(content.spec, outcome.value) : outcome.kind;
        }),
      ];
    },
  };
}

const valueOf = ({ setting }: AgainstContent, { value }: Place): string => {
  if (setting === 'regularizer') return MODE_NAMES[value as Mode];
  return typeof value === 'number' ? shortNumber(value) : String(value);
};
