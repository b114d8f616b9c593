type Pasted = Pick<ClipboardEvent, 'clipboardData' | 'target'>;

/** Files in the clipboard, or a table that was copied as text (cells of a spreadsheet); none where text is typed. */
export function pastedFiles({ clipboardData, target }: Pasted): readonly File[] {
  if (clipboardData === null || isTypedInto(target)) return [];
  if (clipboardData.files.length > 0) return [...clipboardData.files];
  const text = clipboardData.getData('text/plain');
  return isTable(text) ? [new File([text], 'pasted table.txt', { type: 'text/plain' })] : [];
}

const isTypedInto = (target: EventTarget | null): boolean =>
  target !== null &&
  'closest' in target &&
  (target as Element).closest('input, textarea, [contenteditable]') !== null;

/** Two lines at least, and something between cells in each of the first. */
export function isTable(text: string): boolean {
  const lines = text.split(/\r\n|\r|\n/, 3).filter((line) => line.trim() !== '');
  return lines.length >= 2 && lines.every((line) => /[\t,;|]/.test(line));
}
