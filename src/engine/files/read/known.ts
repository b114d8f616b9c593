import type { Source } from '../bytes/source.ts';
import { encodingOf, TextReader } from '../bytes/text.ts';
import type { Part, ReadOptions } from '../table.ts';
import { looksLikeArff, readArff } from './arff.ts';
import { cifarKind, readCifar } from './cifar.ts';
import { isIdx, readIdx } from './idx.ts';
import { looksLikeLibsvm, readLibsvm } from './libsvm.ts';
import { loaded } from './loaded.ts';
import { isNpy, readNpy } from './npy.ts';
import { isParquet } from './parquet-magic.ts';

/** Bytes that are looked at. */
export const HEAD = 1 << 16;

/** Reads a whole file. @throws FileProblem */
export type Reader = (options: ReadOptions) => Promise<Part>;

/**
 * The reader of an unpacked file by its first bytes, or null: it may be a table of text (CSV and its relatives), or
 * nothing that is read.
 * @param head its first HEAD bytes, or all there are
 */
export function readerOf(source: Source, head: Uint8Array): Reader | null {
  if (isNpy(head)) return (options) => readNpy(source, options);
  if (isParquet(head)) {
    return async (options) => {
      const { readParquet } = await loaded(
        source.name,
        'Parquet',
        // eslint-disable-next-line no-restricted-syntax -- `loaded` tells when it does not come
        () => import('./parquet.ts'),
      );
      return readParquet(source, options);
    };
  }
  // A batch may begin with label 0: before IDX, which two zeros begin.
  const cifar = source.size === null ? null : cifarKind(source.name, source.size, head);
  if (cifar !== null) return (options) => readCifar(source, cifar, options);
  if (isIdx(head)) return (options) => readIdx(source, options);
  const lines = firstLines(head);
  if (looksLikeArff(lines)) return (options) => readArff(source, options);
  if (looksLikeLibsvm(lines)) return (options) => readLibsvm(source, options);
  return null;
}

/** Whole lines of the head; one that the head cuts is not among them. */
function firstLines(head: Uint8Array): readonly string[] {
  const lines = new TextReader(encodingOf(head)).take(head, head.length < HEAD).split('\n');
  return head.length < HEAD || lines.length === 1 ? lines : lines.slice(0, -1);
}
