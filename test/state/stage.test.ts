import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULTS } from '../../src/settings/schema.ts';
import { useSettings } from '../../src/state/settings.ts';
import {
  dockedSliders,
  followTouches,
  sliderOfTheMoment,
  toggledSlider,
  useStage,
} from '../../src/state/stage.ts';

const SIGNAL = { ...DEFAULTS, data: 'signal-noise' } as const;

describe('the sliders beside the charts', () => {
  it('are those that most lectures move until others are chosen', () => {
    expect(dockedSliders(null, DEFAULTS)).toEqual(['gamma', 'sigma0', 'eta', 'm']);
    expect(dockedSliders(['n'], DEFAULTS)).toEqual(['n']);
    expect(dockedSliders([], DEFAULTS)).toEqual([]);
  });

  it('leave out what does not apply to these settings, and come back when it does', () => {
    expect(dockedSliders(['gamma', 'eta'], { ...DEFAULTS, activation: 'relu-power' })).toEqual(['eta']);
    expect(dockedSliders(['gamma', 'eta'], DEFAULTS)).toEqual(['gamma', 'eta']);
  });

  it('are at most four, in the order in which they were chosen', () => {
    const four = ['gamma', 'sigma0', 'eta', 'm'] as const;
    expect(toggledSlider(four, 'n')).toEqual(four);
    expect(toggledSlider(toggledSlider(four, 'sigma0'), 'n')).toEqual(['gamma', 'eta', 'm', 'n']);
  });
});

describe('the slider of the moment', () => {
  let stop = (): void => undefined;
  beforeEach(() => {
    useSettings.setState(useSettings.getInitialState());
    useStage.setState(useStage.getInitialState());
    stop = followTouches();
  });
  afterEach(() => stop());
  const ofTheMoment = () => sliderOfTheMoment(useStage.getState().touched, useSettings.getState().settings);

  it('is σ₀ before anything was touched', () => {
    expect(ofTheMoment()).toBe('sigma0');
  });

  it('is that of the setting changed last, by itself', () => {
    useSettings.getState().change({ gamma: 0.3 });
    expect(ofTheMoment()).toBe('gamma');
    // A preset or a link changes several.
    useSettings.getState().change({ n: 12, eta: 0.3 });
    expect(ofTheMoment()).toBe('gamma');
    // A choice has no slider.
    useSettings.getState().change({ loss: 'exponential' });
    expect(ofTheMoment()).toBe('gamma');
  });

  it('gives way where its setting has no effect', () => {
    expect(sliderOfTheMoment('gamma', { ...DEFAULTS, activation: 'relu-power' })).toBe('sigma0');
    expect(sliderOfTheMoment(null, SIGNAL)).toBe('sigma0');
  });
});
