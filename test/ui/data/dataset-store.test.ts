import { beforeEach, describe, expect, it } from 'vitest';
import { useDatasets } from '../../../src/ui/data/dataset-store.ts';
import { file, IMAGES, LABELS } from '../../engine/files/bytes.ts';

const table = (name: string, label = 0): File => file(name, `1,${label}\n2,1\n`);
const open = (
  files: readonly File[],
  wanted = '',
): ReturnType<ReturnType<typeof useDatasets.getState>['open']> =>
  useDatasets.getState().open(files, 'button', wanted);

beforeEach(() => useDatasets.setState(useDatasets.getInitialState()));

describe('useDatasets', () => {
  it('keeps every dataset opened, by its fingerprint', async () => {
    const first = await open([table('a.csv')]);
    const second = await open([table('b.csv', 5)]);
    expect([...useDatasets.getState().datasets.keys()]).toEqual([first!.id, second!.id]);
    expect(useDatasets.getState()).toMatchObject({ opening: null, message: null });
  });

  it('keeps half of a pair until the other half is opened', async () => {
    expect(await open([file('labels', LABELS)])).toBeNull();
    expect(useDatasets.getState().message).toMatchObject({ kind: 'info' });
    expect(await open([file('cat.png', Uint8Array.of(0x89, 0))])).toBeNull();
    expect(useDatasets.getState().message).toMatchObject({ kind: 'problem' });
    expect(await open([file('images', IMAGES)])).toMatchObject({ count: 6 });
    expect(useDatasets.getState()).toMatchObject({ half: null, message: null });
  });

  it('leaves what is open as it was when a file is bad', async () => {
    const first = await open([table('a.csv')]);
    await open([file('bad.csv', 'a,label\nx,1\n')]);
    expect([...useDatasets.getState().datasets.keys()]).toEqual([first!.id]);
    expect(useDatasets.getState().message?.text).toBe('bad.csv, row 2, column a: "x" is not a number');
  });

  it('drops the answer of an opening that a later one overtook', async () => {
    const [first, second] = await Promise.all([open([table('a.csv')]), open([table('b.csv', 5)])]);
    expect(first).toBeNull();
    expect([...useDatasets.getState().datasets.values()]).toEqual([second]);
  });

  it('says that a file is not the one a link needs', async () => {
    const { id } = (await open([table('a.csv')], '00112233aabbccdd'))!;
    expect(useDatasets.getState().message?.text).toBe(
      `a.csv has fingerprint ${id}: it is not the link’s file (00112233aabbccdd), and its runs will differ.`,
    );
    useDatasets.setState(useDatasets.getInitialState());
    await open([table('a.csv')], id);
    expect(useDatasets.getState().message).toBeNull();
  });
});
