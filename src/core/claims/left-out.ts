/** An entry of CLAIMS that no claim of this folder watches, and why. */
export interface LeftOut {
  readonly claimsId: string;
  readonly what: string;
  readonly why: string;
}
