/** Words for yes and for no, in languages that people label in; each pair means nothing else. */
const PAIRS: readonly (readonly [yes: string, no: string])[] = [
  ['yes', 'no'],
  ['y', 'n'],
  ['true', 'false'],
  ['t', 'f'],
  ['positive', 'negative'],
  ['pos', 'neg'],
  ['+', '-'],
  ['ja', 'nein'],
  ['j', 'n'],
  ['wahr', 'falsch'],
  ['positiv', 'negativ'],
  ['ja', 'nee'],
  ['ja', 'nej'],
  ['ja', 'nei'],
  ['oui', 'non'],
  ['vrai', 'faux'],
  ['positif', 'négatif'],
  ['sí', 'no'],
  ['si', 'no'],
  ['sì', 'no'],
  ['vero', 'falso'],
  ['verdadero', 'falso'],
  ['sim', 'não'],
  ['sim', 'nao'],
  ['verdadeiro', 'falso'],
  ['positivo', 'negativo'],
  ['tak', 'nie'],
  ['ano', 'ne'],
  ['evet', 'hayır'],
  ['да', 'нет'],
  ['是', '否'],
  ['はい', 'いいえ'],
  ['예', '아니요'],
];

/** What negates the words behind it: "no recurrence", "not-churned". */
const NEGATION = /^(?:no|not|non|nicht|kein|keine|sans|sin|sem|without)[\s_-]+(.+)$/;

/** Which of two words (in lower case) is the affirmative one; null where neither clearly is. */
export function affirmativeOf(a: string, b: string): string | null {
  for (const [yes, no] of PAIRS) {
    if (a === yes && b === no) return a;
    if (b === yes && a === no) return b;
  }
  if (NEGATION.exec(b)?.[1] === a) return a;
  return NEGATION.exec(a)?.[1] === b ? b : null;
}
