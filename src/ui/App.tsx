import { useMemo, useRef, useState } from 'react';
import { useLabStore } from '../state/lab.ts';
import { usePrinting } from '../state/printing.ts';
import { ChartGrid } from './cards/ChartGrid.tsx';
import { Controls } from './controls/Controls.tsx';
import { DropZone } from './data/DropZone.tsx';
import { OneSlider } from './dock/OneSlider.tsx';
import { Header } from './header/Header.tsx';
import { useRemember } from './history/useRemember.ts';
import { useKeyboard } from './keys/useKeyboard.ts';
import { useChunk } from './parts/chunk.ts';
import { createChunk } from './parts/chunk.ts';
import { loadFloating, useFloating } from './parts/floating.ts';
import { Later } from './parts/Later.tsx';
import { useMediaQuery } from './parts/useMediaQuery.ts';
import { PlayerBar } from './player/PlayerBar.tsx';
import { createTransport } from './player/transport.ts';
import { useFlowClock } from './player/useFlowClock.ts';
import { usePlayback } from './player/usePlayback.ts';
import { paperChunk } from './print/chunk.ts';
import { usePrint } from './print/usePrint.ts';
import { stageChunk } from './stage/chunk.ts';
import { useStagePanels } from './stage/stage-panels.ts';
import { Banners } from './status/Banners.tsx';
import { FrontChoice } from './status/FrontChoice.tsx';
import { NoteRow } from './status/NoteRow.tsx';
import { useAbsence } from './status/useAbsence.ts';
import { SkipLinks } from './SkipLinks.tsx';
import { TheoryRow, TheoryDrawer } from './theory/Theory.tsx';
import { useTheoryWatch } from './theory/useTheoryWatch.ts';
import { useAhead } from './useAhead.ts';
import { useLook } from './useLook.ts';
import './theme.css';
import './app.css';
import './touch.css';

/** In so short a window (a phone on its side, a zoomed page) there is room for chart and player only. */
const SHORT = '(max-height: 500px)';
/** In a narrow window, or a short one, the controls fold into a sheet (the same numbers are in app.css). */
const NARROW = `(max-width: 760px), ${SHORT}`;

const absentChunk = createChunk(() => import('./status/Absent.tsx'));

/** The whole page. */
export function App() {
  const { lab } = useLabStore();
  const transport = useMemo(() => createTransport(lab), [lab]);
  const floating = useFloating();
  const narrow = useMediaQuery(NARROW);
  const short = useMediaQuery(SHORT);
  const [sheetOpen, setSheetOpen] = useState(false);
  const stage = useStagePanels();
  // On paper there are all charts.
  const printing = usePrinting((state) => state.printing);
  const onStage = stage.length > 0 && !printing;
  const dock = useChunk(stageChunk).parts;
  const paper = useChunk(paperChunk).parts;
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
  useFlowClock();
  useRemember();
  useAhead();
  useTheoryWatch();
  useKeyboard(transport);

  return (
    <>
      <div className="app" data-stage={onStage ? '' : undefined}>
        {!onStage && <SkipLinks />}
        {!onStage && <Header onOpenControls={short ? openSheet : null} />}
        {!onStage && !short && <TheoryRow />}
        {!onStage && <TheoryDrawer />}
        <footer className="app-player">
          {!onStage && <FrontChoice />}
          {onStage && !narrow && dock !== null && <dock.Dock />}
          {narrow && !short && <OneSlider onOpenAll={openSheet} />}
          <PlayerBar transport={transport} />
        </footer>
        {!onStage && !narrow && (
          <aside className="app-controls" aria-label="Settings">
            <Controls />
          </aside>
        )}
        {onStage ? (
          <Later chunk={stageChunk} what="The stage" waiting={<main className="app-main" aria-busy />}>
            {({ Stage }) => <Stage panels={stage} />}
          </Later>
        ) : (
          <main className="app-main" id="charts" tabIndex={-1} ref={main}>
            {printing && paper !== null && <paper.PrintHead />}
            <Banners />
            <NoteRow />
            {absence === null ? (
              <ChartGrid />
            ) : (
              <Later chunk={absentChunk} what="Why there are no charts" waiting={null}>
                {({ Absent }) => <Absent why={absence} />}
              </Later>
            )}
            {short && <TheoryRow />}
          </main>
        )}
      </div>
      {narrow && floating !== null && (
        <floating.Sheet open={sheetOpen} onOpenChange={setSheetOpen}>
          <Controls />
        </floating.Sheet>
      )}
      <DropZone />
      {floating !== null && <floating.Toasts />}
      {floating !== null && <floating.Tip />}
    </>
  );
}
