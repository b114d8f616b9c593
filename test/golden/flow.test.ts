import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/core/observe/recorder.ts';
import { train } from '../../src/core/run.ts';
import { expectedPoints, type ExpectedPoint } from '../../src/export/expect-flow.ts';
import {
  isFlow,
  readReference,
  referenceExperiment,
  type FlowReference,
} from '../../src/settings/reference.ts';

function readFlow(name: string): { reference: FlowReference; expected: readonly ExpectedPoint[] } {
  const url = new URL(`../fixtures/${name}.json`, import.meta.url);
  const content = JSON.parse(readFileSync(url, 'utf8')) as { expect: readonly ExpectedPoint[] };
  const reference = readReference(content);
  if (!isFlow(reference)) throw new RangeError(`${name} is no gradient flow`);
  return { reference, expected: content.expect };
}

/** The fixtures' tolerance (test/fixtures/README.md); of numbers near zero 1e-12. */
const isClose = (actual: number, expected: number): boolean =>
  Math.abs(actual - expected) <= Math.max(1e-7 * Math.abs(expected), 1e-12);

function numbersOf(point: ExpectedPoint): readonly number[] {
  const { log_t, log_loss, margins, frobenius, stable_rank, rho } = point;
  const ranks = [stable_rank.positive, stable_rank.negative, stable_rank.all];
  return [
    log_t,
    log_loss,
    frobenius,
    ...ranks.flatMap(({ value, excess }) => [value, excess]),
    ...margins,
    ...(rho ?? []).flat(),
  ];
}

/** What slides by the snapshot of each listed time. */
function slidingOf(reference: FlowReference): readonly Snapshot['sliding'][] {
  const found: Snapshot['sliding'][] = [];
  const snapshot = ({ sliding }: Snapshot): void => void found.push(sliding && sliding.slice());
  const work = train(referenceExperiment(reference), { epoch: () => undefined, snapshot }, new Map());
  while (work.next().done !== true);
  return found;
}

describe('the reference flows', () => {
  it.each(['flow-leaky', 'flow-relu', 'flow-smooth'])(
    '%s is followed to 1e-7 at every listed time, its patterns and what slides exactly',
    (name) => {
      const { reference, expected } = readFlow(name);
      const found = expectedPoints(reference);
      expect(found.map(({ log_t }) => log_t)).toEqual(reference.record_log_t);
      expected.forEach((point, at) => {
        const where = `${name} at log t = ${point.log_t}`;
        expect(found[at]!.active, `${where}: active`).toEqual(point.active);
        expect(found[at]!.sliding, `${where}: sliding`).toEqual(point.sliding);
        const numbers = numbersOf(found[at]!);
        const off = numbersOf(point).flatMap((value, k) =>
          isClose(numbers[k]!, value) ? [] : [`number ${k}: ${numbers[k]} against ${value}`],
        );
        expect(off, where).toEqual([]);
      });
    },
  );

  it.each(['flow-leaky', 'flow-relu'])(
    '%s has in its snapshots what slides, with a φ′ from γ to 1',
    (name) => {
      const { reference, expected } = readFlow(name);
      const { gamma } = reference;
      const found = slidingOf(reference).map((sliding) => [...sliding!]);
      expect(found.map((slopes) => slopes.map((slope) => (slope < 0 ? 0 : 1)))).toEqual(
        expected.map(({ sliding }) => sliding.flat()),
      );
      const slopes = found.flat().filter((slope) => slope >= 0);
      expect(slopes.every((slope) => slope >= Math.fround(gamma) && slope <= 1)).toBe(true);
      // One that is held strictly between the sides was seen, or none at all.
      expect(slopes.some((slope) => slope > gamma && slope < 1)).toBe(slopes.length > 0);
    },
  );

  it('flow-smooth has no kinks for anything to slide along', () => {
    expect(slidingOf(readFlow('flow-smooth').reference).every((sliding) => sliding === null)).toBe(true);
  });
});
