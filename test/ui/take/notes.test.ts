import { expect, it } from 'vitest';
import { notesOf } from '../../../src/ui/take/notes.ts';

const widthOf = (text: string): number => text.length;

it('Notes of more than five lines end in an ellipsis that fits', () => {
  const notes = notesOf(['abcdefghij'.repeat(4), 'short'], 7, widthOf);
  expect(notes).toHaveLength(5);
  expect(notes[4]).toBe('ijabcd…');
  expect(notesOf(['one', 'two'], 7, widthOf)).toEqual(['one', 'two']);
});
