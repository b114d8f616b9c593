import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import type { OpenedDataset } from '../../engine/files/open-dataset.ts';
import { greyPixels, previewSamples } from './preview.ts';

const SAMPLES = 10;

/** One picture of each label, so that one sees whether pictures and labels belong together. */
export function PreviewStrip({ dataset }: { readonly dataset: OpenedDataset }): ReactElement | null {
  if (dataset.image === null) return null;
  return (
    <div className="data-preview">
      {previewSamples(dataset, SAMPLES).map(({ row, label }) => (
        <figure key={label}>
          <Picture dataset={dataset} row={row} label={label} />
          <figcaption>{label}</figcaption>
        </figure>
      ))}
    </div>
  );
}

interface PictureProps {
  readonly dataset: OpenedDataset;
  readonly row: number;
  readonly label: number;
}

function Picture({ dataset, row, label }: PictureProps): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const width = dataset.image?.width ?? 1;
  const height = dataset.image?.height ?? 1;
  useEffect(() => {
    const pixels = new ImageData(greyPixels(dataset, row), width, height);
    canvas.current?.getContext('2d')?.putImageData(pixels, 0, 0);
  }, [dataset, row, width, height]);
  return (
    <canvas
      ref={canvas}
      width={width}
      height={height}
      role="img"
      aria-label={`Row ${row + 1}, label ${label}`}
    />
  );
}
