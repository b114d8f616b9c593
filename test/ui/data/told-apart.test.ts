import { describe, expect, it } from 'vitest';
import type { KeptFiles } from '../../../src/engine/files/keeper-api.ts';
import { inList, namesOf } from '../../../src/ui/data/told-apart.ts';

const kept = (key: string, name: string, dataset: string): KeptFiles => ({
  key,
  names: [name],
  size: 11_000,
  at: new Date(2026, 10, 27).getTime(),
  datasets: [dataset],
});
const open = (id: string, name: string) => {
  const none = new Blob([]);
  const dataset = { id, name, count: 1, dim: 1, bytesPerValue: 1 as const, values: none, labels: none };
  return { dataset };
};

describe('files of the same name', () => {
  it('opened before are told apart by their data, for the ear too', () => {
    const [first, second, other] = inList([
      kept('a', 'data.csv', '0a'),
      kept('b', 'data.csv', '0b'),
      kept('c', 'wine.csv', '0c'),
    ]);
    expect(first!.about).toBe('11 kB, 27 November 2026, fingerprint 0a');
    expect(second!.called).toBe('data.csv, 11 kB, 27 November 2026, fingerprint 0b');
    expect([other!.about, other!.called]).toEqual(['11 kB, 27 November 2026', 'wine.csv']);
  });

  it('that are open are told apart; those of one name alone are called by it', () => {
    const all = [open('0a', 'data.csv'), open('0b', 'data.csv'), open('0c', 'wine.csv')];
    expect(all.map((one) => namesOf(one, all))).toEqual([
      'data.csv (fingerprint 0a)',
      'data.csv (fingerprint 0b)',
      'wine.csv',
    ]);
  });
});
