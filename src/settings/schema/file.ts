import { labelsInWords, LABELS_PATTERN, MAX_CLASS_TEXT } from '../labels.ts';
import { READING_PATTERN } from '../reading.ts';
import { choice, text, type Answers } from '../spec.ts';

/** Whether the points are a file's. */
export const isFile = (s: Answers): boolean => s['data'] === 'dataset';

/** What of a person’s file is trained on. */
export const FILE = {
  file: text({
    kind: 'text',
    key: 'file',
    symbol: '',
    name: 'File',
    default: '',
    pattern: /^([0-9a-f]{16})?$/,
    maxLength: 16,
    form: '16 hexadecimal digits, or nothing',
    appliesTo: isFile,
    help: 'Fingerprint of the opened file’s content: a link names the file, it does not carry it.',
  }),
  reading: text({
    kind: 'text',
    key: 'read',
    symbol: '',
    name: 'Read as',
    default: '',
    pattern: READING_PATTERN,
    maxLength: 200,
    form: 'parts joined by points, such as l3 or l1.x2-4.m1, or nothing',
    appliesTo: isFile,
    help: 'What differs from how the page reads the file by itself, columns counted from 1: l3 the label is column 3; i2, x4-6, w7 column 2 in, 4 to 6 out, 7 as indicators; m1 gaps become means; h0, h1 without or with a header; dc, ds, dt, dp, dw what stands between columns.',
  }),
  positive: text({
    kind: 'text',
    key: 'pos',
    symbol: 'y = +1',
    name: 'Labels of class +1',
    default: '4',
    pattern: LABELS_PATTERN,
    maxLength: MAX_CLASS_TEXT,
    inWords: labelsInWords,
    form: 'labels and ranges joined by points, such as 4 or 0-4 or 1.3.5, or names such as ~M or ~setosa~virginica',
    appliesTo: isFile,
    help: 'Which labels of the file become class +1: 4, or 0-4, or 1.3.5, or their names.',
  }),
  negative: text({
    kind: 'text',
    key: 'neg',
    symbol: 'y = −1',
    name: 'Labels of class −1',
    default: '9',
    pattern: LABELS_PATTERN,
    maxLength: MAX_CLASS_TEXT,
    inWords: labelsInWords,
    form: 'labels and ranges joined by points, such as 9 or 5-9 or 0.2.4, or names such as ~B or ~versicolor',
    appliesTo: isFile,
    help: 'Which labels of the file become class −1; none may be in both classes.',
  }),
  normalisation: choice({
    kind: 'choice',
    key: 'norm',
    symbol: '',
    name: 'Normalisation',
    default: 'divide-255',
    appliesTo: isFile,
    help: 'How the numbers of the file become the entries of x.',
    options: [
      { value: 'none', label: 'As they are', help: 'x is the file’s row' },
      { value: 'divide-255', label: 'Divided by 255', help: 'Pixels in 0..255 become numbers in 0..1' },
      { value: 'unit-norm', label: 'Unit length', help: 'Each x divided by ‖x‖' },
      {
        value: 'standardise',
        label: 'Standardised',
        help: 'Each entry minus its training mean, divided by its training standard deviation',
      },
    ],
  }),
} as const;
