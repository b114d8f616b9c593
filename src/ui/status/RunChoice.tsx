import { useLabFact } from '../../state/lab.ts';
import { useView } from '../../state/view.ts';
import { Choice } from '../parts/Choice.tsx';

/** Which of the runs the pictures of a single run show; nothing where there is one. */
export function RunChoice() {
  const run = useView((view) => view.run);
  const setView = useView((view) => view.set);
  const runs = useLabFact(({ recordings }) => recordings?.length ?? 0);
  const seed = useLabFact(({ current }) => current?.settings.seed ?? 0);
  if (runs < 2) return null;
  const options = Array.from({ length: runs }, (_, index) => ({
    value: String(index),
    label: `seed ${(seed + index) >>> 0}`,
  }));
  return (
    <div className="status-run">
      <span aria-hidden>Pictures of one run show</span>
      <Choice
        label="Run shown in detail"
        value={String(Math.min(run, runs - 1))}
        options={options}
        onChange={(value) => setView({ run: Number(value) })}
      />
    </div>
  );
}
