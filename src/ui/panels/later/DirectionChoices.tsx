import type { ReactElement } from 'react';
import { pairOf, type DirectionName } from '../../../core/probe/slice/directions.ts';
import type { SliceFrame } from '../../../core/probe/slice/frame.ts';
import { directionLabel, noiseLabel } from '../../../charts/slice/words.ts';
import type { Settings } from '../../../settings/schema.ts';
import { useSettings } from '../../../state/settings.ts';
import { useView } from '../../../state/view.ts';
import { Choice } from '../../parts/Choice.tsx';

/** Samples that are offered by name; links may name any. */
const OFFERED_SAMPLES = 24;

const HELP: Readonly<Partial<Record<DirectionName, string>>> = {
  mu: 'The mean of the positive class (of 2-xor, of one pair of clusters)',
  mu2: 'The mean of the other pair of clusters',
  v: 'Where all positive neurons point in the limit (Frei et al., Theorem 3.2)',
  u: 'Where all negative neurons point in the limit',
  s1: 'The direction that W stretches most, at the end of the run',
  s2: 'The one after it',
};

/** @param place the first direction, or the second */
function offered(
  { data, d }: Settings,
  labels: Float64Array | undefined,
  place: number,
): readonly DirectionName[] {
  const plane: readonly DirectionName[] = d === 2 && data !== 'dataset' ? ['c1', 'c2'] : [];
  const means: readonly DirectionName[] =
    data === 'two-xor'
      ? ['mu', 'mu2']
      : data === 'gaussian-mixture' || data === 'binary-clusters'
        ? ['mu']
        : [];
  const count = Math.min(OFFERED_SAMPLES, labels?.length ?? 0);
  const samples = Array.from({ length: count }, (_, i): DirectionName => `x${i + 1}`);
  if (data === 'signal-noise') return place === 0 ? ['mu'] : samples;
  return [...plane, ...means, 'v', 'u', 's1', 's2', ...samples];
}

interface DirectionChoicesProps {
  readonly labels: Float64Array | undefined;
  /** Of what is shown: which pair the usual one is. */
  readonly frame: SliceFrame | null;
}

/** The two directions that span the slice. */
export function DirectionChoices({ labels, frame }: DirectionChoicesProps): ReactElement {
  const { slice, set } = useView();
  const settings = useSettings((state) => state.settings);
  const isOfPatches = settings.data === 'signal-noise';
  const usual = frame?.names ?? usualNames(settings);
  const pair = slice === '' ? usual : pairOf(slice);
  return (
    <span className="panel-choices slice-choices">
      {([0, 1] as const).map((place) => {
        const own = pair[place];
        const other = pair[1 - place]!;
        const names = offered(settings, labels, place);
        const shown = names.includes(own) ? names : [...names, own];
        return (
          <Choice
            key={place}
            label={place === 0 ? 'First direction of the slice' : 'Second direction of the slice'}
            value={own}
            options={shown
              .filter((name) => name !== other)
              .map((name) => ({
                value: name,
                label: labelOf(name, labels, isOfPatches),
                help: HELP[name] ?? '',
              }))}
            onChange={(value) => set({ slice: (place === 0 ? [value, other] : [other, value]).join('.') })}
          />
        );
      })}
    </span>
  );
}

/** While nothing is computed. */
function usualNames({ data, d }: Settings): readonly [DirectionName, DirectionName] {
  if (data === 'signal-noise') return ['mu', 'x1'];
  return d === 2 ? ['c1', 'c2'] : ['v', 'u'];
}

/** "x₃ (y = −1)"; of two patches "ξ₃ (y = −1)" */
function labelOf(name: DirectionName, labels: Float64Array | undefined, isOfPatches: boolean): string {
  const y = /^x\d/.test(name) ? labels?.[Number(name.slice(1)) - 1] : undefined;
  const label = isOfPatches ? noiseLabel(directionLabel(name)) : directionLabel(name);
  return y === undefined ? label : `${label} (y = ${y > 0 ? '+1' : '−1'})`;
}
