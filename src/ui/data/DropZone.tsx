import { FileDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { useChunk } from '../parts/chunk.ts';
import { Later } from '../parts/Later.tsx';
import { filesChunk } from './chunk.ts';
import './drop.css';
import { followDrops } from './drops.ts';

/**
 * Lets files be dropped or pasted anywhere on the page, and holds the conversation about them. Put it once, anywhere
 * in the page.
 */
export function DropZone(): ReactElement {
  const { parts } = useChunk(filesChunk);
  const [over, setOver] = useState(false);
  const [dropped, setDropped] = useState<readonly File[]>([]);
  useEffect(() => followDrops({ over: setOver, near: () => void filesChunk.load(), files: setDropped }), []);

  return (
    <>
      {over ? (
        <div className="drop-target" aria-hidden="true">
          <p>
            <FileDown size={32} />
            Drop a table, or images and labels, to train on them
          </p>
        </div>
      ) : null}
      {(parts !== null || dropped.length > 0) && (
        <div className="talk-load">
          <Later chunk={filesChunk} what="What opens files" waiting={null}>
            {({ Talk }) => <Talk dropped={dropped} />}
          </Later>
        </div>
      )}
    </>
  );
}
