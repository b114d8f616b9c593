import { SCALAR_INDEX, SCALARS, type ScalarName } from '../src/core/observe/quantities.ts';
import { flipsByClass } from '../src/core/observe/pair-flips.ts';
import type { Snapshot } from '../src/core/observe/recorder.ts';
import type { RunFacts } from '../src/core/outcome.ts';
import type { Preset } from '../src/settings/presets.ts';
import { alsoOf, claimsOf } from '../src/settings/presets/claimed/index.ts';
import {
  isOfPairs,
  type Measured,
  type PairQuantity,
  type Quantity,
} from '../src/settings/presets/claims.ts';
import { DEFAULTS, SETTING_NAMES, type Settings } from '../src/settings/schema.ts';
import { isFront, type Point, type Study } from '../src/settings/study/study.ts';
import { valueInWords } from '../src/settings/study/words.ts';

/** A number of a sentence, and what was measured: one number, or one a run. */
export interface CheckedClaim {
  readonly claim: Measured;
  readonly measured: readonly number[];
  readonly holds: boolean;
}

/** A preset, and what is claimed of it where that is not what its sentence claims. */
export type CheckedPreset = Preset & { readonly claimed?: readonly Measured[] };

export const measuredClaims = ({ id, claimed }: CheckedPreset): readonly Measured[] =>
  claimed ?? [...claimsOf(id).filter((claim) => claim.kind === 'measured'), ...alsoOf(id)];

/** Claims about a study, measured while its recorded epochs pass by. */
export class ClaimCheck {
  private readonly found: ReadonlyMap<Measured, number[]>;
  /** Scalars of the newest run at epoch 0. */
  private start = new Float64Array(SCALARS.length);

  constructor(
    private readonly study: Study,
    private readonly claims: readonly Measured[],
  ) {
    this.found = new Map(claims.map((claim) => [claim, []]));
  }

  /** Takes an epoch of a run; those of a run come one after the other, from 0 on. */
  epoch(point: Point, epoch: number, scalars: Float64Array): void {
    if (epoch === 0) this.start = scalars.slice();
    for (const [{ quantity }, values] of this.meant(point, epoch)) {
      if (!isOfPairs(quantity)) values.push(read(quantity, scalars, this.start));
    }
  }

  /** Takes a snapshot of a run: claims about pairs can be of such epochs alone. */
  snapshot(point: Point, snapshot: Snapshot, facts: RunFacts): void {
    for (const [{ quantity }, values] of this.meant(point, snapshot.epoch)) {
      if (isOfPairs(quantity)) values.push(readPairs(quantity, snapshot, facts));
    }
  }

  /** The claims that are about an epoch of a run. */
  private meant({ settings, ...point }: Point, epoch: number): readonly (readonly [Measured, number[]])[] {
    return [...this.found].filter(([{ at, where }]) => {
      if (epoch !== (at === 'end' ? settings.epochs : at)) return false;
      if (where === undefined) return isFront(this.study, { settings, ...point });
      return SETTING_NAMES.every((name) => !(name in where) || where[name] === settings[name]);
    });
  }

  checked(): readonly CheckedClaim[] {
    return this.claims.map((claim) => {
      const each = this.found.get(claim)!;
      const mean = each.reduce((sum, value) => sum + value, 0) / each.length;
      const measured = claim.over === 'each' ? each : [mean];
      const near = (value: number): boolean => Math.abs(value - claim.claimed) <= claim.within * (1 + 1e-9);
      return { claim, measured, holds: each.length === this.study.base.runs && measured.every(near) };
    });
  }
}

function readPairs(quantity: PairQuantity, { epoch, flips, sliding }: Snapshot, facts: RunFacts): number {
  const { own, other, lastOwn } = flipsByClass(flips, facts);
  switch (quantity) {
    case 'lastOwnFlip':
      return lastOwn;
    case 'otherClassFlipShare':
      return other / (own + other);
    case 'lateFlipPairs':
      return flips.last.filter((t) => t > 0.9 * epoch).length;
    case 'slidingPairs':
      return sliding?.filter((slope) => slope > 0).length ?? NaN;
  }
}

function read(quantity: Exclude<Quantity, PairQuantity>, scalars: Float64Array, start: Float64Array): number {
  const scalar = (name: ScalarName, of = scalars): number => of[SCALAR_INDEX[name]]!;
  switch (quantity) {
    case 'meanStableRank':
      return (scalar('stableRankPositive') + scalar('stableRankNegative')) / 2;
    case 'relativeStableRank':
      return scalar('stableRankAll') / scalar('stableRankAll', start);
    case 'testAccuracy':
      return 1 - scalar('testError');
    default:
      return scalar(quantity);
  }
}

/** A line of text about a number of a sentence. */
export function claimLine({ claim, measured, holds }: CheckedClaim): string {
  const { quantity, at, where: point, over, claimed, within } = claim;
  const where = `${at === 'end' ? 'at the end' : `at epoch ${at}`}${point === undefined ? '' : `, ${inWords(point)}`}`;
  const values = measured.map((value) => Number(value.toPrecision(digits(value, within)))).join(', ');
  const runs = over === 'each' ? 'each run' : 'mean';
  return `${holds ? 'holds' : 'DOES NOT HOLD'}: ${quantity} ${where}: ${claimed} ± ${Number(within.toPrecision(3))}; measured (${runs}): ${values}`;
}

/** Six, or what it takes to tell a number from what it may be. */
const digits = (value: number, within: number): number =>
  within > 0 && value > within ? Math.min(15, Math.max(6, Math.ceil(Math.log10(value / within)) + 2)) : 6;

const inWords = (point: Partial<Settings>): string =>
  SETTING_NAMES.filter((name) => name in point)
    .map((name) => valueInWords(name, { ...DEFAULTS, ...point }))
    .join(', ');
