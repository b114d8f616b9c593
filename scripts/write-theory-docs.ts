import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { CLAIMS } from '../src/core/claims/all.ts';
import type { Claim, Paper } from '../src/core/claims/claim.ts';
import { FREI_LEFT_OUT } from '../src/core/claims/frei/left-out.ts';
import type { DataFacts } from '../src/core/claims/gauge.ts';
import { KOU_LEFT_OUT } from '../src/core/claims/kou/left-out.ts';
import { MENG_LEFT_OUT } from '../src/core/claims/meng/left-out.ts';
import type { LeftOut } from '../src/core/claims/left-out.ts';
import { THINNED } from '../src/core/claims/sparse.ts';
import { toExperiments } from '../src/settings/experiment.ts';
import { DEFAULTS } from '../src/settings/schema.ts';
import { PAPERS, type WrittenPaper } from './papers.ts';

const FILE = new URL('../docs/theory.md', import.meta.url);

const LEFT_OUT: Readonly<Partial<Record<Paper, readonly LeftOut[]>>> = {
  kou: KOU_LEFT_OUT,
  frei: FREI_LEFT_OUT,
  meng: MENG_LEFT_OUT,
};

/** docs/theory.md: every claim, what it assumes, what is measured and what was corrected, from the claims themselves. */
export async function theoryDocs(): Promise<string> {
  const text = [
    '# Theory, as it is watched',
    '<!-- Written by scripts/write-theory-docs.ts from src/core/claims; change it there. -->',
    'What the papers prove, as this lab states it and holds runs against it (`src/core/claims`). `lab run … --out DIR --claims` writes the verdicts. A *slack* is positive while a claim holds, and 1 is the size of its right side; of an identity it is a tolerance less the relative error. Verdicts, in their order: does not apply, violated, assumption not met (the watch goes on), cannot be told, holds so far. An asymptotic claim never holds: its rate or constant is measured, beside the paper’s, over the last decade of epochs; of gradient flow over that of log t.',
    '“As printed” is a formula that is printed and does not hold as it stands; it is watched beside the one that does, so that one can see it fail. None of these slips touches a theorem.',
    ...(Object.keys(PAPERS) as WrittenPaper[]).flatMap(paperDocs),
  ].join('\n\n');
  return format(text, { ...(await resolveConfig(FILE.pathname)), parser: 'markdown' });
}

function paperDocs(paper: WrittenPaper): readonly string[] {
  const claims = CLAIMS.filter((claim) => claim.paper === paper);
  if (claims.length === 0) return [];
  const left = LEFT_OUT[paper] ?? [];
  return [
    `## ${PAPERS[paper]}`,
    ...claims.flatMap(claimDocs),
    ...(left.length === 0
      ? []
      : [
          '### Not watched',
          left.map(({ claimsId, what, why }) => `- ${claimsId}, ${what}: ${why}.`).join('\n'),
        ]),
  ];
}

function claimDocs(claim: Claim): readonly string[] {
  const { id, number, statement, tex, measured, printed, flow, why } = claim;
  return [
    `### ${number}${claim.form === 'printed' ? ', as printed' : ''}`,
    `\`${id}\` · ${claim.claimsId} · ${kindOf(claim)} · ${claim.place}`,
    statement,
    `$$${tex}$$`,
    [
      `- **Assumed**: ${assumedBy(claim)}.`,
      `- **Measured**: ${measured}${claim.thinned === undefined ? '' : `; at ${THINNED}`}.`,
      ...(claim.kind === 'asymptotic' ? [`- **Fitted**: ${claim.fits}.`] : []),
      ...(flow === undefined ? [] : [`- **Of gradient flow**: ${flow}`]),
      ...(printed === undefined
        ? []
        : [`- **Printed as** $${printed.tex}$ (${printed.correction}). ${printed.how}`]),
    ].join('\n'),
    why,
  ];
}

const kindOf = ({ kind, delta }: Claim): string =>
  delta === undefined ? kind : `${kind}, with probability 1 − δ, δ = ${delta}`;

/** What a gauge is called does not depend on the run. */
const [EXPERIMENT] = toExperiments(DEFAULTS);
const FACTS: DataFacts = { n: 10, d: 784, neurons: 200, rMin: 27, rMax: 29, p: 80, signalNorm: 1 };

function assumedBy({ assumes }: Claim): string {
  if (assumes.length === 0) return 'nothing but the model';
  return assumes.map((assumption) => `$${assumption(EXPERIMENT!, FACTS).tex}$`).join(', ');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const text = await theoryDocs();
  const before = await readFile(FILE, 'utf8').catch(() => '');
  if (text !== before) await writeFile(FILE, text);
  console.log(`docs/theory.md ${text === before ? 'is up to date' : 'written'}`);
}
