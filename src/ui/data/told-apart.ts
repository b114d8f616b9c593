import type { KeptFiles } from '../../engine/files/keeper-api.ts';
import { shorten } from '../../settings/words.ts';
import type { OpenData } from './dataset-store.ts';
import { openedOn, sizeOf } from './words.ts';

/** Files of before in the words of their list. */
export interface KeptInWords {
  readonly key: string;
  readonly names: string;
  /** Their size and when they were opened; of several of one name, which data were made of them too. */
  readonly about: string;
  /** What no other of the list is called. */
  readonly called: string;
}

export function inList(kept: readonly KeptFiles[]): readonly KeptInWords[] {
  const named = kept.map(({ names }) => names.map((name) => shorten(name, 40)).join(' and '));
  return kept.map(({ key, size, at, datasets }, k) => {
    const names = named[k]!;
    const isAlone = named.indexOf(names) === named.lastIndexOf(names);
    const when = `${sizeOf(size)}, ${openedOn(at)}`;
    const about = isAlone ? when : `${when}, fingerprint ${datasets.at(-1) ?? 'unknown'}`;
    return { key, names, about, called: isAlone ? names : `${names}, ${about}` };
  });
}

/** What open data are called among all that are open. */
export function namesOf(
  { dataset }: Pick<OpenData, 'dataset'>,
  all: readonly Pick<OpenData, 'dataset'>[],
): string {
  const name = shorten(dataset.name, 40);
  const isAlone = all.every(
    (other) => other.dataset.id === dataset.id || other.dataset.name !== dataset.name,
  );
  return isAlone ? name : `${name} (fingerprint ${dataset.id})`;
}
