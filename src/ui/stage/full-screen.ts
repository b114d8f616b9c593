import { useSyncExternalStore } from 'react';

const subscribe = (listener: () => void): (() => void) => {
  document.addEventListener('fullscreenchange', listener);
  return () => document.removeEventListener('fullscreenchange', listener);
};

/** Whether this browser has a full screen: a phone's may not. */
export const hasFullScreen = (): boolean => document.fullscreenEnabled;

export const useFullScreen = (): boolean =>
  useSyncExternalStore(subscribe, () => document.fullscreenElement !== null);

/** The whole page on the whole screen, or back. A browser that refuses leaves things as they are. */
export function toggleFullScreen(): void {
  if (!hasFullScreen()) return;
  const changed =
    document.fullscreenElement === null
      ? document.documentElement.requestFullscreen()
      : document.exitFullscreen();
  changed.catch(() => undefined);
}
