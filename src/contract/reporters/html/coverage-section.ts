import { COVERAGE_KINDS, type CoverageCount } from '../../coverage/coverage.ts';
import type { Report } from '../../report.ts';
import type { ReportContext } from '../shared/context.ts';
import { placeText } from '../shared/places.ts';
import { coverageTree, type Mark, type OperationNode, type SchemaNode } from './coverage-tree.ts';
import { type Html, html } from './template.ts';

const MOST_LIMITATIONS = 200;

/** The description as a picture: what a recording showed is filled, what none did is hollow. */
export function coverageSection({ coverage, limitations }: Report, { contracts }: ReportContext): Html {
  const exempt = coverage.ineligible.length > 0;
  return html`<section aria-labelledby="coverage-title" id="coverage">
<h2 id="coverage-title">Coverage</h2>
<p class="legend">${chip({ text: 'seen', seen: true })} in a recording ${chip({ text: 'not seen', seen: false })} in any${exempt && html` ${chip({ text: 'not asked for', seen: false, reason: 'see each' })} for a reason`}. What several operations share is counted once.</p>
<ul class="meters">${COVERAGE_KINDS.map((kind) => meter(kind, coverage.kinds[kind]))}</ul>
${contracts.map((each) => picture(each, coverage, contracts.length > 1))}
${limitationBlock(limitations)}
</section>`;
}

function picture(
  { contract, name }: ReportContext['contracts'][number],
  { missing }: Report['coverage'],
  isOneOfSeveral: boolean,
): Html {
  const own = isOneOfSeveral ? missing.filter((point) => point.contract === name) : missing;
  const tree = coverageTree(contract, own);
  return html`<div class="card operations"><h3>${isOneOfSeveral ? `Operations of ${name}` : 'Operations'}</h3>
<ul>${tree.operations.map(operation)}</ul></div>
<div class="schemas">${tree.schemas.map(schemaCard)}</div>
${tree.others.length > 0 && html`<div class="card operations"><h3>Also counted</h3><p class="chips">${tree.others.map((mark) => chip({ ...mark, text: `${mark.kind} ${mark.text}` }))}</p></div>`}`;
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
      ({ what, spec }) => html`<li>${what} <code>${placeText(spec)}</code></li>`,
    )}</ul>${limitations.length > MOST_LIMITATIONS && html`<p class="none">And ${limitations.length - MOST_LIMITATIONS} more.</p>`}</div>`;
}

/** A schema as a tree: a line for each property, with the values and the null branch that it can have. */
function schemaCard(root: SchemaNode): Html {
  const marks = marksOf(root).filter(({ reason }) => reason === undefined);
  const seen = marks.filter((mark) => mark.seen).length;
  return html`<div class="card schema"><h3>${root.label} <span class="count">${seen} of ${marks.length}</span></h3>
${chips(root.marks)}${members(root)}</div>`;
}

function members(node: SchemaNode): Html {
  return html`${node.children.length > 0 && html`<ul class="tree">${node.children.map(line)}</ul>`}${node.alternatives.map(
    (one) =>
      html`<div class="alternative"><h4><span class="or">one of</span> ${one.label}${one.elsewhere && html` <span class="type">shown above</span>`}</h4>${chips(one.marks)}${members(one)}</div>`,
  )}`;
}

function line(node: SchemaNode): Html {
  const { label, type, mark, marks, children, alternatives, elsewhere } = node;
  const name = mark === undefined ? html`<span class="step">${label}</span>` : chip(mark);
  const below = children.length > 0 || alternatives.length > 0;
  return html`<li><span class="row">${name}<span class="type">${type}${elsewhere && ' (shown above)'}</span>${chips(marks)}</span>
${below && members(node)}</li>`;
}

function chips(marks: readonly Mark[]): Html | undefined {
  return marks.length === 0 ? undefined : html`<span class="values">${marks.map(chip)}</span>`;
}

function marksOf(node: SchemaNode): Mark[] {
  const below = [...node.children, ...node.alternatives].flatMap(marksOf);
  return [...(node.mark === undefined ? [] : [node.mark]), ...node.marks, ...below];
}

const SIGNS = { seen: '✓', unseen: '○', exempt: '–' } as const;

/** One thing that a recording can show: told by form and word, and not by colour alone. */
function chip({ text, seen, reason }: Mark): Html {
  const state = reason !== undefined ? 'exempt' : seen ? 'seen' : 'unseen';
  const words = reason !== undefined ? `not asked for: ${reason}` : seen ? 'seen' : 'not seen';
  return html`<span class="chip ${state}"${reason !== undefined && html` title="${words}"`}><i aria-hidden="true">${SIGNS[state]}</i>${text}<span class="hush">, ${words}</span></span>`;
}
