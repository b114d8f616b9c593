import { expect, it } from 'vitest';
import { PLAIN } from '../../../../src/core/kernels/plain.ts';
import { Members } from '../../../../src/core/space/groups/members.ts';

/** The neurons of each group, as its list has them. */
const listed = (members: Members) =>
  Array.from(members.first, (first) => {
    const neurons: number[] = [];
    for (let r = first; r >= 0; r = members.next[r]!) neurons.push(r);
    return neurons;
  });

const of = (...groups: number[]) => {
  const members = new Members(PLAIN, groups.length, 3);
  groups.forEach((g, r) => members.add(r, g));
  return members;
};

it('neurons are in the group that they joined last, the newest first', () => {
  const members = of(0, 2, 0, 0);
  expect(listed(members)).toEqual([[3, 2, 0], [], [1]]);
  expect([...members.size]).toEqual([3, 0, 1]);
  expect([...members.groupOf]).toEqual([0, 2, 0, 0]);
});

it('the first, the last, one between and the only one can leave, and join another', () => {
  for (const r of [0, 1, 2, 3]) {
    const members = of(0, 0, 0, 1);
    const g = members.groupOf[r]!;
    const rest = listed(members)[g]!.filter((other) => other !== r);
    members.remove(r);
    expect(listed(members)[g]).toEqual(rest);
    expect(members.size[g]).toBe(rest.length);
    expect(members.groupOf[r]).toBe(-1);
    members.add(r, 2);
    expect(listed(members)[2]).toEqual([r]);
    // Those who were beside it can still leave.
    for (const other of rest) members.remove(other);
    expect(listed(members)[g]).toEqual([]);
  }
});

it('who leaves from behind neuron 0 leaves it the first', () => {
  const members = new Members(PLAIN, 2, 1);
  members.add(1, 0);
  members.add(0, 0);
  members.remove(1);
  expect(listed(members)).toEqual([[0]]);
});

it('all are in none at first, and again when they are cleared', () => {
  const members = new Members(PLAIN, 2, 2);
  expect([...members.groupOf, ...members.first, ...members.next]).toEqual([-1, -1, -1, -1, -1, -1]);
  members.add(1, 1);
  members.clear();
  expect([...members.groupOf, ...members.first, ...members.size]).toEqual([-1, -1, -1, -1, 0, 0]);
});
