/** How long a file's address is kept for the browser to read it. */
const KEPT_MS = 60_000;

/** Gives a file to the person. */
export function save(content: BlobPart[], type: string, name: string): void {
  const url = URL.createObjectURL(new Blob(content, { type }));
  const link = document.createElement('a');
  [link.href, link.download] = [url, name];
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEPT_MS);
}

/** A pause in which the page can answer. */
export const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
