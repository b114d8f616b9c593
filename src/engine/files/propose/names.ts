/** Names of label columns, the likeliest first: what names a class, then what may be a number that runs on as well. */
const CLASS_NAMES = [
  ...[
    'label',
    'labels',
    'survived',
    'diagnosis',
    'class',
    'classes',
    'digit',
    'species',
    'category',
    'variety',
  ],
  ...['churn', 'fraud', 'spam'],
];
const LABEL_NAMES = [
  ...CLASS_NAMES,
  ...['target', 'targets', 'y', 'outcome', 'response', 'result', 'default'],
];

const IDENTIFIER = /^(?:id|ids|index|idx|rowid|rownames?|uuid|guid|key|unnamed|identifier|#)$/;

/** A name's words in lower case: "PassengerId" → passenger, id. */
const tokensOf = (name: string): readonly string[] =>
  name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}#]+/u)
    .filter((token) => token !== '');

/** How likely a column of this name is the label, smaller is likelier; Infinity: nothing says so. */
export function nameRank(name: string): number {
  const tokens = tokensOf(name);
  const whole = LABEL_NAMES.indexOf(tokens.join(' '));
  if (whole >= 0) return whole;
  const end = LABEL_NAMES.indexOf(tokens.at(-1) ?? '');
  const start = LABEL_NAMES.indexOf(tokens[0] ?? '');
  const part = [end, start].find((rank) => rank >= 0);
  return part === undefined || (tokens.length > 1 && LABEL_NAMES[part] === 'y')
    ? Infinity
    : LABEL_NAMES.length + part;
}

/** Whether a name says that the column has classes, and nothing else. */
export const isClassName = (name: string): boolean => nameRank(name) < CLASS_NAMES.length;

/** Whether a column of this name numbers the rows: id, PassengerId, sample_id, Unnamed: 0, index. */
export function isIdentifierName(name: string): boolean {
  const tokens = tokensOf(name);
  const [first = ''] = tokens;
  return IDENTIFIER.test(tokens.at(-1) ?? '') || (tokens.length <= 2 && IDENTIFIER.test(first));
}
