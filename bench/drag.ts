import type { Page } from '@playwright/test';
import { encodeLink } from '../src/settings/link.ts';
import { PRESETS, settingsOf } from '../src/settings/presets.ts';
import type { Settings } from '../src/settings/schema.ts';
import { DEFAULT_VIEW } from '../src/settings/view.ts';
import { axis } from '../src/settings/study/axis.ts';
import { singleStudy } from '../src/settings/study/study.ts';
import { installProbe } from './probe.ts';

/** Milliseconds from each input event to the painted curve. */
export interface DragTimes {
  readonly keyboard: readonly number[];
  readonly pointer: readonly number[];
}

/**
 * A link to K Fig. 4 with leaky ReLU, but for what is changed; the playhead rests at the end.
 * @param gammas slopes beside each other, if any
 */
export function figure4(change: Partial<Settings>, gammas: readonly number[] = []): string {
  const preset = PRESETS.find(({ id }) => id === 'kou-4-leaky')!;
  const settings = { ...settingsOf(preset, ''), ...change };
  const study = singleStudy(settings);
  return encodeLink({
    study: gammas.length === 0 ? study : { ...study, axes: [axis('gamma', gammas)] },
    view: { ...DEFAULT_VIEW, ...preset.view, epoch: settings.epochs },
    fingerprint: undefined,
  });
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Opens the page with a study, watched. */
async function open(page: Page, address: string, link: string): Promise<void> {
  // tsx names functions through a helper that the page does not have.
  await page.addInitScript('globalThis.__name ??= (value) => value');
  await page.addInitScript(installProbe);
  await page.goto(`${address}#${link}`);
  await page.waitForFunction(() => (window.implicitBiasLab?.fingerprint() ?? null) !== null, null, {
    timeout: 120_000,
  });
}

/** A move at no fixed phase of the frames: milliseconds to the first new curves, and to all of them, whole. */
async function timed(page: Page, move: () => Promise<void>): Promise<{ begun: number; whole: number }> {
  await pause(30 + 40 * Math.random());
  await page.evaluate(() => window.curveProbe?.arm());
  await move();
  const whole = await page.evaluate(() => window.curveProbe?.painted() ?? NaN);
  return { begun: await page.evaluate(() => window.curveProbe?.begun() ?? NaN), whole };
}

/** Moves of both kinds, one at a time, at no fixed phase of the frames. */
export async function measureDrag(page: Page, address: string, moves: number): Promise<DragTimes> {
  await open(page, address, figure4({ runs: 1 }));
  const thumb = page.locator('[data-setting=g] input[type=range]');
  const time = async (move: () => Promise<void>): Promise<number> => (await timed(page, move)).whole;

  await thumb.focus();
  const keyboard: number[] = [];
  for (let move = 0; move < moves; move++) {
    const key = move % 40 < 20 ? 'ArrowRight' : 'ArrowLeft';
    keyboard.push(await time(() => page.keyboard.press(key)));
  }

  const box = (await thumb.locator('xpath=..').boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  const pointer: number[] = [];
  for (let move = 0; move < moves; move++) {
    const offset = 3 * (move % 40 < 20 ? (move % 20) + 1 : 19 - (move % 20));
    pointer.push(await time(() => page.mouse.move(x + offset, y)));
  }
  await page.mouse.up();
  return { keyboard, pointer };
}

/** Slopes of which a whole figure is moved, with five seeds each. */
export const FIGURE_SLOPES = [0.1, 0.25, 0.5, 0.75, 1] as const;

/** Milliseconds from a key on η's slider to the first new curves of K Fig. 4, and to the whole new figure. */
export interface FigureTimes {
  readonly begun: readonly number[];
  readonly whole: readonly number[];
}

/** η moves, one step at a time: 5 slopes × 5 seeds × 1,000 epochs each. */
export async function measureFigure(page: Page, address: string, moves: number): Promise<FigureTimes> {
  await open(page, address, figure4({ runs: 5 }, FIGURE_SLOPES));
  await page.locator('[data-setting=eta] input[type=range]').focus();
  const times: { begun: number; whole: number }[] = [];
  for (let move = 0; move < moves; move++) {
    times.push(await timed(page, () => page.keyboard.press(move % 20 < 10 ? 'ArrowRight' : 'ArrowLeft')));
  }
  return { begun: times.map(({ begun }) => begun), whole: times.map(({ whole }) => whole) };
}
