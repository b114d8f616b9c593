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
  }),
  normalisation: choice({
    kind: 'choice',
    key: 'norm',
    symbol: '',
    name: 'Normalisation',
    default: 'divide-255',
    appliesTo: isFile,
    options: [
      { value: 'none', label: 'As they are' },
      { value: 'divide-255', label: 'Divided by 255' },
      { value: 'unit-norm', label: 'Unit length' },
      {
        value: 'standardise',
        label: 'Standardised',
      },
    ],
  }),
} as const;
