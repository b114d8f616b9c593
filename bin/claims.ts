import { CLAIMS } from '../src/core/claims/all.ts';
import type { Claim } from '../src/core/claims/claim.ts';
import type { Output } from './output.ts';

/** Prints the claims that runs are held against: a line each, or as JSON. */
export function listClaims(json: boolean, { out }: Output): void {
  if (json) out(JSON.stringify(CLAIMS.map(asJson), null, 2));
  else for (const claim of CLAIMS) out(lineOf(claim));
}

const kindOf = ({ kind, form }: Claim): string => (form === undefined ? kind : `${kind}, as printed`);

const lineOf = (claim: Claim): string =>
  `${claim.id.padEnd(36)} ${claim.claimsId.padEnd(6)} ${claim.paper.padEnd(5)} ${kindOf(claim).padEnd(22)} ${claim.statement} (${claim.number})`;

const asJson = ({ id, claimsId, paper, number, kind, form, statement }: Claim) => ({
  id,
  claims_id: claimsId,
  paper,
  number,
  kind,
  form: form ?? 'holds',
  statement,
});
