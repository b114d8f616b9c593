/**
 * Whether it pays to make something dear that serves every epoch until the groups change: once going without it has cost a
 * multiple of what it costs. What was not worth making doubles that multiple.
 */
export class Patience {
  /** What going without has cost, in multiply–adds. */
  private waited = 0;
  private multiple = 2;
  private served = 0;

  /** @param had whether it was there: the groups have changed, and it is of no use any more */
  beginAnew(had: boolean): void {
    if (had && this.served < this.multiple) this.multiple *= 2;
    this.waited = 0;
    this.served = 0;
  }

  /** An epoch went without. */
  wait(work: number): void {
    this.waited += work;
  }

  /** It served an epoch. */
  serve(): void {
    this.served++;
  }

  /** @param cost multiply–adds of making it */
  isOver(cost: number): boolean {
    return this.waited >= this.multiple * cost;
  }

  /** It was made. @param isOfUse whether it serves; if not, the next one is waited for longer */
  made(isOfUse: boolean): void {
    this.waited = 0;
    if (!isOfUse) this.multiple *= 2;
  }
}
