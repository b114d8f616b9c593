import { expect, it } from 'vitest';
import { probedPlaces } from '../../../src/core/probe/schedule.ts';

it('takes every one of the first 64 recorded epochs, then ever fewer, and the last: at most 300', () => {
  for (const count of [1, 2, 64, 65, 66, 100, 1_001, 20_000, 200_000, 4_000_000]) {
    const places = [...probedPlaces(count, 1)];
    expect(places.slice(0, 64)).toEqual(Array.from({ length: Math.min(64, count) }, (_, k) => k));
    expect(places.at(-1)).toBe(count - 1);
    expect(places.length).toBeLessThanOrEqual(300);
    const gaps = places.slice(1).map((place, k) => place - places[k]!);
    expect(Math.min(Infinity, ...gaps)).toBeGreaterThan(0);
  }
  expect(probedPlaces(1_001, 1).size).toBeGreaterThan(130);
});

it('takes fewer where one is dear, but 24 at least', () => {
  expect(probedPlaces(1_001, 5e8).size).toBeLessThanOrEqual(80);
  expect(probedPlaces(1_001, 1e12).size).toBeLessThanOrEqual(24);
  expect(probedPlaces(1_001, 1e12).size).toBeGreaterThan(16);
  expect(Math.max(...probedPlaces(1_001, 1e12))).toBe(1_000);
});
