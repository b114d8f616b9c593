import { useCallback, useRef } from 'react';
import type { KeyboardEvent, PointerEvent, ReactElement } from 'react';
import { usePlayer, type PlayerState } from '../../state/player.ts';
import { formatCount } from '../data/format.ts';
import { neuronName } from '../data/neurons.ts';
import { write } from '../hooks/dom.ts';
import { pointing } from '../hooks/pointing.ts';
import { usePalette } from '../hooks/usePalette.ts';
import { usePlayhead } from '../hooks/usePlayhead.ts';
import { useSize } from '../hooks/useSize.ts';
import { cleared } from '../marks/canvas.ts';
import { drawNetwork } from './drawNetwork.ts';
import { networkGeometry, neuronAt } from './geometry.ts';
import { drawnNeurons, firesFor, type NetworkPicture } from './picture.ts';
import '../charts.css';
import './network.css';

interface NetworkChartProps {
  readonly picture: NetworkPicture;
  readonly label: string;
}

const hover = (row: number | null): void => {
  const before = usePlayer.getState().hoverCell;
  if (before?.row === row || (before === null && row === null)) return;
  usePlayer.getState().set({ hoverCell: row === null ? null : { row, column: null } });
};

/** A drawing of the network, in which a neuron is the same as in all other pictures. */
export function NetworkChart({ picture, label }: NetworkChartProps): ReactElement {
  const [plot, size] = useSize();
  const palette = usePalette();
  const canvas = useRef<HTMLCanvasElement>(null);
  const reading = useRef<HTMLDivElement>(null);
  const drawn = useRef<readonly unknown[]>([]);

  const place = useCallback(
    ({ epoch, hoverCell }: PlayerState) => {
      if (!size || !canvas.current) return;
      const row = hoverCell?.row ?? null;
      write(reading.current, readingOf(picture, row, epoch));
      const shown = [picture, size, palette, row];
      if (shown.every((part, k) => part === drawn.current[k])) return;
      drawn.current = shown;
      const { pixelRatio } = palette;
      const [width, height] = [size.width, size.height].map((side) => Math.round(side * pixelRatio));
      const context = cleared(canvas.current, width!, height!);
      if (!context) return;
      context.scale(pixelRatio, pixelRatio);
      const family = getComputedStyle(canvas.current).fontFamily;
      const fonts = { sans: family, serif: family };
      drawNetwork({ context, palette, em: size.em, fonts }, picture, size, row);
    },
    [picture, size, palette],
  );
  usePlayhead(place);

  const point = (event: PointerEvent<HTMLElement>): void => {
    if (!size) return;
    const box = event.currentTarget.getBoundingClientRect();
    const geometry = networkGeometry(picture, size, usePlayer.getState().hoverCell?.row ?? null);
    hover(neuronAt(geometry, size, event.clientX - box.left, event.clientY - box.top));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const next = rowByKey(event.key, picture, usePlayer.getState().hoverCell?.row ?? null);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    hover(next);
  };
  const leave = (): void => hover(null);

  return (
    <div className="chart">
      <div
        className="chart-plot"
        ref={plot}
        role="application"
        aria-label="Neurons, to be read one by one: arrow keys move, Escape leaves"
        tabIndex={0}
        onPointerDown={point}
        onPointerMove={point}
        onPointerLeave={leave}
        onPointerCancel={leave}
        onKeyDown={onKeyDown}
        onBlur={leave}
      >
        <canvas className="chart-canvas" ref={canvas} role="img" aria-label={label} />
      </div>
      <div className="network-reading" ref={reading} aria-live="polite" />
    </div>
  );
}

/** The neuron that arrow keys lead to, null with Escape; undefined for keys of others. */
function rowByKey(key: string, picture: NetworkPicture, from: number | null): number | null | undefined {
  const rows = drawnNeurons(picture, from).flat();
  const at = from === null ? -1 : rows.indexOf(from);
  if (key === 'ArrowDown') return rows[Math.min(rows.length - 1, at + 1)];
  if (key === 'ArrowUp') return rows[Math.max(0, at - 1)];
  return key === 'Escape' && from !== null ? null : undefined;
}

/** The neuron that is pointed at here or elsewhere, and for whom it fires. */
function readingOf(picture: NetworkPicture, row: number | null, epoch: number): string {
  const { neurons } = picture.facts;
  if (row === null || row >= neurons) return `${pointing()} a neuron to find it in every picture.`;
  const name = neuronName(row, neurons);
  const own = firesFor(picture, row, epoch);
  return own === null
    ? name
    : `${name} fires for ${formatCount(own.fires)} of ${formatCount(own.of)} samples`;
}
