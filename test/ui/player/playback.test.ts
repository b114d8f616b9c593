import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeScale } from '../../../src/charts/scales/scales.ts';
import {
  advance,
  epochAt,
  fromFraction,
  SECONDS_AT_SPEED_ONE,
  stepFrom,
  toFraction,
  type Scene,
} from '../../../src/ui/player/playback.ts';

const scene = (change: Partial<Scene> = {}): Scene => ({
  total: 1_000,
  computed: 1_000,
  ended: true,
  axis: 'linear',
  speed: 1,
  loop: false,
  ...change,
});

/** Plays in frames of 1/60 s until it stops; the seconds that took. */
function secondsToEnd(playing: Scene): number {
  let state = { epoch: 0, playing: true };
  let frames = 0;
  while (state.playing && frames < 10_000) {
    state = advance(state.epoch, 1 / 60, playing);
    frames++;
  }
  return frames / 60;
}

describe('the time axis of the player', () => {
  const axes = fc.constantFrom('linear' as const, 'log' as const);
  const totals = fc.integer({ min: 1, max: 1_000_000 });

  it('gives back every whole epoch that it places', () => {
    fc.assert(
      fc.property(axes, totals, fc.double({ min: 0, max: 1, noNaN: true }), (axis, total, share) => {
        const epoch = Math.round(share * total);
        expect(epochAt(toFraction(epoch, total, axis), total, axis)).toBe(epoch);
      }),
    );
  });

  it('puts the first epoch at the left end and the last at the right', () => {
    fc.assert(
      fc.property(axes, totals, (axis, total) => {
        expect(toFraction(0, total, axis)).toBe(0);
        expect(toFraction(total, total, axis)).toBe(1);
      }),
    );
  });

  it('places epochs where the charts place them', () => {
    for (const axis of ['linear', 'log'] as const) {
      const scale = timeScale(axis, 500, 1, Infinity);
      for (const epoch of [0, 1, 2, 10, 137, 500]) {
        // Two orders of the same operations: a few roundings.
        expect(toFraction(epoch, 500, axis)).toBeCloseTo(scale.position(epoch), 12);
      }
    }
  });
});

describe('advance', () => {
  it.each(['linear', 'log'] as const)(
    'plays the whole recording in about ten seconds on a %s axis',
    (axis) => {
      // A frame more or less.
      expect(Math.abs(secondsToEnd(scene({ axis })) - SECONDS_AT_SPEED_ONE)).toBeLessThan(0.04);
    },
  );

  it('plays in an eighth of the time at ×8', () => {
    expect(Math.abs(secondsToEnd(scene({ speed: 8 })) - SECONDS_AT_SPEED_ONE / 8)).toBeLessThan(0.04);
  });

  it('waits at the end of what is computed, still playing', () => {
    const computing = scene({ computed: 40, ended: false });
    expect(advance(39.9, 1, computing)).toEqual({ epoch: 40, playing: true });
    expect(advance(40, 1, computing)).toEqual({ epoch: 40, playing: true });
  });

  it('leaves a playhead from a longer recording where it is until the new one has caught up', () => {
    expect(advance(800, 1, scene({ computed: 40, ended: false }))).toEqual({ epoch: 800, playing: true });
  });

  it('stops where a run ended early', () => {
    expect(advance(39.9, 1, scene({ computed: 40 }))).toEqual({ epoch: 40, playing: false });
  });

  it('starts again from the beginning when it loops', () => {
    expect(advance(1_000, 0.016, scene({ loop: true }))).toEqual({ epoch: 0, playing: true });
  });

  it('never goes back nor past what is computed', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1_000, noNaN: true }),
        fc.double({ min: 0, max: 0.1, noNaN: true }),
        fc.integer({ min: 0, max: 1_000 }),
        fc.constantFrom('linear' as const, 'log' as const),
        (epoch, seconds, computed, axis) => {
          const next = advance(epoch, seconds, scene({ computed, ended: false, axis }));
          expect(next.epoch).toBeGreaterThanOrEqual(epoch);
          expect(next.epoch).toBeLessThanOrEqual(Math.max(epoch, computed, 0.5));
        },
      ),
    );
  });
});

describe('stepFrom', () => {
  const epochs = Float64Array.of(0, 1, 2, 5, 10, 20, 50);

  it('goes to the next and the previous recorded epoch', () => {
    expect(stepFrom(epochs, 5, 1)).toBe(10);
    expect(stepFrom(epochs, 5, -1)).toBe(2);
  });

  it('counts from between two recorded epochs to the nearest in that direction', () => {
    expect(stepFrom(epochs, 7, 1)).toBe(10);
    expect(stepFrom(epochs, 7, -1)).toBe(5);
  });

  it('stays within the recording', () => {
    expect(stepFrom(epochs, 20, 10)).toBe(50);
    expect(stepFrom(epochs, 1, -10)).toBe(0);
    expect(stepFrom(epochs, 900, -1)).toBe(50);
  });

  it('stays where it is when nothing is recorded yet', () => {
    expect(stepFrom(new Float64Array(0), 7, 1)).toBe(7);
  });
});

describe('fromFraction', () => {
  it('maps positions outside of the axis to its ends', () => {
    expect(fromFraction(-1, 100, 'linear')).toBe(0);
    expect(fromFraction(2, 100, 'log')).toBeCloseTo(100, 10);
  });
});
