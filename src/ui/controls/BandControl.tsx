import { VIEW } from '../../settings/view.ts';
import { ViewChoice } from '../parts/ViewChoice.tsx';
import { useViewHelp } from './help.ts';

/** What charts of means show of the runs: a choice of the view, beside the number of runs. */
export function BandControl() {
  const { name } = VIEW.band;
  const help = useViewHelp('band');
  return (
    <div className="field band-control" title={help}>
      <span className="field-name">{name}</span>
      <ViewChoice of="band" legend={name} />
    </div>
  );
}
