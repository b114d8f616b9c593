import { create } from 'zustand';

/** What a browser may forbid a page: in a sandboxed frame, by its policy, or by its user's wish. */
export type Refusal = 'storage' | 'history';

/** What it forbade this one. */
export const useRefusals = create<{ readonly refused: readonly Refusal[] }>(() => ({ refused: [] }));

/** Notes that the browser did not let the page do something; the page goes on without. */
export function noteRefusal(refusal: Refusal): void {
  const { refused } = useRefusals.getState();
  if (!refused.includes(refusal)) useRefusals.setState({ refused: [...refused, refusal] });
}
