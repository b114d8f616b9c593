import { formatClass } from '../../../settings/labels.ts';
import { formatReading } from '../../../settings/reading.ts';
import { SETTINGS, type Settings } from '../../../settings/schema.ts';
import type { Choice } from '../proposal.ts';
import { plural } from '../words.ts';
import type { BuiltDataset } from './build.ts';

/** The settings that opening files makes. */
export type FileSettings = Pick<
  Settings,
  'data' | 'file' | 'reading' | 'positive' | 'negative' | 'normalisation' | 'n' | 'testPoints'
>;

/** Points to train on at first: more are slow, and can be asked for. */
const MANY = 1_000;
/** Of a file of fewer rows all are trained on, and none are left for a test. */
const FEW = 10;

/**
 * The experiment that is proposed of opened files: the classes and the normalisation of the proposal, four fifths of the
 * rows to train and the rest to test. Defaults that were made for other data are not taken over.
 */
export function settingsOfFile(
  { dataset, labels, proposal }: BuiltDataset,
  choice: Choice = {},
): FileSettings {
  const codes = new Map(labels.map(({ name, code }) => [name, code]));
  const names = dataset.labelNames ?? null;
  const classText = (group: readonly string[], other: string): string =>
    group.length === 0
      ? other
      : formatClass(
          group.map((name) => codes.get(name)!),
          names,
        );
  const positive = classText(proposal.positive, SETTINGS.positive.default);
  const rows = [...proposal.positive, ...proposal.negative].reduce(
    (sum, name) => sum + (proposal.labels.get(name) ?? 0),
    0,
  );
  const n = Math.max(SETTINGS.n.min, rows < FEW ? rows : Math.min(MANY, Math.round(0.8 * rows)));
  return {
    data: 'dataset',
    file: dataset.id,
    reading: formatReading(choice),
    positive,
    // A file of one label has no other class: one that no row has.
    negative: classText(proposal.negative, positive === '0' ? '1' : '0'),
    normalisation: proposal.normalisation,
    n,
    testPoints: Math.max(0, Math.min(SETTINGS.testPoints.max, rows - n)),
  };
}

/** What {@link settingsOfFile} chose, as a sentence. */
export function settingsInWords({ n, testPoints }: FileSettings): string {
  const rest =
    testPoints === 0
      ? 'none are left to test'
      : `${plural(testPoints, 'other')} test${testPoints === 1 ? 's' : ''}`;
  return `${plural(n, 'row')} train${n === 1 ? 's' : ''}, ${rest}.`;
}
