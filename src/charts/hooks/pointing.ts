/** How something is looked at: a finger taps what a pointer points at. Begins a hint: "Tap a cell to read it." */
export const pointing = (): 'Tap' | 'Point at' =>
  window.matchMedia('(pointer: coarse)').matches ? 'Tap' : 'Point at';
