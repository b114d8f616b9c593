import { useEffect, useRef } from 'react';
import type { ReactElement } from 'react';
import type { PictureShown } from '../../engine/files/conversation-api.ts';
import type { AskingProps } from './conversation-store.ts';
import { shorten } from '../../settings/words.ts';

/** A strip of pictures for each label, so that one sees whether pictures and labels belong together. */
export function Pictures({ stage }: AskingProps): ReactElement {
  const { pictures } = stage.preview;
  const labels = [...new Set(pictures.map(({ label }) => label))];
  return (
    <div className="talk-strips">
      {labels.map((label) => (
        <div key={label} className="talk-strip" data-side={stage.sides.get(label)}>
          <span className="talk-strip-label">{shorten(label, 20)}</span>
          {pictures
            .filter((picture) => picture.label === label)
            .map((picture, k) => (
              <Picture key={k} picture={picture} first={k === 0} />
            ))}
        </div>
      ))}
    </div>
  );
}

function Picture({
  picture,
  first,
}: {
  readonly picture: PictureShown;
  readonly first: boolean;
}): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height, pixels, label } = picture;
  useEffect(() => {
    canvas.current?.getContext('2d')?.putImageData(new ImageData(pixels, width, height), 0, 0);
  }, [pixels, width, height]);
  // One of each is enough to be told of.
  const told = first ? { role: 'img', 'aria-label': `A picture labelled ${shorten(label, 40)}` } : null;
  return <canvas ref={canvas} width={width} height={height} {...(told ?? { 'aria-hidden': true })} />;
}
