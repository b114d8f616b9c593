import { pow } from '../../special/pow.ts';

/** Part of the step at which the error is expected to be what it may be. */
const SAFETY = 0.9;
/** A step is at most so many times shorter or longer than the last. */
const SHORTEST = 0.2;
const LONGEST = 5;
/** Exponents of Gustafsson's controller for a pair of order 5 (Hairer and Wanner, §IV.2). */
const NOW = 0.17;
const BEFORE = 0.04;
const LEAST_ERROR = 1e-4;

/** The length of the next step, by the errors of the last two. */
export class StepSize {
  private before = LEAST_ERROR;
  private rejected = false;

  constructor(private h: number) {}

  get next(): number {
    return this.h;
  }

  /**
   * Takes a step of length h with this error, in units of what it may be.
   *
   * @returns whether the step stands
   */
  took(h: number, error: number): boolean {
    if (!(error <= 1)) {
      const factor = error < Infinity ? Math.max(SHORTEST, SAFETY / pow(error, NOW)) : SHORTEST;
      this.h = h * factor;
      this.rejected = true;
      return false;
    }
    const held = Math.max(error, LEAST_ERROR);
    const factor = (SAFETY * pow(this.before, BEFORE)) / pow(held, NOW);
    this.h = h * Math.min(this.rejected ? 1 : LONGEST, Math.max(SHORTEST, factor));
    this.before = held;
    this.rejected = false;
    return true;
  }
}
