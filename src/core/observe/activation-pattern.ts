/** Who fires for whom: the signs of the pre-activations, kept from one recorded epoch to the next. */
export class ActivationPattern {
  /** 1 where the pre-activation is ≥ 0: 2m×width, row-major. */
  readonly active: Uint8Array;
  private first = true;

  /** @param width n·P patches of all samples */
  constructor(
    private readonly neurons: number,
    private readonly width: number,
  ) {
    this.active = new Uint8Array(neurons * width);
  }

  /**
   * Takes the signs of `signed` (2m×width).
   *
   * @param positive 1 for each patch whose sample has y = +1, else 0
   * @returns how many signs differ from the last call (0 at the first), and the share of (j, r, i) whose sign is
   *   j·y_i (K Lemma 5.6)
   */
  update(signed: Float64Array, positive: Uint8Array): { flips: number; agreement: number } {
    const { active, neurons, width } = this;
    let flips = 0;
    let agreeing = 0;
    for (let r = 0; r < neurons; r++) {
      const row = r * width;
      const opposite = r < neurons / 2 ? 0 : 1;
      for (let k = 0; k < width; k++) {
        const now = signed[row + k]! >= 0 ? 1 : 0;
        flips += now ^ active[row + k]!;
        agreeing += now ^ positive[k]! ^ opposite ^ 1;
        active[row + k] = now;
      }
    }
    if (this.first) flips = 0;
    this.first = false;
    return { flips, agreement: agreeing / (neurons * width) };
  }
}
