import type { Dataset } from '../src/core/experiment.ts';
import type { SealedDataset } from '../src/protocol/sealed-dataset.ts';

/**
 * The datasets that a worker was handed. One is read when a run asks for it, and the last that was read is kept: the
 * others can be read again.
 */
export class Datasets {
  readonly #sealed = new Map<string, SealedDataset>();
  #last: { readonly id: string; readonly reading: Promise<Dataset | null> } | null = null;

  provide(dataset: SealedDataset): void {
    this.#sealed.set(dataset.id, dataset);
  }

  /** Null where it was not handed in, or its bytes are no more: then it has to be opened again. */
  open(id: string): Promise<Dataset | null> {
    if (this.#last?.id === id) return this.#last.reading;
    const sealed = this.#sealed.get(id);
    if (sealed === undefined) return Promise.resolve(null);
    const reading = unsealed(sealed).catch(() => {
      this.#last = null;
      return null;
    });
    this.#last = { id, reading };
    return reading;
  }
}

async function unsealed({ bytesPerValue, values, labels, ...rest }: SealedDataset): Promise<Dataset> {
  const [rows, codes] = await Promise.all([values.arrayBuffer(), labels.arrayBuffer()]);
  return {
    ...rest,
    values: bytesPerValue === 1 ? new Uint8Array(rows) : new Float64Array(rows),
    labels: new Int32Array(codes),
  };
}
