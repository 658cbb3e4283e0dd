import { readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export type Kind = 'differs' | 'unpublished' | 'unobserved' | 'ours' | 'unknown';

export interface Difference {
  readonly id: string;
  readonly kind: Kind;
  readonly about: string;
  /** JSON Pointers into the bundled fragment; none where the fragment has no such place. */
  readonly where: readonly string[];
  /** Ids of the sources that say what `published` says; none where nothing is published. */
  readonly publications: readonly string[];
  readonly published: string;
  readonly observed: string;
  readonly fragment: string;
  readonly evidence: string;
  /** What `exa-enrichments compare` finds because of it. */
  readonly explains?: readonly {
    readonly rule: string;
    readonly subject: string;
    /** Ids of the sources that differ so; absent: all that are descriptions. */
    readonly publications?: readonly string[];
    readonly at: readonly string[];
  }[];
}

export interface Fidelity {
  readonly sources: readonly { readonly id: string; readonly what: string; readonly title?: string }[];
  readonly differences: readonly Difference[];
}

export const HEADINGS: Readonly<Record<Kind, string>> = {
  differs: 'Published one way, observed or published another',
  unpublished: 'Seen, but not published',
  unobserved: 'Published, but more than was seen',
  ours: 'Said by the fragment alone',
  unknown: 'Unknown',
};

const INTRO = `# Fidelity: published, observed, and what the fragment says

<!-- Written from openapi/fidelity.yaml by \`npm run docs:fidelity\`. Edit that file, not this one. -->

The fragment in \`openapi/\` says what holds on the wire. What Exa publishes and the live API differ in places; here is
each of them, with what the fragment makes of it and on what evidence. There are several publications, and they disagree
too: the one that says so stands before what is published (see Evidence below). "No observation known" does not mean that
it never happens, only that nobody showed it to us. A program reads the same rows, with the places in the
fragment as JSON Pointers, from \`openapi/fidelity.yaml\`. A row keeps its number for good.
`;

const cell = (text: string): string => text.trim().replaceAll('|', '\\|').replaceAll('\n', ' ');

function row({ id, about, publications, published, observed, fragment, evidence }: Difference): string {
  const by = publications.length === 0 ? '' : `*${publications.join(', ')}*: `;
  return `| ${[id, about, by + published, observed, fragment, evidence].map(cell).join(' | ')} |`;
}

function section(kind: Kind, differences: readonly Difference[]): string {
  const head = '| | about | published | observed | the fragment says | evidence |\n|---|---|---|---|---|---|';
  return `## ${HEADINGS[kind]}\n\n${[head, ...differences.map(row)].join('\n')}\n`;
}

/** The Markdown page of the rows: a table for each kind that has any, and the sources that the evidence names. */
export function renderFidelity({ sources, differences }: Fidelity): string {
  const kinds = Object.keys(HEADINGS) as Kind[];
  const tables = kinds
    .map((kind) => ({ kind, rows: differences.filter((each) => each.kind === kind) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ kind, rows }) => section(kind, rows));
  const list = sources.map(({ id, what }) => `- **${id}**: ${cell(what)}`).join('\n');
  return [INTRO, ...tables, `## Evidence\n\n${list}\n`].join('\n');
}

export function readFidelity(): Fidelity {
  return parse(readFileSync(new URL('../openapi/fidelity.yaml', import.meta.url), 'utf8'));
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('../docs/fidelity.md', import.meta.url), renderFidelity(readFidelity()));
}
