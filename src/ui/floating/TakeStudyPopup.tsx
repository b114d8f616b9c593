import { useRef, useState } from 'react';
import { useLabFact, useLabStore } from '../../state/lab.ts';
import type { PopupProps } from '../parts/floating-props.ts';
import { notify } from '../parts/notices.ts';
import { taking } from '../take/load.ts';
import { Popup } from './Popup.tsx';

interface Under {
  readonly what: string;
  readonly share: number;
}

/** What the zip of a study has, the button that makes it, and how far it is. */
export function TakeStudyPopup(popup: PopupProps) {
  const store = useLabStore();
  const empty = useLabFact(({ current }) => current === null);
  const whole = useLabFact(({ current }) => current !== null && current.progress === 1);
  const [under, setUnder] = useState<Under | null>(null);
  const cancel = useRef<AbortController | null>(null);

  const take = async (): Promise<void> => {
    const controller = new AbortController();
    cancel.current = controller;
    setUnder({ what: 'figures', share: 0 });
    try {
      const files = await taking.load();
      if (files === null) throw new Error(taking.state.failure ?? 'it could not be loaded');
      await files.takeStudy(store.getSnapshot(), {
        progress: (what, share) => setUnder({ what, share }),
        signal: controller.signal,
      });
    } catch (error) {
      if (!controller.signal.aborted) {
        const reason = error instanceof Error ? error.message : String(error);
        notify({ title: 'The zip could not be made', description: reason });
      }
    }
    setUnder(null);
  };

  return (
    <Popup {...popup} title="The whole study as one zip">
      <div className="take-study">
        <p>
          The study, its recording as CSV and Parquet, matrices for NumPy, fingerprints, every chart as SVG,
          and a Python script that carries the data and recomputes the recording. The same study gives the
          same bytes.
        </p>
        {!whole && !empty && <p>The runs are not done: the zip has what there is so far.</p>}
        {under === null ? (
          <button type="button" className="button" disabled={empty} onClick={() => void take()}>
            Download
          </button>
        ) : (
          <div className="take-progress">
            <progress value={under.share} aria-label="Making the zip" />
            <span role="status">{under.what}</span>
            <button type="button" className="button" onClick={() => cancel.current?.abort()}>
              Cancel
            </button>
          </div>
        )}
      </div>
    </Popup>
  );
}
