import { FEWEST_NEURONS, whyApart, type Apart } from '../core/method/alike.ts';
import { chooseSpace } from '../core/space/create.ts';
import { USUAL_FILE_DIMENSION } from './memory.ts';
import { specIn, type SettingName, type Settings } from './schema.ts';
import type { NumberSpec } from './spec.ts';
import { switchOffEpoch } from './switch-off.ts';
import { formatNumber, labelOf } from './words.ts';

/** T at most where every epoch costs an ordinary step. */
export const ORDINARY_EPOCHS = 1_000_000;

type Reason = Apart | 'relu';

/** Why, and what to do. */
const REASONS: Readonly<Record<Reason, readonly [why: string, remedy: string]>> = {
  activation: ['only neurons of leaky ReLU can come to move alike', 'choose leaky ReLU'],
  relu: ['neurons of ReLU go on changing their patterns, each on its own', 'take γ above 0'],
  method: ['neurons are moved by groups under gradient descent alone', 'choose gradient descent'],
  space: [
    'neurons move alike in feature space alone',
    'choose “The cheaper space” and n of at most 2d and 5,000',
  ],
  penalty: ['neurons do not move alike while there is a penalty', 'switch it off before'],
  neurons: [
    `fewer than ${FEWEST_NEURONS} neurons of a class are computed one by one`,
    `take m of at least ${FEWEST_NEURONS}`,
  ],
};

/** What keeps a run from being longer than {@link ORDINARY_EPOCHS}; null where nothing does. */
function whyOrdinary(settings: Settings, fileDimension: number): Reason | null {
  const { activation, gamma, method, regularizer, m, n, d, data, epochs, space } = settings;
  const until = regularizer === 'none' ? 0 : (switchOffEpoch(settings) ?? Infinity);
  const dim = data === 'dataset' ? fileDimension : d;
  const apart = whyApart({
    activation,
    method,
    unpenalisedFrom: until,
    m,
    epochs,
    space,
    kind: chooseSpace(space, n, dim),
  });
  return apart ?? (gamma === 0 ? 'relu' : null);
}

/** Whether neurons may come to move by groups, so that an epoch costs little. */
export const mayMoveAlike = (settings: Settings, fileDimension = USUAL_FILE_DIMENSION): boolean =>
  whyOrdinary(settings, fileDimension) === null;

/** Why T may not be what it is, and what to do; null where it may. */
export function longRunProblem(settings: Settings, fileDimension = USUAL_FILE_DIMENSION): string | null {
  const { epochs } = settings;
  if (epochs <= ORDINARY_EPOCHS) return null;
  const reason = whyOrdinary(settings, fileDimension);
  if (reason === null) return null;
  const [why, remedy] = REASONS[reason];
  const is = `${labelOf(specIn('epochs', settings))} = ${formatNumber(epochs, 'integer')} is above ${formatNumber(ORDINARY_EPOCHS, 'integer')}`;
  return `${is}, the most where each neuron is computed by itself, and ${why}: ${remedy}, or lower T`;
}

/** The end of a setting's slider among the present settings. */
export const sliderEnd = (name: SettingName, spec: NumberSpec, settings: Settings): number =>
  name === 'epochs' && !mayMoveAlike({ ...settings, epochs: spec.max }) ? ORDINARY_EPOCHS : spec.max;
