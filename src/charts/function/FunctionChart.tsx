import type { ReactElement } from 'react';
import { StillChart } from '../still/StillChart.tsx';
import type { Size } from '../hooks/useSize.ts';
import { drawFunctions, type FunctionLine } from './drawFunction.ts';
import { functionGeometry, functionMarks, type FunctionGeometry } from './geometry.ts';

type Lines = readonly FunctionLine[];

interface FunctionChartProps {
  /** "φ(z)" */
  readonly name: string;
  readonly lines: Lines;
  readonly label: string;
}

const geometryOf = (lines: Lines, size: Size): FunctionGeometry =>
  functionGeometry(
    lines.map(({ points }) => points),
    size,
  );
const marksOf = (_lines: Lines, geometry: FunctionGeometry, em: number) => functionMarks(geometry, em);

/** Functions of z. */
export const FunctionChart = ({ name, lines, label }: FunctionChartProps): ReactElement => (
  <StillChart
    content={lines}
    valueLabel={name}
    label={label}
    geometryOf={geometryOf}
    marksOf={marksOf}
    draw={drawFunctions}
  />
);
