import { useStage, type StageState } from '../../state/stage.ts';
import { useView, type ViewState } from '../../state/view.ts';
import { usePanels } from '../cards/usePanels.ts';
import type { PanelSpec } from '../panels/spec.ts';

type Wish = Pick<ViewState, 'enlarged' | 'lecture'> & Pick<StageState, 'charts' | 'count'>;

/**
 * The charts that fill the screen: the enlarged one; in a lecture its one or two, the first of the data in place of
 * those that it has not; none where all charts are shown.
 */
export function stagePanels(panels: readonly PanelSpec[], wish: Wish): readonly PanelSpec[] {
  // A link may name a panel that is not there.
  const enlarged = panels.find(({ id }) => id === wish.enlarged);
  if (enlarged !== undefined) return [enlarged];
  if (!wish.lecture) return [];
  const chosen = wish.charts.flatMap((id) => panels.find((panel) => panel.id === id) ?? []);
  return [...new Set([...chosen, ...panels])].slice(0, wish.count);
}

/** {@link stagePanels} of the page as it is. */
export function useStagePanels(): readonly PanelSpec[] {
  const panels = usePanels();
  const { enlarged, lecture } = useView();
  const { charts, count } = useStage();
  return stagePanels(panels, { enlarged, lecture, charts, count });
}

/** Puts another chart in the place of one of the stage's; the same chart is not shown twice. */
export function replaceChart(shown: readonly PanelSpec[], place: number, id: string): void {
  const { enlarged, set } = useView.getState();
  if (enlarged !== null) {
    set({ enlarged: id });
    return;
  }
  const before = shown[place]?.id;
  const charts = shown.map((panel, k) =>
    k === place ? id : panel.id === id && before !== undefined ? before : panel.id,
  );
  useStage.getState().set({ charts });
}
