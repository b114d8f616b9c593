// What the page offers on `window`.
import type {} from '../src/ui/debug-handle.ts';

/** Runs in the page: watches for the frame in which the whole new curve of a moved slider is painted. */

interface CurveProbe {
  /** Begins to wait for the input event of the next move. */
  arm(): void;
  /** Milliseconds from that event's own time to after the frame that painted all new curves, whole. */
  painted(): Promise<number>;
  /** The same to after the first frame that painted anything new. */
  begun(): Promise<number>;
}

declare global {
  interface Window {
    curveProbe?: CurveProbe;
  }
}

/**
 * Installed before the page's scripts. Drawing a chart begins with a clip; after the fingerprint became
 * another, it shows the new recording, whole. What is drawn within a frame's callbacks is painted by that frame, and a
 * message posted then arrives after it; else the next frame paints it.
 */
export function installProbe(): void {
  const channel = new MessageChannel();
  const posted: (() => void)[] = [];
  channel.port1.onmessage = () => posted.shift()?.();
  const afterTask = (callback: () => void): void => {
    posted.push(callback);
    channel.port2.postMessage(null);
  };
  let inFrame = false;
  const request = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (callback) =>
    request((time) => {
      if (!inFrame) {
        inFrame = true;
        afterTask(() => (inFrame = false));
      }
      callback(time);
    });

  const fingerprint = (): string | null => window.implicitBiasLab?.fingerprint() ?? null;
  let before: string | null = null;
  let inputAt: number | null = null;
  let resolve: ((milliseconds: number) => void) | null = null;
  let resolveBegun: ((milliseconds: number) => void) | null = null;
  const onInput = (event: Event): void => {
    if (event.isTrusted) inputAt ??= event.timeStamp;
  };
  for (const kind of ['keydown', 'pointermove']) window.addEventListener(kind, onInput, { capture: true });

  const drawn = (canvas: HTMLCanvasElement): void => {
    if (resolve === null || inputAt === null || !canvas.matches('[data-panel=stable-rank] canvas')) return;
    const now = fingerprint();
    // While runs of the new study are under way there is none.
    if (now === before) return;
    const from = inputAt;
    const isWhole = now !== null;
    const [finish, begin] = [resolve, resolveBegun];
    resolveBegun = null;
    if (isWhole) resolve = null;
    const end = (): void =>
      afterTask(() => {
        const time = performance.now() - from;
        begin?.(time);
        if (isWhole) finish(time);
      });
    if (inFrame) end();
    else window.requestAnimationFrame(end);
  };
  const { clip } = CanvasRenderingContext2D.prototype;
  CanvasRenderingContext2D.prototype.clip = function (this: CanvasRenderingContext2D) {
    drawn(this.canvas);
    Reflect.apply(clip, this, []);
  };

  let waiting = Promise.resolve(0);
  let beginning = Promise.resolve(0);
  window.curveProbe = {
    arm() {
      before = fingerprint();
      inputAt = null;
      waiting = new Promise((done) => (resolve = done));
      beginning = new Promise((done) => (resolveBegun = done));
    },
    painted: () => waiting,
    begun: () => beginning,
  };
}
