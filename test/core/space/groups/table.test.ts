import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../../../src/core/kernels/plain.ts';
import { sitesOf } from '../../../../src/core/space/groups/sites.ts';
import { GroupTable } from '../../../../src/core/space/groups/table.ts';

describe('the sites of patches', () => {
  const batch = {
    n: 3,
    patches: 2,
    features: 3,
    // −u_2, u_0, u_2, u_0, −u_2, −u_0
    patchFeature: Int32Array.of(2, 0, 2, 0, 2, 0),
    patchSign: Float64Array.of(-1, 1, 1, 1, -1, -1),
    y: Float64Array.of(1, -1, 1),
  };

  it('are the distinct signed features, in order of first use, with how many patches are each', () => {
    const sites = sitesOf(PLAIN, batch);
    expect(sites.count).toBe(4);
    expect([...sites.feature]).toEqual([2, 0, 2, 0]);
    expect([...sites.sign]).toEqual([-1, 1, 1, -1]);
    expect([...sites.patches]).toEqual([2, 2, 1, 1]);
    expect([...sites.ofPatch]).toEqual([0, 1, 2, 1, 0, 3]);
  });
});

/** Sites of features 0, …, Q − 1, the last of them with the other sign. */
const tableOf = (Q: number, capacity: number) => {
  const sign = new Float64Array(Q).fill(1);
  sign[Q - 1] = -1;
  const feature = Int32Array.from({ length: Q }, (_, q) => q);
  return new GroupTable(
    PLAIN,
    { count: Q, feature, sign, patches: new Int32Array(Q).fill(1), ofPatch: feature },
    capacity,
  );
};

const firing = (table: GroupTable, g: number) =>
  [...table.fires.subarray(g * table.sites.count, (g + 1) * table.sites.count)].join('');

describe('the group of a neuron', () => {
  const full = Int32Array.of(1, 1, 1, 1);

  it('has its class and the signs of s·z, 0 and −0 firing', () => {
    const table = tableOf(4, 4);
    // What is before z in its array is another neuron’s.
    const z = Float64Array.of(9, 9, 0, -0, -1, -2);
    expect(table.groupOf(z, 2, 1, full)).toBe(0);
    expect(firing(table, 0)).toBe('1101');
    expect(table.side[0]).toBe(1);
    expect(table.count).toBe(1);
    expect(table.groupOf(Float64Array.of(-1, 1, 1, 1), 0, 1, full)).toBe(1);
    expect(firing(table, 1)).toBe('0110');
  });

  it('is that of the same class and pattern where there is one', () => {
    const table = tableOf(2, 4);
    const [a, b] = [Float64Array.of(1, 1), Float64Array.of(-1, 1)];
    expect([table.groupOf(a, 0, 0, full), table.groupOf(b, 0, 0, full)]).toEqual([0, 1]);
    expect(table.groupOf(a, 0, 1, full)).toBe(2);
    expect([a, b].map((z) => table.groupOf(z, 0, 0, full))).toEqual([0, 1]);
    expect(table.count).toBe(3);
  });

  it('is a slot that neurons have left before a new one, and none when all are taken', () => {
    const table = tableOf(2, 3);
    const patterns = [Float64Array.of(1, 1), Float64Array.of(-1, 1), Float64Array.of(1, -1)];
    for (const z of patterns) table.groupOf(z, 0, 0, full);
    const last = Float64Array.of(-1, -1);
    expect(table.groupOf(last, 0, 0, full)).toBe(-1);
    const size = Int32Array.of(1, 0, 0, 1);
    expect(table.groupOf(last, 0, 0, size)).toBe(1);
    expect(firing(table, 1)).toBe('01');
    expect(firing(table, 2)).toBe('11');
    expect(table.count).toBe(3);
  });

  it('is one of its own where it is to be alone, as long as there is room', () => {
    const table = tableOf(2, 2);
    const z = Float64Array.of(1, 1);
    expect(table.groupOf(z, 0, 0, full)).toBe(0);
    expect(table.groupOf(z, 0, 0, full, true)).toBe(1);
    expect(table.groupOf(z, 0, 0, full, true)).toBe(0);
  });

  it('tells patterns of more than a word apart by every site', () => {
    const Q = 70;
    const table = tableOf(Q, Q + 1);
    const size = new Int32Array(Q + 1).fill(1);
    const z = new Float64Array(Q).fill(1);
    expect(table.groupOf(z, 0, 0, size)).toBe(0);
    for (let q = 0; q < Q; q++) {
      z[q] = -1;
      expect(table.groupOf(z, 0, 0, size)).toBe(q + 1);
      expect(table.areAlike(0, q + 1)).toBe(false);
      table.flip(0, q);
      expect(table.areAlike(0, q + 1)).toBe(true);
      expect(firing(table, 0)).toBe(firing(table, q + 1));
      table.flip(0, q);
      expect(table.areAlike(q + 1, 0)).toBe(false);
      table.flip(q + 1, q);
      expect(table.areAlike(q + 1, 0)).toBe(true);
      expect(firing(table, 0)).toBe(firing(table, q + 1));
      table.flip(q + 1, q);
      z[q] = 1;
    }
    expect(table.groupOf(z, 0, 0, size)).toBe(0);
    z[69] = -1;
    expect(table.groupOf(z, 0, 0, size)).toBe(70);
  });

  it('is not like one of the other class', () => {
    const table = tableOf(2, 2);
    const z = Float64Array.of(1, 1);
    table.groupOf(z, 0, 0, full);
    table.groupOf(z, 0, 1, full);
    expect(table.areAlike(0, 1)).toBe(false);
  });
});
