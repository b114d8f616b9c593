import { FileProblem } from '../problem.ts';
import { quoted } from '../words.ts';
import type { ArrayHeader, Field } from './array-rows.ts';
import { numberType } from './number-type.ts';
import type { ElementType, NumberKind } from './number-type.ts';

const MAX_DIMENSIONS = 32;
/** Bytes of a word. */
const MAX_WORD = 4096;

/** What stands in a `.npy` header: a Python dictionary of descr, fortran_order and shape. @throws FileProblem */
export function npyHeader(name: string, text: string): ArrayHeader {
  const fortran = /['"]fortran_order['"]\s*:\s*(True|False)/.exec(text)?.[1];
  const shapeText = /['"]shape['"]\s*:\s*\(([\d\sL,]*)\)/.exec(text)?.[1];
  const descr = /['"]descr['"]\s*:\s*(?:['"]([^'"]*)['"]|(\[.*\]))/s.exec(text);
  if (fortran === undefined || shapeText === undefined || descr === null) {
    throw new FileProblem(`${name} has a header that NumPy does not write: ${quoted(text)}`, 'npy-header');
  }
  const shape = shapeText
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => parseInt(part, 10));
  if (shape.length === 0) {
    throw new FileProblem(
      `${name} holds a single value, no array: save the samples as rows of an array`,
      'npy-shape',
    );
  }
  if (shape.length > MAX_DIMENSIONS) {
    throw new FileProblem(
      `${name} says ${shape.length} dimensions; at most ${MAX_DIMENSIONS} are read`,
      'npy-shape',
    );
  }
  const [, plain, record] = descr;
  if (plain !== undefined) {
    return { shape, type: elementType(name, plain), fields: null, fortran: fortran === 'True' };
  }
  if (shape.length > 1) {
    throw new FileProblem(
      `${name} holds records in ${shape.length} dimensions; records are read in one`,
      'npy-records',
    );
  }
  const fields = recordFields(name, record!);
  const size = fields.reduce((end, field) => end + field.type.size, 0);
  const named = fields.filter((field) => field.name !== '');
  return {
    shape,
    type: { name: `records of ${named.length} fields`, size, kind: 'word', cell: () => null },
    fields: named,
    fortran: false,
  };
}

/** `[('a', '<f8'), ('b', '<i4')]`; a field without a name is padding. @throws FileProblem */
function recordFields(name: string, text: string): Field[] {
  const fields: Field[] = [];
  let offset = 0;
  const rest = text.replace(
    /\(\s*['"]([^'"]*)['"]\s*,\s*['"]([^'"]*)['"]\s*\)/g,
    (_, label: string, descr: string) => {
      const padding = label === '' ? /^\|V(\d{1,6})$/.exec(descr) : null;
      const type =
        padding === null
          ? elementType(`${name}, field ${quoted(label)}`, descr)
          : { name: 'padding', size: Number(padding[1]), kind: 'word' as const, cell: () => null };
      fields.push({ name: label, type, offset });
      offset += type.size;
      return '';
    },
  );
  if (fields.length === 0 || /[^[\],\s]/.test(rest)) {
    throw new FileProblem(
      `${name} holds records within records; save its fields as columns of their own`,
      'npy-records',
    );
  }
  return fields;
}

const NUMBER = /^([<>|=])?([biuf?])(\d{0,2})$/;
const WORDS = /^([<>|=])?([USa])(\d{1,6})$/;
const REFUSED: Readonly<Record<string, string>> = {
  O: 'Python objects (pickle), which are not opened: save it as numbers, x.astype(float), or as words, x.astype(str)',
  c: 'complex numbers, which are not read: save the real parts, x.real',
  M: 'dates (datetime64), which are not read: save them as numbers or words',
  m: 'durations (timedelta64), which are not read: save them as numbers',
  V: 'raw bytes (void), which are not read',
  g: 'long doubles, which are not read: save it as doubles, x.astype(float)',
};

/** NumPy's name of a type, as `<f8`, `|u1`, `<U10`. @throws FileProblem */
function elementType(name: string, descr: string): ElementType {
  const [, order, letter = '', digits = ''] = NUMBER.exec(descr) ?? [];
  const little = order !== '>';
  const kind =
    letter === '?' || (letter === 'b' && digits === '1') ? 'bool' : `${letter}${Number(digits) * 8}`;
  if (KINDS.has(kind)) return numberType(kind as NumberKind, little);
  const word = WORDS.exec(descr);
  const length = Number(word?.[3]);
  if (word !== null && length > 0 && length <= MAX_WORD) {
    return word[2] === 'U' ? unicode(length, word[1] !== '>') : ascii(length);
  }
  const refused = letter === 'f' ? REFUSED['g'] : REFUSED[descr.replace(/^[<>|=]/, '')[0] ?? ''];
  throw new FileProblem(
    `${name} holds ${refused ?? `elements of type ${quoted(descr)}, which are not read`}`,
    'npy-type',
  );
}

const KINDS: ReadonlySet<string> = new Set<NumberKind>([
  'bool',
  'u8',
  'u16',
  'u32',
  'u64',
  'i8',
  'i16',
  'i32',
  'i64',
  'f16',
  'f32',
  'f64',
]);

/** Words of `length` code points of four bytes, filled up with zeros. */
function unicode(length: number, little: boolean): ElementType {
  return {
    name: 'words',
    size: 4 * length,
    kind: 'word',
    cell: (view, at) => {
      let text = '';
      for (let k = 0; k < length; k++) {
        const code = view.getUint32(at + 4 * k, little);
        if (code === 0) break;
        text += code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
      }
      return text === '' ? null : text;
    },
  };
}

/** Words of `length` bytes, filled up with zeros. */
function ascii(length: number): ElementType {
  return {
    name: 'words',
    size: length,
    kind: 'word',
    cell: (view, at) => {
      let text = '';
      for (let k = 0; k < length; k++) {
        const code = view.getUint8(at + k);
        if (code === 0) break;
        text += String.fromCharCode(code);
      }
      return text === '' ? null : text;
    },
  };
}
