import { afterEach, describe, expect, it, vi } from 'vitest';
import { RoomExceeded } from '../../../src/core/kernels/kernels.ts';
import { PLAIN } from '../../../src/core/kernels/plain.ts';
import { DrawMemo } from '../../../src/core/problem/draw-memo.ts';
import { train } from '../../../src/core/run.ts';
import { createKernelSource } from '../../../workers/kernels/source.ts';
import { K_FIGURE_1 } from '../../core/experiments.ts';

const RECORDER = { epoch: () => undefined, snapshot: () => undefined };

/** How many memories are made while something is done. */
function memoriesMade(work: () => void): number {
  const { Memory } = WebAssembly;
  let made = 0;
  WebAssembly.Memory = class extends Memory {
    constructor(descriptor: WebAssembly.MemoryDescriptor) {
      super(descriptor);
      made++;
    }
  };
  work();
  WebAssembly.Memory = Memory;
  return made;
}

afterEach(() => vi.unstubAllGlobals());

describe('the memory of kernels', () => {
  it('gives zeros, also where an earlier run has written', () => {
    const source = createKernelSource();
    const first = source.open(0);
    first.allocate(1_000).fill(7);
    first.allocateIndices(3).fill(7);
    source.close(first);
    const second = source.open(0);
    expect(second).toBe(first);
    expect(second.allocate(1_000).every((value) => value === 0)).toBe(true);
    expect(second.allocateIndices(3).every((value) => value === 0)).toBe(true);
    expect(second.allocateBytes(5)).toEqual(new Uint8Array(5));
  });

  it('keeps the arrays of runs that are under way together apart', () => {
    const source = createKernelSource();
    const one = source.open(0);
    const other = source.open(0);
    const array = one.allocate(10).fill(1);
    other.allocate(10).fill(2);
    expect([...array]).toEqual(new Array(10).fill(1));
  });

  it('says how much is missing when it is full, and has that much when asked', () => {
    const source = createKernelSource();
    const small = source.open(0);
    let missing = 0;
    try {
      small.allocate(10_000_000);
    } catch (error) {
      if (error instanceof RoomExceeded) missing = error.bytes;
    }
    expect(missing).toBeGreaterThanOrEqual(80_000_000);
    source.close(small);
    const large = source.open(missing);
    expect(large.allocate(10_000_000)).toHaveLength(10_000_000);
  });

  it('is used again by the next run, however the last one ended: a dragged slider takes one', () => {
    const source = createKernelSource();
    const memo = new DrawMemo();
    const begin = () => train({ ...K_FIGURE_1, epochs: 3 }, RECORDER, new Map(), memo, source);
    const made = memoriesMade(() => {
      for (let run = 0; run < 50; run++) {
        const work = begin();
        // Some run to their end, some are cancelled on the way.
        for (let step = 0; step < (run % 2 === 0 ? 6 : Infinity); step++) {
          if (work.next().done === true) break;
        }
        work.return({ kind: 'finished' });
      }
    });
    expect(made).toBe(1);
  });

  it('grows for a run that needs more, before any array of it is in use', () => {
    const source = createKernelSource();
    const experiment = {
      ...K_FIGURE_1,
      epochs: 1,
      m: 1_000,
      data: { ...K_FIGURE_1.data, n: 10 },
    } as const;
    const made = memoriesMade(() => {
      const work = train(experiment, RECORDER, new Map(), new DrawMemo(), source);
      let step = work.next();
      while (step.done !== true) step = work.next();
      expect(step.value.kind).toBe('finished');
    });
    expect(made).toBe(1);
  });

  it('is done without where there is no more to be had, or no WebAssembly with SIMD', () => {
    vi.spyOn(WebAssembly.Memory.prototype, 'grow').mockImplementation(() => {
      throw new RangeError('WebAssembly.Memory.grow(): Maximum memory size exceeded');
    });
    expect(createKernelSource().open(1e9)).toBe(PLAIN);
    vi.stubGlobal('WebAssembly', {
      ...WebAssembly,
      Module: vi.fn(function () {
        throw new Error('invalid opcode 0xfd');
      }),
    });
    expect(createKernelSource().open(0)).toBe(PLAIN);
  });
});
