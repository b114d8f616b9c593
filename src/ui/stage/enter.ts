import { useStage } from '../../state/stage.ts';
import { useView } from '../../state/view.ts';

/** Lecture mode on or off; a chart that was enlarged is the one it begins with. */
export function toggleLecture(): void {
  const { lecture, enlarged, set } = useView.getState();
  if (!lecture && enlarged !== null) {
    const others = useStage.getState().charts.filter((id) => id !== enlarged);
    useStage.getState().set({ charts: [enlarged, ...others].slice(0, 2), count: 1 });
  }
  set({ lecture: !lecture, enlarged: null });
}

/** Back to all charts; false when they are all there. */
export function leaveStage(): boolean {
  const { lecture, enlarged, set } = useView.getState();
  if (!lecture && enlarged === null) return false;
  set(enlarged === null ? { lecture: false } : { enlarged: null });
  if (enlarged !== null) requestAnimationFrame(() => focusCard(enlarged));
  return true;
}

/** The focus goes back to where the chart stands among the others, and that is brought into sight. */
function focusCard(id: string): void {
  document.querySelector<HTMLElement>(`[data-panel='${CSS.escape(id)}'] .card-enlarge`)?.focus();
}
