import { FolderOpen } from 'lucide-react';
import { useRef } from 'react';
import type { ReactElement } from 'react';

interface FilePickerProps {
  readonly text: string;
  /** Of the input behind the button. */
  readonly label: string;
  readonly primary?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** The button that opens files, several at once. */
export function FilePicker({ text, label, primary = false, onFiles }: FilePickerProps): ReactElement {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={primary ? 'button primary' : 'button'}
        onClick={() => input.current?.click()}
      >
        <FolderOpen size={16} aria-hidden="true" />
        {text}
      </button>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        multiple
        tabIndex={-1}
        aria-label={label}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // So that choosing the same file again, mended, is a change.
          currentTarget.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
