import { FileProblem } from '../problem.ts';
import { encodingOf } from './text.ts';

/** What a kind of file is called, by its first bytes, and what its owner can do. */
interface Kind {
  readonly what: string;
  readonly remedy: string;
  /** Bytes (as Latin-1) that it begins with; `at`: where, if not at 0. */
  readonly magic: readonly string[];
  readonly at?: number;
}

const WORKBOOK = 'save it as CSV (File › Save as, "CSV UTF-8") and open that';
const FROM_PYTHON =
  'save its arrays with numpy.savez(file, X=X, y=y), or the table with to_csv, and open that';
const UNPACKED = 'open the file that is packed in it, or pack it as .gz or .zip';
const PICTURE = 'open a table or an array with a picture a row (CSV, .npy, IDX)';

const KINDS: readonly Kind[] = [
  { what: 'an old Excel workbook (.xls)', remedy: WORKBOOK, magic: ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'] },
  { what: 'an HDF5 file (.h5, or MATLAB 7.3)', remedy: FROM_PYTHON, magic: ['\x89HDF\r\n\x1a\n'] },
  {
    what: 'a MATLAB file (.mat)',
    remedy: 'save it with writematrix(data, "data.csv") and open that',
    magic: ['MATLAB 5.0'],
  },
  { what: 'a Python pickle', remedy: FROM_PYTHON, magic: ['\x80\x02', '\x80\x03', '\x80\x04', '\x80\x05'] },
  { what: 'a PDF', remedy: 'open the table itself, as CSV', magic: ['%PDF'] },
  { what: 'a PNG picture', remedy: PICTURE, magic: ['\x89PNG'] },
  { what: 'a JPEG picture', remedy: PICTURE, magic: ['\xff\xd8\xff'] },
  { what: 'a GIF picture', remedy: PICTURE, magic: ['GIF87a', 'GIF89a'] },
  { what: 'a TIFF picture', remedy: PICTURE, magic: ['II*\0', 'MM\0*'] },
  { what: 'a WebP picture', remedy: PICTURE, magic: ['WEBP'], at: 8 },
  {
    what: 'an Arrow or Feather file',
    remedy: 'save it as Parquet or CSV and open that',
    magic: ['ARROW1', 'FEA1'],
  },
  {
    what: 'an encrypted Parquet file',
    remedy: 'write it without encryption and open that',
    magic: ['PARE'],
  },
  { what: 'an ORC file', remedy: 'save it as Parquet or CSV and open that', magic: ['ORC'] },
  { what: 'an Avro file', remedy: 'save it as Parquet or CSV and open that', magic: ['Obj\x01'] },
  {
    what: 'an SQLite database',
    remedy: 'export the table as CSV and open that',
    magic: ['SQLite format 3\0'],
  },
  { what: 'a 7z archive', remedy: UNPACKED, magic: ["7z\xbc\xaf'\x1c"] },
  { what: 'a RAR archive', remedy: UNPACKED, magic: ['Rar!\x1a\x07'] },
  { what: 'packed with bzip2', remedy: UNPACKED, magic: ['BZh'] },
  { what: 'packed with xz', remedy: UNPACKED, magic: ['\xfd7zXZ\0'] },
  { what: 'packed with Zstandard', remedy: UNPACKED, magic: ['\x28\xb5\x2f\xfd'] },
  { what: 'packed with compress (.Z)', remedy: UNPACKED, magic: ['\x1f\x9d'] },
  {
    what: 'a tar archive',
    remedy: 'open the files of data in it, or put them into a zip',
    magic: ['ustar'],
    at: 257,
  },
  {
    what: 'an R data file',
    remedy: 'save it with write.csv(data, "data.csv") and open that',
    magic: ['RDX2\n', 'RDX3\n', 'RDA3\n', 'X\n\0\0\0'],
  },
  { what: 'an SPSS file', remedy: 'save it as CSV and open that', magic: ['$FL2', '$FL3'] },
  { what: 'a Stata file', remedy: 'save it with "export delimited" and open that', magic: ['<stata_dta>'] },
  { what: 'a GGUF or another model’s file', remedy: 'open data, not a model', magic: ['GGUF'] },
];

/** Kinds of text; the first that fits. */
const TEXTS: readonly (Omit<Kind, 'magic'> & { readonly pattern: RegExp })[] = [
  {
    what: 'a web page (HTML)',
    remedy: 'the download went to a page and not to the file: download the data itself, and open that',
    pattern: /^\s*<(?:!doctype\s+html|html|head|body)\b/i,
  },
  { what: 'an XML file', remedy: 'save its table as CSV and open that', pattern: /^\s*<\?xml\b/i },
  {
    what: 'a Git LFS pointer and not the data',
    remedy: 'fetch the data with "git lfs pull", or download the file itself',
    pattern: /^version https:\/\/git-lfs\.github\.com/,
  },
  { what: 'a text document (RTF)', remedy: 'save its table as CSV and open that', pattern: /^\{\\rtf/ },
  {
    what: 'JSON',
    remedy: 'save it as CSV (pandas: read_json(…).to_csv(…, index=False)) and open that',
    pattern: /^\s*(?:\{\s*(?:"|\})|\[\s*(?:[{["]|-?\d[\d.eE+-]*\s*(?:,\s*\n|\n)))/,
  },
];

/** What a zip archive of these files is, where it is no archive to its owner. */
export function zipKind(paths: readonly string[]): { readonly what: string; readonly remedy: string } | null {
  const has = (start: string): boolean => paths.some((path) => path.startsWith(start));
  const ends = (end: string): boolean => paths.some((path) => path.endsWith(end));
  if (has('xl/')) return { what: 'an Excel workbook', remedy: WORKBOOK };
  if (has('word/')) return { what: 'a Word document', remedy: 'save its table as CSV and open that' };
  if (has('ppt/')) return { what: 'a PowerPoint file', remedy: 'open the table itself, as CSV' };
  if (has('mimetype') && has('content.xml')) {
    return { what: 'an OpenDocument file (such as a LibreOffice spreadsheet, .ods)', remedy: WORKBOOK };
  }
  if (has('Index/') && ends('.iwa'))
    return { what: 'a Numbers or Pages document', remedy: 'export it as CSV and open that' };
  if (ends('/data.pkl') || ends('.pth')) return { what: 'a PyTorch file', remedy: FROM_PYTHON };
  return null;
}

/** The problem of a file that is not read, by its first bytes; null: it may be a text. */
export function unread(name: string, head: Uint8Array): FileProblem | null {
  if (head.length === 0) return new FileProblem(`${name} is empty`, 'empty');
  const kind = KINDS.find(({ magic, at = 0 }) => magic.some((bytes) => begins(head, bytes, at)));
  if (kind !== undefined) return notRead(name, kind);
  const encoding = encodingOf(head.subarray(0, 4096));
  const text = new TextDecoder(encoding).decode(head);
  const written = TEXTS.find(({ pattern }) => pattern.test(text));
  if (written !== undefined) return notRead(name, written);
  if (encoding !== 'utf-8' || isText(head)) return null;
  const bytes = Array.from(head.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join(' ');
  return new FileProblem(
    `${name} is no kind of file that is read: it begins with the bytes ${bytes}. Tables (CSV, Parquet, ARFF, LIBSVM), ` +
      'arrays (.npy, .npz) and images (IDX, CIFAR-10) are',
    'unknown-format',
  );
}

export function notRead(
  name: string,
  { what, remedy }: { readonly what: string; readonly remedy: string },
): FileProblem {
  return new FileProblem(`${name} is ${what}, which is not read: ${remedy}`, 'not-read');
}

function begins(head: Uint8Array, bytes: string, at: number): boolean {
  if (head.length < at + bytes.length) return false;
  for (let k = 0; k < bytes.length; k++) if (head[at + k] !== bytes.charCodeAt(k)) return false;
  return true;
}

/** No control characters but white space and, after something else, zeros: these are told where they are. */
function isText(head: Uint8Array): boolean {
  return head.every(
    (byte, k) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d) || byte === 0x1a || (byte === 0 && k > 0),
  );
}
