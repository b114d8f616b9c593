import { decodeLink, encodeLink } from '../settings/link.ts';
import { looksLikeLink } from '../settings/link-mends.ts';
import { sameRuns, type Study } from '../settings/study/study.ts';
import { DEFAULT_VIEW, looksOf, type View } from '../settings/view.ts';
import { useOpened } from './opened.ts';
import { usePlayer } from './player.ts';
import { noteRefusal } from './refusals.ts';
import { fresh, useSettings } from './settings.ts';
import { useView } from './view.ts';

/** The address bar, as far as links need it. Hashes are without '#'. */
export interface AddressBar {
  read(): string;
  /** A new entry in the browser's history. */
  push(hash: string): void;
  replace(hash: string): void;
  /** Calls back when the user went elsewhere: back, forward, or a hash typed or pasted. */
  onNavigate(listener: () => void): () => void;
}

/** Browsers allow about a hundred replacements in half a minute. */
const REPLACE_AFTER_MS = 400;

/** What is looked at, for a link. A moving playhead is not in it: such a link plays from the start. */
function viewOfPage(): View {
  const { enlarged, ...page } = useView.getState();
  const looks = looksOf(page);
  const hasFile = useSettings.getState().settings.data === 'dataset';
  const { playing, epoch } = usePlayer.getState();
  return {
    ...looks,
    epoch: playing ? 0 : epoch,
    enlarged: enlarged ?? '',
    fileNames: hasFile ? looks.fileNames : '',
    fileSizes: hasFile ? looks.fileSizes : '',
    // Lecture mode belongs to the room, not to the experiment: it is only read, from links of before.
    lecture: DEFAULT_VIEW.lecture,
  };
}

/** The link of the page as it is, without '#'. */
export function currentLink(fingerprint: string | null): string {
  return encodeLink({
    study: useSettings.getState().study,
    view: viewOfPage(),
    fingerprint: fingerprint ?? undefined,
  });
}

/** The fingerprint the opened link claimed, as long as it is about the settings on the page. */
function standingClaim(): string | null {
  const { fingerprint, study } = useOpened.getState();
  if (study === null || !sameRuns(study, useSettings.getState().study)) return null;
  return fingerprint;
}

/** A link's study; the one the page opens with cannot be undone. */
function applyStudy(study: Study, first: boolean): void {
  if (first) useSettings.setState(fresh(study));
  else useSettings.getState().edit(() => study);
}

/**
 * Keeps state and address bar the same: reads the link now and on navigation, pushes an entry when a change of settings
 * begins, and replaces it, a little later, while the change goes on, for the view and for a playhead at rest.
 * @returns how to stop
 */
export function syncLink(bar: AddressBar): () => void {
  let known: string | null = null;
  let applying = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const write = (how: 'push' | 'replace'): void => {
    clearTimeout(timer);
    const hash = currentLink(standingClaim());
    if (hash === known) return;
    bar[how](hash);
    known = bar.read();
  };
  const replaceSoon = (): void => {
    if (applying) return;
    clearTimeout(timer);
    timer = setTimeout(() => write('replace'), REPLACE_AFTER_MS);
  };

  const open = (): void => {
    const hash = bar.read();
    if (hash === known) return;
    clearTimeout(timer);
    applying = true;
    const { study, view, fingerprint, notes } = decodeLink(hash);
    const { epoch, enlarged, lecture, ...looks } = view;
    useOpened.getState().set({ fingerprint, study, notes });
    applyStudy(study, known === null);
    useView.getState().set({
      ...looks,
      enlarged: enlarged === '' ? null : enlarged,
      // A link without it, or the way back, ends no lecture.
      ...(lecture && { lecture }),
    });
    if (epoch > 0) usePlayer.getState().set({ epoch: Math.min(epoch, study.base.epochs), playing: false });
    known = hash;
    applying = false;
  };

  open();
  const stops = [
    bar.onNavigate(open),
    useSettings.subscribe((state, before) => {
      if (applying || state.study === before.study) return;
      if (state.step !== before.step) write('push');
      else replaceSoon();
    }),
    useView.subscribe(replaceSoon),
    usePlayer.subscribe((state, before) => {
      const rested = !state.playing && (before.playing || state.epoch !== before.epoch);
      if (rested) replaceSoon();
    }),
    () => clearTimeout(timer),
  ];
  return () => stops.forEach((stop) => stop());
}

type EventMethod = 'addEventListener' | 'removeEventListener';

/** The query as far as it is not a link of this page. */
const foreignQuery = ({ search }: Pick<Location, 'search'>): string => (looksLikeLink(search) ? '' : search);

/** The whole address of a link, for another browser to open. */
export const addressOf = (location: Pick<Location, 'href' | 'search'>, link: string): string =>
  location.href.replace(/[?#].*$/, '') + foreignQuery(location) + `#${link}`;

/**
 * The address bar of a window. Where there is no hash, a query that looks like a link is read in its place (some
 * messengers make # a ?), and left out of the address from the first change on; any other query stays. Where the
 * browser does not let it be written (a sandboxed frame), it stays as it is.
 */
export function addressBar(page: Pick<Window, 'location' | 'history' | EventMethod>): AddressBar {
  const url = (hash: string): string =>
    page.location.pathname + foreignQuery(page.location) + (hash && `#${hash}`);
  const write = (how: 'pushState' | 'replaceState', hash: string): void => {
    try {
      page.history[how](null, '', url(hash));
    } catch {
      noteRefusal('history');
    }
  };
  return {
    read() {
      const { hash, search } = page.location;
      if (hash.length > 1) return hash.slice(1);
      return looksLikeLink(search) ? search : '';
    },
    push: (hash) => write('pushState', hash),
    replace: (hash) => write('replaceState', hash),
    onNavigate(listener) {
      page.addEventListener('popstate', listener);
      page.addEventListener('hashchange', listener);
      return () => {
        page.removeEventListener('popstate', listener);
        page.removeEventListener('hashchange', listener);
      };
    },
  };
}
