/** The extent of a value axis that is on screen, and of which quantity on which kind of axis. */
export interface Hold {
  key: string;
  extent: readonly [number, number];
}

export const createHold = (): Hold => ({ key: '', extent: [Infinity, -Infinity] });

/**
 * The extent of an axis that stands still: while runs are on their way it stays as long as all that there is has a
 * place on it. Runs that come one after another, and the places that a slider passes, do not rescale it each time; when
 * all are there it is what they need.
 */
export function heldExtent(
  hold: Hold,
  key: string,
  needed: readonly [number, number],
  growing: boolean,
): readonly [number, number] {
  const fits = needed[0] >= hold.extent[0] && needed[1] <= hold.extent[1];
  if (hold.key === key && growing && fits) return hold.extent;
  hold.key = key;
  hold.extent = needed;
  return needed;
}
