import { fileURLToPath } from 'node:url';
import { CASES } from './cases.ts';
import { LineProcess } from './line-process.ts';
import { median, type CoreTiming } from './measure.ts';
import { requestOf, startPeers, type PeerInfo, type PeerTime } from './peers.ts';

/** Median, smallest and largest of the repeats, milliseconds. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** One epoch at a setting: of the core, and of each peer by its id, with stable ranks and without. */
export interface CoreRow {
  readonly id: string;
  readonly name: string;
  readonly bar: number;
  readonly barOf?: 'mean' | undefined;
  readonly space: string;
  readonly epoch: Spread;
  readonly training: Spread;
  readonly meanEpoch: number;
  readonly setUp: number;
  readonly peers: Readonly<Record<string, { readonly ranks: PeerTime; readonly training: PeerTime }>>;
}

export interface CoreFigures {
  readonly repeats: number;
  readonly rows: readonly CoreRow[];
  readonly peers: readonly PeerInfo[];
}

/** That each measurement takes, the core's and a peer's; at least one run, or one epoch. */
const SECONDS = 0.3;

const spreadOf = (values: readonly number[]): Spread => ({
  median: median(values),
  min: Math.min(...values),
  max: Math.max(...values),
});

/** The median of the repeats, or what kept the last from having one. */
function medianTime(times: readonly PeerTime[]): PeerTime {
  const found = times.flatMap(({ epoch }) => (epoch === null ? [] : [epoch]));
  const { note } = times.at(-1)!;
  return found.length === 0 ? { epoch: null, note } : { epoch: median(found), note };
}

/** @throws Error when it does not start */
async function startCore(): Promise<LineProcess> {
  const file = fileURLToPath(new URL('core-process.ts', import.meta.url));
  const core = await LineProcess.start([process.execPath, '--import', 'tsx', file], {});
  if (typeof core === 'string') throw new Error(`the core did not start: ${core}`);
  return core;
}

/** @throws Error when it stopped: its run did not finish */
async function timeCore(core: LineProcess, id: string): Promise<CoreTiming> {
  const line = await core.ask({ id, seconds: SECONDS });
  if (line === null) throw new Error(`the core stopped at ${id}`);
  return JSON.parse(line) as CoreTiming;
}

/**
 * The core and its peers in turn, repeat by repeat, so that what else the machine does hits all alike. The first round
 * warms up and does not count.
 */
export async function measureCore(
  repeats: number,
  withPeers: boolean,
  say: (what: string) => void,
): Promise<CoreFigures> {
  const peers = withPeers ? await startPeers() : [];
  const rows: CoreRow[] = [];
  for (const { id, name, bar, barOf, experiment } of CASES) {
    const core = await startCore();
    const runs: CoreTiming[] = [];
    const times = peers.map(() => ({ ranks: [] as PeerTime[], training: [] as PeerTime[] }));
    for (let repeat = 0; repeat <= repeats; repeat++) {
      say(repeat === 0 ? `${name}: warming up` : `${name}: ${repeat} of ${repeats}`);
      const run = await timeCore(core, id);
      if (repeat === 0) continue;
      runs.push(run);
      for (const [k, peer] of peers.entries()) {
        times[k]!.ranks.push(await peer.time(requestOf(experiment, true, SECONDS)));
        times[k]!.training.push(await peer.time(requestOf(experiment, false, SECONDS)));
      }
    }
    core.stop();
    rows.push({
      id,
      name,
      bar,
      barOf,
      space: runs[0]!.space,
      epoch: spreadOf(runs.map(({ medianEpoch }) => medianEpoch)),
      training: spreadOf(runs.map(({ training }) => training)),
      meanEpoch: median(runs.map(({ meanEpoch }) => meanEpoch)),
      setUp: median(runs.map(({ setUp }) => setUp)),
      peers: Object.fromEntries(
        peers.map(({ info }, k) => [
          info.id,
          { ranks: medianTime(times[k]!.ranks), training: medianTime(times[k]!.training) },
        ]),
      ),
    });
  }
  for (const peer of peers) peer.stop();
  return { repeats, rows, peers: peers.map(({ info }) => info) };
}
