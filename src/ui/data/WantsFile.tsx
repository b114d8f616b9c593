import { FolderOpen } from 'lucide-react';
import { useEffect, useRef, type ReactNode } from 'react';
import { parseNames } from '../../settings/names.ts';
import { shorten } from '../../settings/words.ts';
import { useSettings } from '../../state/settings.ts';
import { useView } from '../../state/view.ts';
import { FilePicker } from './FilePicker.tsx';
import { useKept } from './kept-store.ts';
import { findOffer, type Wants } from './offer.ts';
import { SHIPPED, type ShippedSet } from './shipped.ts';
import { openFiles, openShipped, useFiles } from './useFiles.ts';
import { openedOn, sizeOf } from './words.ts';
import { Place } from '../status/Place.tsx';

/** The experiment waits for a file: which, where it is offered from, and how it is opened. */
export function WantsFile() {
  const dataset = useSettings((state) => state.settings.file);
  const fileNames = useView((state) => state.fileNames);
  const fileSizes = useView((state) => state.fileSizes);
  if (dataset === '') return <AnyFile />;
  const names = parseNames(fileNames) ?? [];
  const sizes = fileSizes === '' ? [] : fileSizes.split('.').map(Number);
  return <NamedFile wants={{ dataset, names, sizes }} />;
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

/** A link says which file it was made with: it is asked for by name, and its content is compared. */
function NamedFile({ wants }: { readonly wants: Wants }) {
  const { kept, look } = useKept();
  const { openKept, openShippedNamed } = useFiles();
  const askedFor = useRef<ShippedSet | null>(null);
  useEffect(() => void look(), [look]);
  const offer = findOffer(wants, kept ?? []);
  const own = offer?.kind === 'shipped' && offer.set.dataset === wants.dataset ? offer.set : null;
  useEffect(() => {
    // The page has it, and it is the very same: there is nothing to ask.
    if (own !== null && askedFor.current !== own) {
      askedFor.current = own;
      void openShippedNamed(own);
    }
  }, [own, openShippedNamed]);
  const { dataset, names } = wants;
  const title =
    names.length === 0
      ? 'This experiment trains on a file that is not open'
      : `This experiment trains on ${names.map((name) => shorten(name, 40)).join(' and ')}`;
  return (
    <Place icon={FolderOpen} title={title}>
      {offer === null ? null : offer.kind === 'kept' ? (
        <Offer text="Open it again" onOpen={() => void openKept(offer.kept.key)}>
          You opened {offer.kept.names.length === 1 ? 'it' : 'them'} here before:{' '}
          <strong>{shorten(offer.kept.names.join(' and '), 90)}</strong>, {sizeOf(offer.kept.size)},{' '}
          {openedOn(offer.kept.at)}.
        </Offer>
      ) : (
        <Offer text={offer.set.title} onOpen={() => void openShippedNamed(offer.set)}>
          It comes with this page.
        </Offer>
      )}
      <p>
        {offer === null ? 'Drop' : 'Or drop'} {wanted(wants)} anywhere on this page, or open it here. It stays
        on this computer, and its content is compared with what the link was made with: fingerprint{' '}
        <code>{dataset}</code>.
      </p>
      <Choose primary={offer === null} />
    </Place>
  );
}

/** "wine.csv (11 kB)" */
function wanted({ names, sizes }: Wants): string {
  if (names.length === 0) return 'the file';
  return names
    .map((name, k) => {
      const size = sizes[k];
      return size === undefined ? shorten(name, 60) : `${shorten(name, 60)} (${sizeOf(size)})`;
    })
    .join(' and ');
}

interface OfferProps {
  readonly text: string;
  readonly onOpen: () => void;
  readonly children: ReactNode;
}

function Offer({ text, onOpen, children }: OfferProps) {
  return (
    <>
      <p>{children}</p>
      <button type="button" className="button primary" onClick={onOpen}>
        {text}
      </button>
    </>
  );
}

function Choose({ primary = true }: { readonly primary?: boolean }) {
  return (
    <FilePicker
      text="Choose files…"
      label="Files to train on"
      primary={primary}
      onFiles={(files) => void openFiles(files)}
    />
  );
}
