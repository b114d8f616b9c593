import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { learningRate, type Experiment } from '../src/core/experiment.ts';
import { secondLayerWeights } from '../src/core/model/second-layer.ts';
import { LineProcess } from './line-process.ts';

/** A peer that runs here, on one thread or on all; or why it does not. */
export interface PeerInfo {
  readonly id: string;
  readonly name: string;
  readonly threads: number;
  /** Its version and library; null when it is not there. */
  readonly version: string | null;
  readonly missing: string | null;
}

/** One epoch of a peer, milliseconds; or why there is none. */
export type PeerTime =
  { readonly epoch: number; readonly note: string } | { readonly epoch: null; readonly note: string };

interface Kind {
  readonly id: string;
  readonly name: string;
  /** Tried in order until one starts. */
  readonly commands: readonly (readonly string[])[];
  readonly threads: readonly number[];
}

const at = (file: string): string => fileURLToPath(new URL(`peers/${file}`, import.meta.url));
const PYTHONS = ['/usr/bin/python3', 'python3', 'python3.13', 'python3.12', 'python3.11', 'python'];
const CORES = cpus().length;
const BOTH = CORES > 1 ? [1, CORES] : [1];

const KINDS: readonly Kind[] = [
  {
    id: 'numpy',
    name: 'NumPy by hand, float64',
    commands: PYTHONS.map((python) => [python, at('numpy_peer.py')]),
    threads: BOTH,
  },
  {
    id: 'torch',
    name: 'PyTorch, float64',
    commands: PYTHONS.map((python) => [python, at('torch_peer.py')]),
    threads: BOTH,
  },
  {
    id: 'tfjs',
    name: 'TensorFlow.js, float32',
    commands: [[process.execPath, at('tfjs_peer.mjs')]],
    threads: [1],
  },
];

/** What a peer is asked to do: the shapes and numbers of an experiment; it draws data of its own. */
export function requestOf(experiment: Experiment, ranks: boolean, seconds: number): object {
  const { data, m, activation, sigma0, method, regularizer, secondLayer } = experiment;
  if (!('d' in data)) throw new Error('peers draw their data');
  return {
    n: data.n,
    d: data.d,
    m,
    activation: activation.kind,
    gamma: 'gamma' in activation ? activation.gamma : 0,
    q: 'q' in activation ? activation.q : 2,
    a: secondLayerWeights(secondLayer, m)[0],
    eta: learningRate(method),
    lambda: regularizer.kind === 'none' ? 0 : regularizer.lambda,
    patches: data.kind === 'signal-noise' ? 2 : 1,
    sigma0,
    noiseSd: 'noiseSd' in data ? data.noiseSd : 1,
    ranks,
    seconds,
  };
}

/** One of them, at work or not here. */
export class Peer {
  readonly info: PeerInfo;
  readonly #process: LineProcess | null;

  private constructor(info: PeerInfo, process: LineProcess | null) {
    this.info = info;
    this.#process = process;
  }

  static async start({ id, name, commands }: Kind, threads: number): Promise<Peer> {
    const about = { id: `${id}-${threads}`, name, threads };
    let missing = '';
    for (const command of commands) {
      const started = await LineProcess.start(command, threadsOf(threads));
      if (typeof started !== 'string') {
        const { version } = JSON.parse(started.about) as { version: string };
        return new Peer({ ...about, version, missing: null }, started);
      }
      missing = started === '' ? missing : started;
    }
    return new Peer({ ...about, version: null, missing }, null);
  }

  async time(request: object): Promise<PeerTime> {
    if (this.#process === null) return { epoch: null, note: 'not installed' };
    const line = await this.#process.ask(request);
    if (line === null) return { epoch: null, note: 'it stopped' };
    const answer = JSON.parse(line) as { epoch?: number; note?: string; error?: string };
    if (answer.epoch === undefined) return { epoch: null, note: answer.error ?? 'no answer' };
    return { epoch: answer.epoch, note: answer.note ?? '' };
  }

  stop(): void {
    this.#process?.stop();
  }
}

const threadsOf = (threads: number): Record<string, string> => ({
  BENCH_THREADS: String(threads),
  OMP_NUM_THREADS: String(threads),
  OPENBLAS_NUM_THREADS: String(threads),
  MKL_NUM_THREADS: String(threads),
});

export async function startPeers(): Promise<readonly Peer[]> {
  const peers: Peer[] = [];
  for (const kind of KINDS) {
    for (const threads of kind.threads) peers.push(await Peer.start(kind, threads));
  }
  return peers;
}
