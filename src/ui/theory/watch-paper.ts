import type { LabStore } from '../../state/lab.ts';
import { PANELS } from '../panels/index.ts';
import { notify } from '../parts/notices.ts';
import { measureShown } from './measure-shown.ts';
import type { ProbeParts } from './watch-probes.ts';
import type { SliceParts } from './watch-slices.ts';

/** What is not measured by then is left out. */
const PATIENCE_MS = 60_000;
/** What takes less is not worth a word. */
const BLINK_MS = 400;

/** What it lives on: the page's own, or a test's. */
type PaperParts = ProbeParts &
  SliceParts & {
    readonly keys?: EventTarget;
    readonly print?: () => void;
  };

const isPrintKey = ({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean =>
  key.toLowerCase() === 'p' && (ctrlKey || metaKey) && !shiftKey && !altKey;

/**
 * Has the key that prints wait for what the cards show: some measure it only while they are in view, and paper, once it has
 * begun, waits for nothing. Cards that the browser's menu prints before they were looked at are left out.
 * @returns how to stop
 */
export function watchPaper(
  store: LabStore,
  { keys = window, print = () => window.print(), ...parts }: PaperParts,
): () => void {
  const listening = new AbortController();
  let busy = false;

  const prepare = async (): Promise<void> => {
    const said = setTimeout(
      () =>
        notify({ title: 'Preparing the pages', description: 'What cards out of sight show is measured.' }),
      BLINK_MS,
    );
    const { current } = store.getSnapshot();
    const patience = AbortSignal.any([AbortSignal.timeout(PATIENCE_MS), listening.signal]);
    try {
      await Promise.all(PANELS.flatMap(({ chart }) => (chart ? [chart.load()] : [])));
      if (current !== null) await measureShown(current, parts, patience);
    } catch {
      // What could not be measured is left out, as it is said on its card.
    } finally {
      clearTimeout(said);
    }
    if (!listening.signal.aborted) print();
  };

  const onKey = (event: Event): void => {
    if (!isPrintKey(event as KeyboardEvent)) return;
    event.preventDefault();
    if (busy) return;
    busy = true;
    void prepare().finally(() => (busy = false));
  };
  keys.addEventListener('keydown', onKey, { signal: listening.signal });
  return () => listening.abort();
}
