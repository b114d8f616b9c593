import { VIEW } from '../../settings/view.ts';
import { useView } from '../../state/view.ts';
import { AxisChoice } from '../panels/AxisChoice.tsx';

/** What charts of means show of the runs: a choice of the view, beside the number of runs. */
export function BandControl() {
  const band = useView((view) => view.band);
  const { name, options, help } = VIEW.band;
  return (
    <div className="field band-control" title={help}>
      <span className="field-name">{name}</span>
      <AxisChoice
        name="band"
        legend={name}
        options={options}
        value={band}
        onChange={(next) => {
          useView.getState().set({ band: next });
        }}
      />
    </div>
  );
}
