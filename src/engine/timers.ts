/** Calls back every so many milliseconds until the function it returns is called; injected so that tests set the time. */
export type Every = (milliseconds: number, callback: () => void) => () => void;

export const every: Every = (milliseconds, callback) => {
  const id = setInterval(callback, milliseconds);
  return () => clearInterval(id);
};
