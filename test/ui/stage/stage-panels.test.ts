import { beforeEach, describe, expect, it } from 'vitest';
import { useStage } from '../../../src/state/stage.ts';
import { useView } from '../../../src/state/view.ts';
import { panelsFor } from '../../../src/ui/panels/index.ts';
import { leaveStage, toggleLecture } from '../../../src/ui/stage/enter.ts';
import { replaceChart, stagePanels } from '../../../src/ui/stage/stage-panels.ts';

const PLAIN = panelsFor('gaussian-mixture');
const page = { enlarged: null, lecture: false, charts: [], count: 2 } as const;
const ids = (wish: Parameters<typeof stagePanels>[1], panels = PLAIN): readonly string[] =>
  stagePanels(panels, wish).map(({ id }) => id);

beforeEach(() => {
  useStage.setState(useStage.getInitialState());
  useView.setState(useView.getInitialState());
});

describe('the charts that fill the screen', () => {
  it('are none on the page, and the first two of the data in a lecture', () => {
    expect(ids(page)).toEqual([]);
    expect(ids({ ...page, lecture: true })).toEqual(PLAIN.slice(0, 2).map(({ id }) => id));
    expect(ids({ ...page, lecture: true, count: 1 })).toEqual([PLAIN[0]!.id]);
  });

  it('are the lecturer’s, as far as the data has them', () => {
    const wish = { ...page, lecture: true, charts: ['margins', 'loss'] };
    expect(ids(wish)).toEqual(['margins', 'loss']);
    expect(ids({ ...wish, charts: ['signal-plane', 'loss'] })).toEqual(['loss', PLAIN[0]!.id]);
  });

  it('are the enlarged one alone; a link may name one that is not there', () => {
    expect(ids({ ...page, enlarged: 'loss' })).toEqual(['loss']);
    expect(ids({ ...page, enlarged: 'no-such-chart' })).toEqual([]);
  });

  it('are never the same chart twice: choosing the other’s changes places', () => {
    const shown = stagePanels(PLAIN, { ...page, lecture: true, charts: ['stable-rank', 'loss'] });
    replaceChart(shown, 0, 'loss');
    expect(useStage.getState().charts).toEqual(['loss', 'stable-rank']);
    replaceChart(shown, 1, 'margins');
    expect(useStage.getState().charts).toEqual(['stable-rank', 'margins']);
  });
});

describe('going to a lecture and back', () => {
  it('begins with the chart that was enlarged', () => {
    useView.getState().set({ enlarged: 'margins' });
    toggleLecture();
    expect(useView.getState()).toMatchObject({ lecture: true, enlarged: null });
    expect(useStage.getState()).toMatchObject({ charts: ['margins'], count: 1 });
  });

  it('leads back in one step, and says when there is nothing to go back from', () => {
    toggleLecture();
    expect(leaveStage()).toBe(true);
    expect(useView.getState().lecture).toBe(false);
    expect(leaveStage()).toBe(false);
  });
});
