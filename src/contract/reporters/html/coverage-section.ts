import { COVERAGE_KINDS } from '../../coverage/coverage.ts';
import type { Report } from '../../report.ts';
import { coverageTree, type OperationNode } from '../../reporter-support/coverage-tree.ts';
import type { ReportContext } from '../../reporter-support/report-context.ts';
import { chip } from './chip.ts';
import { schemaCard } from './schema-card.ts';
import { type Html, html } from './template.ts';

/** The description as a picture: what a recording showed is filled, what none did is hollow. */
export function coverageSection({ coverage }: Report, { contract }: ReportContext): Html {
  const tree = coverageTree(contract, coverage);
  return html`<section aria-labelledby="coverage-title" id="coverage">
<h2 id="coverage-title">Coverage</h2>
<p class="legend">${chip('seen', true)} in a recording ${chip('not seen', false)} in any</p>
<ul class="meters">${COVERAGE_KINDS.map((kind) => meter(kind, coverage.kinds[kind]))}</ul>
<div class="card operations"><h3>Operations</h3>
<ul>${tree.operations.map(operation)}</ul></div>
<div class="schemas">${tree.schemas.map(schemaCard)}</div>
${tree.others.length > 0 && html`<div class="card"><h3>Also counted</h3><p class="chips">${tree.others.map(({ kind, name, seen }) => chip(`${kind} ${name}`, seen))}</p></div>`}
</section>`;
}

function meter(
  kind: string,
  { covered, eligible }: { readonly covered: number; readonly eligible: number },
): Html {
  const width = eligible === 0 ? 100 : Math.floor((covered / eligible) * 100);
  return html`<li><span class="kind">${kind}</span> <span class="figure">${covered} of ${eligible}</span>
<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="rest" width="100" height="4" rx="0" /><rect class="part" width="${width}" height="4" /></svg></li>`;
}

function operation({ operationId, method, path, seen, statuses }: OperationNode): Html {
  return html`<li><p class="operation">${chip(operationId, seen)} <code><b>${method}</b> ${path}</code></p>
<p class="chips">${statuses.map(({ status, seen: statusSeen, mediaTypes }) => {
    const others = mediaTypes.filter((type) => type.text !== 'application/json' || type.seen !== statusSeen);
    return [chip(status, statusSeen), others.map((type) => chip(`${status} ${type.text}`, type.seen))];
  })}</p></li>`;
}
