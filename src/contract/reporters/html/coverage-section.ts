import { COVERAGE_KINDS, type CoverageCount } from '../../coverage/coverage.ts';
import type { Report } from '../../report.ts';
import { coverageTree, type OperationNode } from '../../reporter-support/coverage-tree.ts';
import type { Mark } from '../../reporter-support/mark.ts';
import type { ReportContext } from '../../reporter-support/report-context.ts';
import { chip } from './chip.ts';
import { schemaCard } from './schema-card.ts';
import { type Html, html } from './template.ts';

const MOST_LIMITATIONS = 200;

/** The description as a picture: what a recording showed is filled, what none did is hollow. */
export function coverageSection({ coverage, limitations }: Report, { contract }: ReportContext): Html {
  const tree = coverageTree(contract, coverage);
  const exempt = coverage.ineligible.length > 0;
  return html`<section aria-labelledby="coverage-title" id="coverage">
<h2 id="coverage-title">Coverage</h2>
<p class="legend">${chip({ text: 'seen', seen: true })} in a recording ${chip({ text: 'not seen', seen: false })} in any${exempt && html` ${chip({ text: 'not asked for', seen: false, reason: 'see each' })} for a reason`}. What several operations share is counted once.</p>
<ul class="meters">${COVERAGE_KINDS.map((kind) => meter(kind, coverage.kinds[kind]))}</ul>
<div class="card operations"><h3>Operations</h3>
<ul>${tree.operations.map(operation)}</ul></div>
<div class="schemas">${tree.schemas.map(schemaCard)}</div>
${tree.others.length > 0 && html`<div class="card operations"><h3>Also counted</h3><p class="chips">${tree.others.map((mark) => chip({ ...mark, text: `${mark.kind} ${mark.text}` }))}</p></div>`}
${limitationBlock(limitations)}
</section>`;
}

function meter(kind: string, { covered, eligible }: CoverageCount): Html | undefined {
  if (eligible === 0) return undefined;
  const width = Math.floor((covered / eligible) * 100);
  return html`<li><span class="kind">${kind.replaceAll('-', ' ')}</span> <span class="figure">${covered} of ${eligible}</span>
<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="rest" width="100" height="4" /><rect class="part" width="${width}" height="4" /></svg></li>`;
}

function operation({ method, path, mark, request, responses, headers }: OperationNode): Html {
  return html`<li><p class="operation">${chip(mark)} <code><b>${method}</b> ${path}</code></p>
<dl class="marks">${row('Request', request)}${row('Status', responses.flatMap(statusMarks))}${row('Header', headers)}</dl></li>`;
}

function row(name: string, marks: readonly Mark[]): Html | undefined {
  return marks.length === 0
    ? undefined
    : html`<div><dt>${name}</dt><dd class="chips">${marks.map(chip)}</dd></div>`;
}

/** JSON that was seen with its status says nothing more. */
function statusMarks({ status, mediaTypes }: OperationNode['responses'][number]): Mark[] {
  const others = mediaTypes.filter(({ text, seen }) => text !== 'application/json' || seen !== status.seen);
  return [status, ...others.map((mark) => ({ ...mark, text: `${status.text} ${mark.text}` }))];
}

/** What was not judged: said, for silence would pass for consent. */
function limitationBlock(limitations: Report['limitations']): Html | undefined {
  if (limitations.length === 0) return undefined;
  return html`<div class="card operations"><h3>Not judged <span class="count">${limitations.length}</span></h3>
<ul>${limitations
    .slice(0, MOST_LIMITATIONS)
    .map(
      ({ what, spec }) => html`<li>${what} <code>${spec.file}:${spec.line}:${spec.column}</code></li>`,
    )}</ul>${limitations.length > MOST_LIMITATIONS && html`<p class="none">And ${limitations.length - MOST_LIMITATIONS} more.</p>`}</div>`;
}
