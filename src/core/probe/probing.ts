import type { Recorder } from '../observe/recorder.ts';
import type { LimitReport } from '../limit/report.ts';
import { ProbedRun } from './probed-run.ts';
import { LIMIT_PROBES, type ProbeColumn, type ProbeName } from './quantities.ts';

/** A recorder that measures some probes over a run, and keeps nothing else of it. */
export class Probing {
  private readonly measured: ReadonlyMap<ProbeName, { readonly epochs: number[]; readonly values: number[] }>;
  private run: ProbedRun | null = null;
  /** The limit of the run's last pattern, where one of its probes is measured; null before the end. */
  limit: LimitReport | null = null;

  constructor(private readonly names: readonly ProbeName[]) {
    this.measured = new Map(names.map((name) => [name, { epochs: [], values: [] }]));
  }

  readonly recorder: Recorder = {
    // Matrices are of nobody's interest here, so no room is kept for them.
    siblings: Number.MAX_SAFE_INTEGER,
    begin: (live) => {
      this.run = new ProbedRun(live);
    },
    epoch: (t) => {
      const { run } = this;
      if (run === null) return;
      run.begin();
      for (const name of this.names) {
        if (!run.isDue(name)) continue;
        const { epochs, values } = this.measured.get(name)!;
        epochs.push(t);
        values.push(run.value(name));
      }
      if (LIMIT_PROBES.some((name) => this.names.includes(name))) this.limit = run.endReport();
    },
    snapshot: () => undefined,
  };

  /** What there is so far; without those that are too large to be measured. */
  get columns(): readonly (readonly [ProbeName, ProbeColumn])[] {
    return this.names
      .map((name) => [name, this.column(name)] as const)
      .filter(([, { epochs }]) => epochs.length > 0);
  }

  /** What there is so far of one. */
  column(name: ProbeName): ProbeColumn {
    const { epochs = [], values = [] } = this.measured.get(name) ?? {};
    return { epochs: Float64Array.from(epochs), values: Float64Array.from(values) };
  }
}
