import type { ReactElement, ReactNode } from 'react';
import { useSize } from '../../charts/hooks/useSize.ts';
import { gridColumns } from '../../charts/matrix/grid.ts';
import { MatrixChart } from '../../charts/matrix/MatrixChart.tsx';
import type { MatrixPicture } from '../../charts/matrix/picture.ts';
import { useView } from '../../state/view.ts';
import { ViewChoice } from '../parts/ViewChoice.tsx';
import { MultiplesChoice } from './MultiplesChoice.tsx';

/** A picture of one compared point, or of the only one. */
export interface PointPicture {
  readonly key: string;
  readonly picture: MatrixPicture | null;
  /** In words. */
  readonly label: string;
  /** Of which point and run; '' for the only one. */
  readonly name: string;
  /** Custom property of the point's colour; null for the only one. */
  readonly colour: string | null;
  readonly front: boolean;
}

interface MatrixPicturesProps {
  /** Of all compared points; of the only one. */
  readonly pictures: (all: boolean) => readonly PointPicture[];
  readonly count: number;
  /** What can be chosen beside the order of the rows. */
  readonly tools?: ReactNode;
  readonly legend: (picture: { readonly sharesPixels: boolean }) => ReactNode;
}

/** So many em are wide enough for one of several pictures side by side: an enlarged panel has room for few of them. */
const LEAST_PICTURE = 20;

/** A picture of the point in front, or of every compared one on the same scale: side by side, or as small multiples. */
export function MatrixPictures({ pictures, count, tools: own, legend }: MatrixPicturesProps): ReactElement {
  const [row, size] = useSize();
  const multiples = useView((view) => view.multiples);
  const isWide = size !== null && size.width >= LEAST_PICTURE * size.em * count;
  const all = count > 1 && (multiples === 'all' || (multiples === 'room' && isWide));
  const small = all && !isWide;
  const tools = (
    <span className="panel-choices">
      {own}
      <ViewChoice
        of="rows"
        legend="Order of the rows"
        labels={{ drawn: 'rows as drawn', pattern: 'by pattern' }}
      />
      {count > 1 && <MultiplesChoice all={all} />}
    </span>
  );
  const shown = pictures(all);
  if (!small) {
    return (
      <div className="matrix-row" ref={row}>
        {shown.map(({ key, picture, label, name }, index) => (
          <MatrixChart
            // Alone, the picture stays when another value comes to the front.
            key={all ? key : 'front'}
            picture={picture}
            label={label}
            run={name}
            hint={count === 1}
            tools={index === 0 && tools}
            legend={(given) => index === 0 && legend(given)}
          />
        ))}
      </div>
    );
  }
  const columns = size ? gridColumns(count, size) : 1;
  return (
    <div className="chart">
      <div className="chart-head matrix-head">{tools}</div>
      <div
        className="matrix-grid"
        ref={row}
        style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
      >
        {shown.map(({ key, picture, label, name, colour, front }) => (
          <div
            key={key}
            className="matrix-multiple"
            data-front={front ? '' : undefined}
            style={{ borderColor: colour === null ? undefined : `var(--${colour})` }}
          >
            <MatrixChart picture={picture} label={label} run={name} legend={() => null} small />
          </div>
        ))}
      </div>
      <div className="matrix-foot">{legend({ sharesPixels: false })}</div>
    </div>
  );
}
