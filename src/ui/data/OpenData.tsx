import { format } from 'd3-format';
import { X } from 'lucide-react';
import { useEffect } from 'react';
import type { ReactElement } from 'react';
import type { Settings } from '../../settings/schema.ts';
import { shorten } from '../../settings/words.ts';
import { useSettings } from '../../state/settings.ts';
import { IconButton } from '../parts/IconButton.tsx';
import { useConversation } from './conversation-store.ts';
import './data.css';
import { useDatasets, type OpenData as Opened } from './dataset-store.ts';
import { FilePicker } from './FilePicker.tsx';
import { useKept } from './kept-store.ts';
import { inList, namesOf } from './told-apart.ts';
import { ELSEWHERE, LICENCE, SHIPPED } from './shipped.ts';
import { openFiles, openShipped, useFiles } from './useFiles.ts';
import { againOf } from './wanted.ts';

const grouped = format(',');

/** The control for the user's own data: what is open, what can be opened, what was opened before. */
export function OpenData(): ReactElement {
  const settings = useSettings((state) => state.settings);
  const datasets = useDatasets((state) => state.datasets);
  const { goTo } = useFiles();
  const dataset = datasets.get(settings.file);
  const others = [...datasets.values()].filter(({ dataset: { id } }) => id !== settings.file);
  return (
    <section className="data-open" aria-label="Data from a file">
      {dataset === undefined ? null : <OpenNow data={dataset} settings={settings} />}
      <div className="data-buttons">
        <FilePicker
          text={dataset === undefined ? 'Open a file…' : 'Open another file…'}
          label="Files to open"
          primary={dataset === undefined}
          onFiles={(files) => void openFiles(files)}
        />
        {others.map((other) => (
          <button
            key={other.dataset.id}
            type="button"
            className="button data-other"
            onClick={() => goTo(other)}
          >
            Use {namesOf(other, [...datasets.values()])}
          </button>
        ))}
      </div>
      <p className="data-hint">
        Or drop it anywhere on this page: CSV and its relatives, NumPy, Parquet, ARFF, LIBSVM, MNIST’s files.
        Files stay on this computer.
      </p>
      <Before />
      <TryAtOnce />
    </section>
  );
}

interface OpenNowProps {
  readonly data: Opened;
  readonly settings: Settings;
}

/** What is trained on, and the way back to how it is read. */
function OpenNow({ data, settings }: OpenNowProps): ReactElement {
  const { dataset, files } = data;
  const open = useConversation((state) => state.open);
  return (
    <div className="data-opened">
      <p>
        <strong>{shorten(dataset.name)}</strong>
        <br />
        {grouped(dataset.count)} rows of {grouped(dataset.dim)} numbers
        <br />
        Fingerprint <code>{dataset.id}</code>
      </p>
      <button type="button" className="button" onClick={() => void open(files, againOf(settings))}>
        Change how it is read…
      </button>
    </div>
  );
}

/** What was opened before a reload. */
function Before(): ReactElement | null {
  const { kept, look } = useKept();
  const datasets = useDatasets((state) => state.datasets);
  const { openKept, forget, forgetAll } = useFiles();
  useEffect(() => void look(), [look]);
  const closed = (kept ?? []).filter((one) => !one.datasets.some((id) => datasets.has(id)));
  if (closed.length === 0) return null;
  return (
    <div className="data-before">
      <h4>Opened before</h4>
      <ul>
        {inList(closed).map(({ key, names, about, called }) => (
          <li key={key}>
            <button type="button" className="data-link" onClick={() => void openKept(key)}>
              <span>{names}</span>
              <small>{about}</small>
            </button>
            <IconButton icon={X} label={`Forget ${called}`} onClick={() => void forget(key)} />
          </li>
        ))}
      </ul>
      <button type="button" className="button quiet" onClick={() => void forgetAll()}>
        Forget all
      </button>
    </div>
  );
}

/** Two real data sets with the page, and where larger ones are. */
function TryAtOnce(): ReactElement {
  return (
    <div className="data-before">
      <h4>To try at once</h4>
      <ul>
        {SHIPPED.map((set) => (
          <li key={set.id}>
            <button type="button" className="data-link" onClick={() => void openShipped(set)}>
              <span>{set.title}</span>
              <small>{set.what}</small>
            </button>
          </li>
        ))}
      </ul>
      <p className="data-hint">
        {SHIPPED.map(({ id, title, source, href }, k) => (
          <span key={id}>
            {k > 0 && '; '}
            {title}:{' '}
            <a href={href} target="_blank" rel="noreferrer">
              {source}
            </a>
          </span>
        ))}
        . Licence:{' '}
        <a href="./data/README.md" target="_blank" rel="noreferrer">
          {LICENCE}
        </a>
        .
      </p>
      <p className="data-hint">
        Larger ones, opened as they come:{' '}
        {ELSEWHERE.map(({ title, href, what }, k) => (
          <span key={title}>
            {k > 0 && '; '}
            <a href={href} target="_blank" rel="noreferrer">
              {title}
            </a>{' '}
            ({what})
          </span>
        ))}
        .
      </p>
    </div>
  );
}
