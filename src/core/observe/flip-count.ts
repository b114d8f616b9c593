import type { Grouping } from '../method/grouping.ts';
import type { ActivationPattern } from './activation-pattern.ts';
import type { PairFlipCount, PairFlips } from './pair-flips.ts';

/**
 * Signs of pre-activations that changed from one epoch to the next since t = 0, recorded epochs or not. A mini-batch epoch
 * counts as one change, at its end.
 */
export class FlipCount {
  private total = 0;
  private latest = 0;
  /** How often groups had taken over at the last epoch whose signs were taken. */
  private entered = 0;

  constructor(
    /** Of the last epoch; not the one that waits for recorded epochs. */
    private readonly pattern: ActivationPattern,
    /** Counts by itself the epochs at which neurons move by groups. */
    private readonly grouping: Grouping | null,
    private readonly ofPairs: PairFlipCount,
  ) {}

  /** @param signed 2m×(nP), of epoch t; read only where neurons do not move by groups */
  take(t: number, signed: Float64Array): void {
    const { grouping } = this;
    if (grouping?.isActive === true) return;
    const { flips } = this.pattern.update(signed);
    const isCounted = grouping !== null && grouping.entered.length !== this.entered;
    if (flips > 0 || t === 0) this.ofPairs.take(t, isCounted);
    if (isCounted) this.entered = grouping.entered.length;
    else if (flips > 0) {
      this.total += flips;
      this.latest = t;
    }
  }

  get pairs(): PairFlips {
    return this.ofPairs;
  }

  get soFar(): number {
    return this.total + (this.grouping?.flipsSoFar ?? 0);
  }

  /** Epoch at which a sign was last another than the epoch before; 0 when none was. */
  get last(): number {
    return Math.max(this.latest, this.grouping?.lastFlip ?? 0);
  }
}
