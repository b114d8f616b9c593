import { useMemo, useRef, useState } from 'react';
import { useLabStore } from '../state/lab.ts';
import { useSettings } from '../state/settings.ts';
import { useView } from '../state/view.ts';
import { ChartGrid } from './cards/ChartGrid.tsx';
import { usePanels } from './cards/usePanels.ts';
import { Controls } from './controls/Controls.tsx';
import { useDataset } from './controls/useDataset.ts';
import { DropZone } from './data/DropZone.tsx';
import { Header } from './header/Header.tsx';
import { loadFloating, useFloating } from './parts/floating.ts';
import { useMediaQuery } from './parts/useMediaQuery.ts';
import { PlayerBar } from './player/PlayerBar.tsx';
import { createTransport } from './player/transport.ts';
import { useKeyboard } from './player/useKeyboard.ts';
import { usePlayback } from './player/usePlayback.ts';
import { PrintHead } from './print/PrintHead.tsx';
import { usePrint } from './print/usePrint.ts';
import { Absent } from './status/Absent.tsx';
import { Banners } from './status/Banners.tsx';
import { ModeChoice } from './status/ModeChoice.tsx';
import { NoteRow } from './status/NoteRow.tsx';
import { useAbsence } from './status/useAbsence.ts';
import { SkipLinks } from './SkipLinks.tsx';
import { useLook } from './useLook.ts';
import './theme.css';
import './app.css';

/** Below this width the controls fold into a sheet (the same number is in app.css). */
const NARROW = '(max-width: 760px)';

/** The whole page. */
export function App() {
  const { lab } = useLabStore();
  const transport = useMemo(() => createTransport(lab), [lab]);
  const floating = useFloating();
  const narrow = useMediaQuery(NARROW);
  const [sheetOpen, setSheetOpen] = useState(false);
  // A link may name a panel that is not there.
  const panels = usePanels();
  const enlarged = useView((view) => panels.some(({ id }) => id === view.enlarged));
  const file = useSettings((state) => state.settings.file);
  const onDataset = useDataset();
  const absence = useAbsence();
  const main = useRef<HTMLElement>(null);
  const openSheet = (): void => {
    setSheetOpen(true);
    void loadFloating();
    // Above the sheet there is room for one chart: the first, which follows the sliders.
    main.current?.querySelector('.card')?.scrollIntoView({ block: 'start' });
  };
  useLook();
  usePrint();
  usePlayback();
  useKeyboard(transport);

  return (
    <>
      <div className="app">
        <SkipLinks />
        <Header onOpenControls={narrow ? openSheet : null} />
        <footer className="app-player">
          <ModeChoice />
          {/* The enlarged chart has a player of its own, and there is one at a time. */}
          {!enlarged && <PlayerBar transport={transport} />}
        </footer>
        {!narrow && (
          <aside className="app-controls" aria-label="Settings">
            <Controls />
          </aside>
        )}
        <main className="app-main" id="charts" tabIndex={-1} ref={main}>
          <PrintHead />
          <Banners />
          <NoteRow />
          {absence === null ? <ChartGrid transport={transport} /> : <Absent why={absence} />}
        </main>
      </div>
      {narrow && floating !== null && (
        <floating.Sheet open={sheetOpen} onOpenChange={setSheetOpen}>
          <Controls />
        </floating.Sheet>
      )}
      <DropZone file={file} onDataset={onDataset} />
      {floating !== null && <floating.Toasts />}
      {floating !== null && <floating.Tip />}
    </>
  );
}
