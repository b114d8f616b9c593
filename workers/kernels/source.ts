import type { Kernels, KernelSource } from '../../src/core/kernels/kernels.ts';
import { PLAIN, PLAIN_SOURCE } from '../../src/core/kernels/plain.ts';
import { DONE, type Work } from '../../src/core/slices.ts';
import { KERNELS } from './binary.ts';
import { Room } from './room.ts';
import { wasmKernels, type Exports } from './wasm-kernels.ts';

/** A new memory has room for most runs. */
const INITIAL_PAGES = 256;

/** Memories kept for the next run, and the size up to which they are: a larger one is given back to the browser. */
const MAX_FREE = 2;
const MAX_KEPT_BYTES = 256 * 1_024 * 1_024;

/** The module of the binary; null where WebAssembly or its SIMD is missing. */
function compile(): WebAssembly.Module | null {
  try {
    return new WebAssembly.Module(Uint8Array.from(KERNELS, (character) => character.charCodeAt(0)));
  } catch {
    return null;
  }
}

/** Kernels in WebAssembly; those in TypeScript where it is missing, or where a run needs more memory than there is. */
export function createKernelSource(): KernelSource {
  const module = compile();
  return module === null ? PLAIN_SOURCE : new WasmSource(module);
}

class WasmSource implements KernelSource {
  readonly #module: WebAssembly.Module;
  readonly #free: Kernels[] = [];
  readonly #rooms = new WeakMap<Kernels, Room>();

  constructor(module: WebAssembly.Module) {
    this.#module = module;
  }

  open(bytes: number): Kernels {
    try {
      const kernels = this.#free.pop() ?? this.#create();
      this.#rooms.get(kernels)?.clear(bytes);
      return kernels;
    } catch (error) {
      if (error instanceof RangeError) return PLAIN;
      throw error;
    }
  }

  prepare(kernels: Kernels): Work {
    return this.#rooms.get(kernels)?.clean() ?? DONE;
  }

  close(kernels: Kernels): void {
    const room = this.#rooms.get(kernels);
    if (room === undefined || room.size > MAX_KEPT_BYTES || this.#free.length === MAX_FREE) return;
    if (!this.#free.includes(kernels)) this.#free.push(kernels);
  }

  /** @throws RangeError when there is no memory left */
  #create(): Kernels {
    const memory = new WebAssembly.Memory({ initial: INITIAL_PAGES });
    const { exports } = new WebAssembly.Instance(this.#module, { env: { memory } });
    const functions = exports as unknown as Exports;
    const room = new Room(memory, functions.ROOM_BEGINS.value);
    const kernels = wasmKernels(functions, room);
    this.#rooms.set(kernels, room);
    return kernels;
  }
}
