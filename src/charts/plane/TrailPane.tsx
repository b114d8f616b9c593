import { useCallback, useMemo, useRef } from 'react';
import type { PointerEvent, ReactElement } from 'react';
import type { Recording } from '../../engine/recording.ts';
import { usePlayer } from '../../state/player.ts';
import type { PlayerState } from '../../state/player.ts';
import { write } from '../hooks/dom.ts';
import { drawHeads, drawTrails, drawWholeTrails, fitTrails, headOf, sceneOf } from './drawTrails.ts';
import type { TrailScene } from './drawTrails.ts';
import { usePalette } from '../hooks/usePalette.ts';
import { usePlayhead } from '../hooks/usePlayhead.ts';
import { useSize } from '../hooks/useSize.ts';
import type { Look } from '../data/looks.ts';
import { neuronName } from '../data/neurons.ts';
import { pointing } from '../hooks/pointing.ts';
import { AxisMarks } from '../marks/AxisMarks.tsx';
import { planeMarks } from './planeMarks.ts';
import { snapshotAt } from '../data/snapshots.ts';
import { planeOf, readingFormat, trailNear } from './trails.ts';
import type { PlaneExtent } from './trails.ts';

/** One point's run in the plane. */
export interface TrailRun {
  /** Of the compared point; null for the only one. */
  readonly look: Look | null;
  /** Null before its first epoch. */
  readonly recording: Recording | null;
  /** Changes whenever the recording grew. */
  readonly version: number;
  /** "PEGR, run 1 of 5"; '' for the only one. */
  readonly name: string;
  /** Shown in detail elsewhere on the page. */
  readonly front: boolean;
}

interface TrailPaneProps {
  readonly run: TrailRun;
  readonly extent: PlaneExtent;
  readonly compared: boolean;
}

/**
 * One run in the plane. Whole trails are drawn when the run grew, those up to the playhead piece by piece as it moves,
 * and the heads anew in each frame: none of it renders.
 */
export function TrailPane({ run, extent, compared }: TrailPaneProps): ReactElement {
  const [plot, size] = useSize();
  const palette = usePalette();
  const future = useRef<HTMLCanvasElement>(null);
  const past = useRef<HTMLCanvasElement>(null);
  const heads = useRef<HTMLCanvasElement>(null);
  const reading = useRef<HTMLDivElement>(null);
  const drawn = useRef<Drawn>({ scene: null, index: -1, context: null });

  const { recording } = run;
  const facts = recording?.facts ?? null;
  const [left, right] = extent.signal;
  const [bottom, top] = extent.noise;
  // By its numbers: when another point comes to the front they are the same, and no trail is laid anew.
  const plane = useMemo(
    () => (size ? planeOf({ signal: [left, right], noise: [bottom, top] }, size) : null),
    [left, right, bottom, top, size],
  );
  const format = useMemo(
    () => readingFormat({ signal: [left, right], noise: [bottom, top] }),
    [left, right, bottom, top],
  );
  const scene = useMemo(
    () => (plane && size ? sceneOf(recording, plane, palette, size.em) : null),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- a recording grows in place; its version says so
    [plane, palette, size, recording, facts, run.version],
  );

  const place = useCallback(
    (player: PlayerState) => {
      if (!scene || !facts || !size || !future.current || !past.current || !heads.current) return;
      const index = snapshotAt(scene.snapshots, player.epoch);
      if (drawn.current.scene !== scene) {
        const whole = fitTrails(future.current, scene, size);
        if (whole) drawWholeTrails(whole, scene);
      }
      growTo(drawn.current, past.current, scene, size, index);
      const row = player.hoverCell?.row ?? null;
      const context = fitTrails(heads.current, scene, size);
      if (context) drawHeads(context, scene, index, row);
      const at = row === null ? -1 : facts.shape.rows.indexOf(row);
      const { signal, noise } = scene.snapshots[index]!.neurons!;
      write(
        reading.current,
        at < 0
          ? `${pointing()} a neuron to read it.`
          : `${neuronName(row!, facts.neurons)}:${compared ? '\n' : ' '}signal ${format(signal[at]!)}, noise ${format(noise[at]!)}`,
      );
    },
    [scene, facts, size, compared, format],
  );
  usePlayhead(place);

  const point = (event: PointerEvent<HTMLElement>): void => {
    if (!scene) return;
    const box = event.currentTarget.getBoundingClientRect();
    const x = event.clientX - box.left - scene.plane.left;
    const y = event.clientY - box.top - scene.plane.top;
    const index = snapshotAt(scene.snapshots, usePlayer.getState().epoch);
    const near = trailNear(scene.trails, (trail) => headOf(scene, trail, index), index, x, y);
    const before = usePlayer.getState().hoverCell;
    if (before?.row === near?.row && before?.column === (near ? 'signal' : undefined)) return;
    usePlayer.getState().set({ hoverCell: near && { row: near.row, column: 'signal' } });
  };
  const leave = (): void => {
    usePlayer.getState().set({ hoverCell: null });
  };

  return (
    <div
      className="trail-pane"
      data-front={compared && run.front ? '' : undefined}
      data-marker={run.look?.marker}
    >
      {run.name !== '' && (
        <div
          className="trail-name"
          style={{ borderColor: compared && run.look ? `var(--${run.look.colour})` : 'transparent' }}
        >
          {run.name}
        </div>
      )}
      <div
        className="chart-plot trail-plot"
        ref={plot}
        onPointerDown={point}
        onPointerMove={point}
        onPointerLeave={leave}
        onPointerCancel={leave}
      >
        {plane && size && <AxisMarks {...size} marks={planeMarks(plane, size.em)} />}
        <canvas className="chart-canvas trail-future" ref={future} aria-hidden="true" />
        <canvas className="chart-canvas" ref={past} aria-hidden="true" />
        <canvas className="chart-canvas" ref={heads} aria-hidden="true" />
        {!scene && <p className="chart-empty">Waiting for the first values</p>}
      </div>
      <div className="trail-reading" ref={reading} />
    </div>
  );
}

/** What the canvas of the past holds. */
interface Drawn {
  scene: TrailScene | null;
  index: number;
  context: CanvasRenderingContext2D | null;
}

/** Adds what is new up to a snapshot; begins anew when the playhead went back or the scene is another. */
function growTo(
  drawn: Drawn,
  canvas: HTMLCanvasElement,
  scene: TrailScene,
  size: { readonly width: number; readonly height: number },
  index: number,
): void {
  const goesOn = drawn.scene === scene && drawn.index <= index && drawn.context !== null;
  if (goesOn && drawn.index === index) return;
  const context = goesOn ? drawn.context : fitTrails(canvas, scene, size);
  if (context) drawTrails(context, scene, goesOn ? drawn.index : -1, index);
  drawn.scene = scene;
  drawn.index = index;
  drawn.context = context;
}
