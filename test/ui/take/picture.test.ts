import { expect, test } from 'vitest';
import type { PictureRequest } from '../../../src/ui/panels/spec.ts';
import { PANELS } from '../../../src/ui/panels/index.ts';
import { useView } from '../../../src/state/view.ts';
import type { LabSnapshot } from '../../../src/state/lab.ts';
import { pictureOf } from '../../../src/ui/take/picture.ts';
import { comparedRuns } from '../../charts/synthetic.ts';

/** Three values of the second axis beside those of the first. */
const points = ([0, 1, 2] as const).flatMap((place) =>
  comparedRuns({ epochs: 20 }).map((variant, k) => ({
    ...variant,
    point: { ...variant.point, at: [k, place] as const },
    across: { setting: 'sigma0' as const, place, of: 3 },
  })),
);
const variants = points.slice(0, 3);
const shown = {
  recordings: variants[0]!.recordings,
  variants,
  points,
  current: { settings: { epochs: 20 } },
} as unknown as LabSnapshot;
const palette: PictureRequest['palette'] = { rgb: () => [1, 2, 3], css: (name) => name, pixelRatio: 1 };
const picture = (id: string, multiples: 'all' | 'front') =>
  pictureOf(
    PANELS.find((panel) => panel.id === id)!,
    shown,
    { ...useView.getState(), multiples },
    palette,
  )!;

test('A file has a pane for each value of the second axis where all are asked for, and else the one in front', () => {
  expect(picture('loss', 'all').panes).toHaveLength(3);
  expect(picture('loss', 'front').panes).toHaveLength(1);
});

test('A chart of all points is drawn of all points, not of the curves in front', () => {
  const [pane] = picture('against', 'front').panes;
  expect(pane?.kind === 'against' && pane.content.series.map(({ places }) => places.length)).toEqual([
    3, 3, 3,
  ]);
});
