import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openPaths } from '../../../bin/open-paths.ts';
import { FILE_PRESETS } from '../../../src/settings/presets/files.ts';
import type { KeptFiles } from '../../../src/engine/files/keeper-api.ts';
import { findOffer } from '../../../src/ui/data/offer.ts';
import { pastedFiles, isTable } from '../../../src/ui/data/pasted.ts';
import { SHIPPED } from '../../../src/ui/data/shipped.ts';
import { otherName } from '../../../src/ui/data/WaitingViews.tsx';

const kept = (key: string, dataset: string, name = 'a.csv', size = 10): KeptFiles => ({
  key,
  names: [name],
  size,
  at: 0,
  datasets: [dataset],
});

describe('where a link’s file is at hand', () => {
  it('is a file of before with the same data, else one of the same name and size', () => {
    const wants = { dataset: 'd', names: ['a.csv'], sizes: [10] };
    const named = kept('named', 'other');
    const same = kept('same', 'd', 'b.csv');
    expect(findOffer(wants, [named, same])).toEqual({ kind: 'kept', kept: same });
    expect(findOffer(wants, [named])).toEqual({ kind: 'kept', kept: named });
    expect(findOffer({ ...wants, sizes: [11] }, [named])).toBeNull();
    expect(findOffer({ dataset: 'e', names: [], sizes: [] }, [named, same])).toBeNull();
  });

  it('is the page itself, for what comes with it', () => {
    const [digits] = SHIPPED;
    expect(findOffer({ dataset: digits!.dataset, names: [], sizes: [] }, [])).toEqual({
      kind: 'shipped',
      set: digits,
    });
  });
});

describe('what comes with the page', () => {
  it.each(SHIPPED)('$title has the fingerprint that links and presets name', async ({ file, dataset }) => {
    const path = fileURLToPath(new URL(`../../../public/data/${file}`, import.meta.url));
    expect((await openPaths([path])).dataset.id).toBe(dataset);
    expect(FILE_PRESETS.some(({ settings }) => settings.file === dataset)).toBe(true);
  });
});

describe('the other half of a pair', () => {
  it('is asked for by the name that MNIST’s names give it', () => {
    expect(otherName('t10k-images-idx3-ubyte.gz', 'images')).toBe('t10k-labels-idx1-ubyte.gz');
    expect(otherName('train-labels.idx1-ubyte', 'labels')).toBe('train-images.idx3-ubyte');
    expect(otherName('pixels.bin', 'images')).toBeNull();
  });
});

describe('what is pasted', () => {
  it('is a table where two lines have cells', () => {
    expect(isTable('a\tb\n1\t2\n')).toBe(true);
    expect(isTable('only words\nand more')).toBe(false);
    expect(isTable('a,b')).toBe(false);
  });

  it('as a copied table becomes a file', async () => {
    const clipboardData = {
      files: [] as readonly File[],
      getData: () => 'a,b\n1,2',
    } as unknown as DataTransfer;
    const [file] = pastedFiles({ clipboardData, target: null });
    expect(await file!.text()).toBe('a,b\n1,2');
  });
});
