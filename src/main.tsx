import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { frameClock } from './charts/frame.ts';
import { createLab } from './engine/lab.ts';
import { computeOnChange } from './state/compute.ts';
import { createLabStore, LabContext } from './state/lab.ts';
import { addressBar, syncLink } from './state/link-sync.ts';
import { usePlayer } from './state/player.ts';
import { useSettings } from './state/settings.ts';
import { rememberTheme } from './state/theme-memory.ts';
import { App } from './ui/App.tsx';
import { exposeHandle } from './ui/debug-handle.ts';
import { playFromStart } from './ui/player/transport.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no element with id "root"');

const now = (): number => performance.now();
const later = (callback: () => void, milliseconds: number): void => void setTimeout(callback, milliseconds);
const store = createLabStore(createLab({ playhead: () => usePlayer.getState().epoch }), now, later);
rememberTheme(() => window.localStorage);
syncLink(addressBar(window));
const { epoch, set } = usePlayer.getState();
// A link's playhead rests where it was; without one the recording plays.
if (epoch === 0) set(playFromStart(useSettings.getState().settings.epochs));
computeOnChange(store, {
  soon: (callback) => queueMicrotask(callback),
  later,
  now,
});
exposeHandle(window, store);
// All that is drawn between React's renders comes of these two.
store.subscribe(frameClock.wake);
usePlayer.subscribe(frameClock.wake);

createRoot(root).render(
  <StrictMode>
    <LabContext value={store}>
      <App />
    </LabContext>
  </StrictMode>,
);
