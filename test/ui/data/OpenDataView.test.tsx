import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { openDataset } from '../../../src/engine/files/open-dataset.ts';
import type { OpenedDataset } from '../../../src/engine/files/open-dataset.ts';
import { OpenDataView } from '../../../src/ui/data/OpenDataView.tsx';
import type { OpenDataViewProps } from '../../../src/ui/data/OpenDataView.tsx';
import { file, IMAGES, LABELS } from '../../engine/files/bytes.ts';

async function opened(...files: readonly File[]): Promise<OpenedDataset> {
  const result = await openDataset(files);
  if (result.kind !== 'opened') throw new Error(result.message);
  return result.dataset;
}

function render(props: Partial<OpenDataViewProps>): string {
  const nothing = { datasets: new Map(), file: '', opening: null, message: null };
  const ignore = (): void => undefined;
  return renderToStaticMarkup(<OpenDataView {...nothing} onFiles={ignore} onUse={ignore} {...props} />);
}

describe('OpenDataView', () => {
  it('offers to open a file when nothing is open', () => {
    const page = render({});
    expect(page).toContain('Open a file…');
    expect(page).not.toContain('fingerprint');
  });

  it('says which file a link needs while it is not open', () => {
    const page = render({ file: '00112233aabbccdd' });
    expect(page).toContain('This link needs the file with fingerprint <code>00112233aabbccdd</code>');
  });

  it('shows what is open: name, sizes, fingerprint, pictures and the rows of each label', async () => {
    const dataset = await opened(file('images', IMAGES), file('labels', LABELS));
    const page = render({ file: dataset.id, datasets: new Map([[dataset.id, dataset]]) });
    expect(page).toContain('<strong>images</strong>');
    expect(page).toContain('6 rows of 4 numbers (2 × 2 pixels)');
    expect(page).toContain(`Fingerprint <code>${dataset.id}</code>`);
    expect(page.match(/<canvas/g)).toHaveLength(3);
    expect(page).toContain('aria-label="Row 3, label 2"');
    expect(page.match(/<th scope="row"/g)).toHaveLength(3);
    expect(page).not.toContain('This link needs');
  });

  it('shows names from a file as text, never as markup', async () => {
    const dataset = await opened(file('<b>t.csv', '1,<img src=x>\n2,b\n'));
    const page = render({ file: dataset.id, datasets: new Map([[dataset.id, dataset]]) });
    expect(page).toContain('&lt;img src=x&gt;');
    expect(page).not.toMatch(/<img|<b>/);
  });

  it('goes back to files opened before', async () => {
    const dataset = await opened(file('iris.csv', '1,0\n2,1\n'));
    expect(render({ datasets: new Map([[dataset.id, dataset]]) })).toContain('Use iris.csv');
  });

  it('shows a problem as an alert, and leaves what was dropped to the drop zone', () => {
    const message = { kind: 'problem', text: 'cat.png is neither' } as const;
    expect(render({ message: { ...message, by: 'button' } })).toMatch(
      /role="alert"><p class="data-problem">cat\.png is neither/,
    );
    expect(render({ message: { ...message, by: 'drop' } })).not.toContain('cat.png');
  });
});
