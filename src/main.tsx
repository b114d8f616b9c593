import { StrictMode, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { frameClock } from './charts/hooks/frame.ts';
import { createLab } from './engine/lab.ts';
import { createPost } from './engine/post.ts';
import { computeOnChange } from './state/compute.ts';
import { createLabStore, LabContext, type LabStore } from './state/lab.ts';
import { addressBar, syncLink } from './state/link-sync.ts';
import { usePlayer } from './state/player.ts';
import { useSettings } from './state/settings.ts';
import { followTouches } from './state/stage.ts';
import { rememberStage } from './state/stage-memory.ts';
import { rememberTheme } from './state/theme-memory.ts';
import { App } from './ui/App.tsx';
import { exposeHandle } from './ui/debug-handle.ts';
import { PageFailure } from './ui/PageFailure.tsx';
import { ErrorBoundary } from './ui/parts/ErrorBoundary.tsx';
import { handInFloating } from './ui/parts/floating.ts';
import { playFromStart } from './ui/player/transport.ts';
import { startInSlices } from './ui/start.ts';

const now = (): number => performance.now();
const later = (callback: () => void, milliseconds: number): void => void setTimeout(callback, milliseconds);

/** Ties the parts together and begins to compute. */
function start(): LabStore {
  const store = createLabStore(createLab({ playhead: () => usePlayer.getState().epoch }), now, later);
  rememberTheme(() => window.localStorage);
  rememberStage(
    () => window.localStorage,
    () => window.sessionStorage,
  );
  syncLink(addressBar(window));
  followTouches();
  const { epoch, set } = usePlayer.getState();
  // A link's playhead rests where it was; without one the recording plays.
  if (epoch === 0) set(playFromStart(useSettings.getState().settings.epochs));
  computeOnChange(store, {
    soon: (callback) => queueMicrotask(callback),
    later,
    now,
  });
  exposeHandle(window, store);
  handInFloating(() => import('./ui/floating/index.ts'));
  // All that is drawn between React's renders comes of these two.
  store.subscribe(frameClock.wake);
  usePlayer.subscribe(frameClock.wake);
  return store;
}

function page(store: LabStore): ReactNode {
  return (
    <StrictMode>
      <ErrorBoundary
        what="The page"
        resetKey={store}
        failed={(error, onRetry) => <PageFailure error={error} onRetry={onRetry} />}
      >
        <LabContext value={store}>
          <App />
        </LabContext>
      </ErrorBoundary>
    </StrictMode>
  );
}

const container = document.getElementById('root');
if (container === null) throw new Error('the page has no element with id "root"');
const root = createRoot(container);

startInSlices({
  post: createPost(),
  page: () => page(start()),
  render: (node) => root.render(node),
  failed: (error) => <PageFailure error={error} onRetry={() => window.location.reload()} />,
});
