import type { Proposal } from '../../engine/files/proposal.ts';

const FORMATS: Readonly<Record<Proposal['format'], string>> = {
  csv: 'A table of text (CSV)',
  idx: 'IDX, as MNIST has it',
  npy: 'A NumPy array',
  npz: 'NumPy arrays',
  libsvm: 'LIBSVM',
  arff: 'ARFF, as Weka has it',
  parquet: 'Parquet',
  'cifar-10': 'CIFAR-10',
  'cifar-100': 'CIFAR-100',
};

export const formatName = (format: Proposal['format']): string => FORMATS[format];

/** "4", "0, 1, 2", "0, 1, 2 … 11 more". */
export function listed(labels: readonly string[], most = 6): string {
  const rest = labels.length - most;
  return rest <= 1 ? labels.join(', ') : `${labels.slice(0, most).join(', ')} and ${rest} more`;
}

/** "812 bytes", "54 kB", "1.6 MB". */
export function sizeOf(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  return bytes < 999_500 ? `${Math.round(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** "27 November 2026", in the time zone of the person. */
export function openedOn(at: number): string {
  const date = new Date(at);
  return `${date.getDate()} ${MONTHS[date.getMonth()]} ${date.getFullYear()}`;
}
