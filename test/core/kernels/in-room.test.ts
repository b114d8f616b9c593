import { describe, expect, it } from 'vitest';
import { inRoom } from '../../../src/core/kernels/in-room.ts';
import { RoomExceeded, type Kernels, type KernelSource } from '../../../src/core/kernels/kernels.ts';
import { DONE } from '../../../src/core/slices.ts';
import { PLAIN } from '../../../src/core/kernels/plain.ts';

/** Kernels that have so much room as was asked for; notes what was opened and closed. */
function countingSource() {
  const opened: number[] = [];
  let open = 0;
  const source: KernelSource = {
    open(bytes) {
      opened.push(bytes);
      open++;
      let left = bytes;
      const allocate = (length: number): Float64Array => {
        left -= 8 * length;
        if (left < 0) throw new RoomExceeded(bytes - left);
        return new Float64Array(length);
      };
      return { ...PLAIN, allocate };
    },
    prepare: () => DONE,
    close: () => {
      open--;
    },
  };
  return { source, opened, stillOpen: () => open };
}

function* work(kernels: Kernels): Generator<string, number, void> {
  const array = kernels.allocate(100);
  yield 'set up';
  return array.length;
}

describe('work in a room', () => {
  it('begins again with more room when it finds too little, and says nothing of the first attempt', () => {
    const { source, opened, stillOpen } = countingSource();
    const run = inRoom(source, work, 100);
    expect(run.next()).toEqual({ done: false, value: 'set up' });
    expect(run.next()).toEqual({ done: true, value: 100 });
    expect(opened).toEqual([100, 1_200]);
    expect(stillOpen()).toBe(0);
  });

  it('gives the room back when it is left on the way, and when it fails', () => {
    const { source, stillOpen } = countingSource();
    const left = inRoom(source, work, 800);
    left.next();
    expect(stillOpen()).toBe(1);
    left.return(0);
    expect(stillOpen()).toBe(0);
    const failing = inRoom(source, function* (): Generator<string, number, void> {
      yield 'set up';
      throw new Error('no such file');
    });
    failing.next();
    expect(() => failing.next()).toThrow('no such file');
    expect(stillOpen()).toBe(0);
  });
});
