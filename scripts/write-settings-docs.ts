import { readFile, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { encodeLink, LINK_VERSION, MAX_LINK } from '../src/settings/link.ts';
import { PRESETS, settingsOf, studyOf, type Preset } from '../src/settings/presets.ts';
import { HELP, VIEW_HELP } from '../src/settings/help.ts';
import { INFERRED } from '../src/settings/presets/inferred.ts';
import {
  DEFAULTS,
  SETTING_GROUPS,
  SETTING_NAMES,
  SETTINGS,
  type SettingGroup,
  type SettingName,
} from '../src/settings/schema.ts';
import type { SettingSpec } from '../src/settings/spec.ts';
import { DEFAULT_VIEW, VIEW, VIEW_NAMES } from '../src/settings/view.ts';
import { displayValue, formatNumber } from '../src/settings/words.ts';
import { axis, isAxisName, MAX_CURVES, MAX_VALUES } from '../src/settings/study/axis.ts';
import { onValue } from '../src/settings/study/edit.ts';
import { MAX_PINS, singleStudy, type Study } from '../src/settings/study/study.ts';

const FILE = new URL('../docs/settings.md', import.meta.url);

/** docs/settings.md: every setting, the form of links and the presets, from the tables themselves. */
export async function settingsDocs(): Promise<string> {
  const text = [
    '# Settings, links and presets',
    '<!-- Written by scripts/write-settings-docs.ts from src/settings; change it there. -->',
    'Every setting of the page, from the one table that also makes the sliders, checks the values and reads the links. K, F and M are the papers of Kou, Chen and Gu 2023, Frei et al. 2023 and Meng, Cao and Zou 2023.',
    ...SETTING_GROUPS.flatMap(groupDocs),
    ...linkDocs(),
    ...studyDocs(),
    ...presetDocs(),
  ].join('\n\n');
  return format(text, { ...(await resolveConfig(FILE.pathname)), parser: 'markdown' });
}

function groupDocs({ title, names }: SettingGroup): readonly string[] {
  const rows = names.map((name): Row => [SETTINGS[name], HELP[name].text]);
  return [`## ${title}`, table(rows), ...names.flatMap(optionDocs)];
}

/** A setting, or what is looked at, and what it means. */
type Row = readonly [spec: SettingSpec, help: string];

function table(of: readonly Row[]): string {
  const rows = of.map(([spec, help]) => [
    `\`${spec.key}\``,
    spec.symbol,
    spec.name,
    displayValue(spec, spec.default),
    rangeOf(spec),
    help,
  ]);
  return markdownTable(['In links', 'Symbol', 'Name', 'Default', 'Values', 'Meaning'], rows);
}

function rangeOf(spec: SettingSpec): string {
  switch (spec.kind) {
    case 'real':
    case 'integer': {
      const what = spec.kind === 'integer' ? 'whole, ' : '';
      return `${what}${formatNumber(spec.min, spec.kind)} to ${formatNumber(spec.max, spec.kind)}`;
    }
    case 'choice':
      return spec.options.map(({ value }) => `\`${value}\``).join(', ');
    case 'flag':
      return '`1` (yes), `0` (no)';
    case 'text':
      return spec.form;
  }
}

function optionDocs(name: SettingName): readonly string[] {
  const spec: SettingSpec = SETTINGS[name];
  const help: { readonly text: string; readonly options?: Readonly<Record<string, string>> } = HELP[name];
  if (spec.kind !== 'choice') return [];
  const options = spec.options.map(
    ({ value, label }) => `- \`${value}\`: ${label}. ${help.options?.[value]}`,
  );
  return [`${spec.name}:`, options.join('\n')];
}

function linkDocs(): readonly string[] {
  const example = encodeLink({
    study: singleStudy({ ...settingsOf(PRESETS[0]!), gamma: 0.5, n: 20 }),
    view: { ...DEFAULT_VIEW, epoch: 137 },
    fingerprint: '0123456789abcdef',
  });
  return [
    '## Links',
    'The part of the address after `#` holds everything that differs from the defaults: settings, view and playhead. The page with all defaults has an empty one.',
    `\`\`\`text\n${example}\n\`\`\``,
    [
      `- \`v\` comes first: the version of the form, now ${LINK_VERSION}. Older links are rewritten step by step; of newer ones what can be read is used.`,
      '- Then `key=value` pairs in the order of the tables here, percent-encoded (`/` stays). Numbers are in the shortest form that gives the same double.',
      '- `fp`, added by “Copy link”, is the fingerprint of the recording, 16 hexadecimal digits: the page that opens the link says whether it reproduced it.',
      '- A value that is malformed, unknown, out of range or given twice is dropped, the default is used, and the page says what was dropped and why.',
      `- Of a link of more than ${formatNumber(MAX_LINK, 'integer')} characters only so many are read.`,
    ].join('\n'),
    'The view:',
    table(VIEW_NAMES.map((name): Row => [VIEW[name], VIEW_HELP[name]])),
  ];
}

/** A study whose link has each part that a study may have. */
const EXAMPLE: Study = {
  base: { ...DEFAULTS, gamma: 0.1 },
  axes: [
    axis('gamma', [0, 0.1, 0.5]),
    { ...axis('sigma0', [1e-5, 1e-3]), along: [{ setting: 'eta', values: [0.5, 0.1] }] },
  ],
  pins: [{ name: 'wide', settings: { ...DEFAULTS, gamma: 0.1, m: 500 } }],
};

function studyDocs(): readonly string[] {
  return [
    '## Studies in links',
    'What varies, and what is pinned beside it, follows the settings of what is in front:',
    `\`\`\`text\n${encodeLink({ study: onValue(EXAMPLE), view: DEFAULT_VIEW })}\n\`\`\``,
    [
      '- `ax` is the setting that the curves vary, by its key, and then its values, with `~` before each. `ay` is a second one: every value of the one is computed with every value of the other, and one of the second is in front.',
      '- Settings that go along with a varied one follow its key, with `*` between them, and have one value for each of its values: the `ay` above has η = 0.5 where σ₀ = 1e-5 and η = 0.1 where σ₀ = 1e-3.',
      `- Every setting can be varied but ${FIXED_KEYS}. An axis has at most ${MAX_VALUES} values, each once; charts over time tell ${MAX_CURVES} apart. Where the value of what is in front is not among them, the first is in front.`,
      `- \`p1\` to \`p${MAX_PINS}\` are pinned experiments. Each has its name, which begins with \`~\` and has \`!\` and the character’s number in hexadecimal for what is neither a letter nor a digit (\`~two!20words\`), or nothing; and, as \`p1.\` and a setting’s key, each setting in which it is not as what is in front.`,
      '- `cmp=1`, of older links, is `ax=reg~none~pegr~fgr`: all regularisations side by side.',
      '- An axis of which anything cannot be read is dropped whole, of a pin only what cannot be read; the page says so.',
    ].join('\n'),
  ];
}

const FIXED_KEYS = SETTING_NAMES.filter((name) => !isAxisName(name))
  .map((name) => `\`${SETTINGS[name].key}\``)
  .join(', ');

function presetDocs(): readonly string[] {
  return [
    '## Presets',
    'The experiments of the papers. “Not in the paper” lists what it does not state, or what is other than it states, with the reason.',
    ...PRESETS.flatMap(presetDoc),
  ];
}

function presetDoc(preset: Preset): readonly string[] {
  const link = encodeLink({ study: studyOf(preset), view: { ...DEFAULT_VIEW, ...preset.view } });
  return [
    `### ${preset.question}`,
    `${preset.source}. ${preset.summary}`,
    link === '' ? 'Link: none, these are the defaults.' : `Link: \`#${link}\``,
    'Not in the paper:',
    INFERRED[preset.id].map((line) => `- ${line}`).join('\n'),
  ];
}

function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const text = await settingsDocs();
  const before = await readFile(FILE, 'utf8').catch(() => '');
  if (text !== before) await writeFile(FILE, text);
  console.log(`docs/settings.md ${text === before ? 'is up to date' : 'written'}`);
}
