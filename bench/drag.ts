import type { Page } from '@playwright/test';
import { encodeLink } from '../src/settings/link.ts';
import { PRESETS, settingsOf } from '../src/settings/presets.ts';
import type { Settings } from '../src/settings/schema.ts';
import { DEFAULT_VIEW } from '../src/settings/view.ts';
import { singleStudy } from '../src/settings/study/study.ts';
import { installProbe } from './probe.ts';

/** Milliseconds from each input event to the painted curve. */
export interface DragTimes {
  readonly keyboard: readonly number[];
  readonly pointer: readonly number[];
}

/** A link to K Fig. 4 with leaky ReLU, but for what is changed; the playhead rests at the end. */
export function figure4(change: Partial<Settings>): string {
  const preset = PRESETS.find(({ id }) => id === 'kou-4-leaky')!;
  const settings = { ...settingsOf(preset, ''), ...change };
  return encodeLink({
    study: singleStudy(settings),
    view: { ...DEFAULT_VIEW, ...preset.view, epoch: settings.epochs },
    fingerprint: undefined,
  });
}

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Moves of both kinds, one at a time, at no fixed phase of the frames. */
export async function measureDrag(page: Page, address: string, moves: number): Promise<DragTimes> {
  // tsx names functions through a helper that the page does not have.
  await page.addInitScript('globalThis.__name ??= (value) => value');
  await page.addInitScript(installProbe);
  await page.goto(`${address}#${figure4({ runs: 1 })}`);
  await page.waitForFunction(() => (window.implicitBiasLab?.fingerprint() ?? null) !== null);
  const thumb = page.locator('[data-setting=g] input[type=range]');
  const time = async (move: () => Promise<void>): Promise<number> => {
    await pause(30 + 40 * Math.random());
    await page.evaluate(() => window.curveProbe?.arm());
    await move();
    return page.evaluate(() => window.curveProbe?.painted() ?? NaN);
  };

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
