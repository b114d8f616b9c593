import { FolderOpen } from 'lucide-react';
import { useEffect } from 'react';
import { shorten } from '../../settings/words.ts';
import { useSettings } from '../../state/settings.ts';
import { FilePicker } from '../data/FilePicker.tsx';
import { useKept } from '../data/kept-store.ts';
import { SHIPPED } from '../data/shipped.ts';
import { openFiles, openShipped, useFiles } from '../data/useFiles.ts';
import { openedOn, sizeOf } from '../data/words.ts';
import { Place } from './Place.tsx';

/** The experiment waits for a file: which, where it is offered from, and how it is opened. */
export function WantsFile() {
  const file = useSettings((state) => state.settings.file);
  return file === '' ? <AnyFile /> : <NamedFile file={file} />;
}

function AnyFile() {
  return (
    <Place icon={FolderOpen} title="This experiment trains on a file of yours">
      <p>
        Drop it anywhere on this page, or open it here: a table, or images and labels as MNIST has them. You
        see how it is understood before anything trains. It stays on this computer.
      </p>
      <Choose />
      <p>Or try one that comes with the page:</p>
      <div className="absent-ways">
        {SHIPPED.map((set) => (
          <button key={set.id} type="button" className="button" onClick={() => void openShipped(set)}>
            {set.title}
          </button>
        ))}
      </div>
    </Place>
  );
}

/** A link says which file it was made with: its content is compared with what is opened. */
function NamedFile({ file }: { readonly file: string }) {
  const { kept, look } = useKept();
  const { openKept } = useFiles();
  useEffect(() => void look(), [look]);
  const before = kept?.find(({ datasets }) => datasets.includes(file));
  return (
    <Place icon={FolderOpen} title="This experiment trains on a file that is not open">
      {before === undefined ? (
        <>
          <p>
            Drop the file anywhere on this page, or open it here. It stays on this computer. Its content is
            compared with what the link was made with: fingerprint <code>{file}</code>.
          </p>
          <Choose />
        </>
      ) : (
        <>
          <p>
            You opened it here before: <strong>{shorten(before.names.join(' and '), 90)}</strong>,{' '}
            {sizeOf(before.size)}, {openedOn(before.at)}.
          </p>
          <button type="button" className="button primary" onClick={() => void openKept(before.key)}>
            Open it again
          </button>
        </>
      )}
    </Place>
  );
}

function Choose() {
  return (
    <FilePicker
      text="Choose files…"
      label="Files to train on"
      primary
      onFiles={(files) => void openFiles(files)}
    />
  );
}
