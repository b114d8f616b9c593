import type { FlowSource } from '../src/core/train-by.ts';

/** How the code of gradient flow is loaded. */
type Load = () => Promise<{ readonly runFlow: NonNullable<ReturnType<FlowSource>> }>;

/** Gradient flow whose code is loaded when the first run asks for it, so that no other waits for it. */
export function laterFlow(load: Load): FlowSource {
  let state: 'asked' | 'failed' | null = null;
  let loaded: ReturnType<FlowSource> = null;
  return () => {
    if (state === 'failed') {
      // The next run tries again.
      state = null;
      throw new RangeError(
        'the code of gradient flow could not be loaded: check the connection, then change a setting',
      );
    }
    if (state === null) {
      state = 'asked';
      load().then(
        ({ runFlow }) => void (loaded = runFlow),
        () => void (state = 'failed'),
      );
    }
    return loaded;
  };
}
