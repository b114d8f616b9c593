import { encodeLink } from '../src/settings/link.ts';
import { PRESETS, studyOf } from '../src/settings/presets.ts';
import { DEFAULTS } from '../src/settings/schema.ts';
import { axis } from '../src/settings/study/axis.ts';
import { singleStudy, type Study } from '../src/settings/study/study.ts';
import { DEFAULT_VIEW } from '../src/settings/view.ts';
import { measureOpening } from './opening.ts';
import { VIEWPORT, whileServed, type Served } from './served.ts';
import { watchedTasks, type StreamingFigures } from './streaming.ts';

/** K Fig. 1 as printed: 7 slopes with 5 seeds each. */
export const FIGURE_1: Study = {
  ...singleStudy({ ...DEFAULTS, runs: 5 }),
  axes: [axis('gamma', [0, 0.05, 0.1, 0.25, 0.5, 0.75, 1])],
};

/** Tasks of the main thread while a study is met. */
export interface StudyFigures {
  /** The page is opened with the link of K Fig. 4, 7 slopes. */
  readonly opened: StreamingFigures;
  readonly computing: StreamingFigures;
  readonly dragged: StreamingFigures;
  /** The zip of the study is made. */
  readonly zipped: StreamingFigures;
}

const isDone = (): boolean => (window.implicitBiasLab?.fingerprint() ?? null) !== null;

/** Moves of the thumb, and milliseconds between two. */
const MOVES = 60;
const PAUSE = 40;

/** K Fig. 4 as the page offers it. */
function figure4Link(): string {
  const preset = PRESETS.find(({ id }) => id === 'figure-kou-4')!;
  const view = { ...DEFAULT_VIEW, ...preset.view };
  return encodeLink({ study: studyOf(preset), view, fingerprint: undefined });
}

/** Builds the page and measures what it does with studies. */
export async function measureStudies(say: (what: string) => void): Promise<StudyFigures> {
  say('studies: building');
  return whileServed(async (served) => {
    say('studies: opened');
    const opened = await measureOpening(served.executable, `${served.address}#${figure4Link()}`);
    say('studies: 35 runs computed, σ₀ dragged, the zip made');
    return { opened, ...(await inOnePage(served)) };
  });
}

async function inOnePage({ browser, address }: Served): Promise<Omit<StudyFigures, 'opened'>> {
  const page = await browser.newPage({ viewport: VIEWPORT });
  const watched = (work: () => Promise<void>): Promise<StreamingFigures> => watchedTasks(browser, page, work);
  // The page is there first: to load it is not to compute a study.
  await page.goto(address);
  await page.waitForFunction(isDone, null, { timeout: 120_000 });
  const link = encodeLink({ study: FIGURE_1, view: DEFAULT_VIEW, fingerprint: undefined });
  const computing = await watched(async () => {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, link);
    await page.waitForTimeout(200);
    await page.waitForFunction(isDone, null, { timeout: 120_000 });
  });
  const thumb = page.locator('[data-setting=s0] input[type=range]').first();
  const box = (await thumb.locator('xpath=..').boundingBox())!;
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const dragged = await watched(async () => {
    await page.mouse.move(x, y);
    await page.mouse.down();
    for (let move = 0; move < MOVES; move++) {
      await page.mouse.move(x + 2 * (move % 30 < 15 ? move % 15 : 15 - (move % 15)), y);
      await page.waitForTimeout(PAUSE);
    }
    await page.mouse.up();
    await page.waitForTimeout(1_000);
  });
  await page.waitForFunction(isDone, null, { timeout: 120_000 });
  await page.getByRole('button', { name: 'Take the study away' }).click();
  const make = page.getByRole('button', { name: 'Download', exact: true });
  await make.waitFor();
  const zipped = await watched(async () => {
    const download = page.waitForEvent('download', { timeout: 600_000 });
    await make.click();
    await download;
  });
  await page.close();
  return { computing, dragged, zipped };
}
