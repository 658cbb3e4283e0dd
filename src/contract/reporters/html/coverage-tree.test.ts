import { describe, expect, it } from '@jest/globals';
import { bundledContract } from '../../bundled-contract.ts';
import type { Contract, Operation, Schema } from '../../contract.ts';
import { verifyExchanges } from '../../contract-run.ts';
import { anExchange, ENRICHMENT } from '../../exchange.test-support.ts';
import { type CoverageTree, coverageTree, type Mark, type SchemaNode } from './coverage-tree.ts';

async function treeOf(contract: Contract, ...bodies: unknown[]): Promise<CoverageTree> {
  const { coverage } = await verifyExchanges(
    contract,
    bodies.map((body) => anExchange({ body })),
  );
  return coverageTree(contract, coverage.missing);
}

/** `name` where it was seen, `name?` where it was not, with the values and what lies below. */
function outline(node: SchemaNode): string {
  const below = [...node.children, ...node.alternatives].map(outline);
  const inside = [...node.marks.map(told), ...below];
  const label = `${node.mark === undefined ? node.label : told(node.mark)}${node.elsewhere ? '^' : ''}`;
  return inside.length === 0 ? label : `${label}(${inside.join(' ')})`;
}

function told({ text, seen, reason }: Mark): string {
  return reason === undefined ? `${text}${seen ? '' : '?'}` : `${text}!`;
}

describe('coverage in the form of the description', () => {
  it('has a line for each property, its values and its null branch', async () => {
    const [enrichment] = (await treeOf(bundledContract, { ...ENRICHMENT, format: 'url' })).schemas;
    const lines = enrichment?.children.map(outline);
    expect(lines).toEqual([
      'id',
      'object("webset_enrichment")',
      'status("pending" "canceled"? "completed"?)',
      'websetId',
      'title?(null)',
      'description',
      'format("text"? "date"? "number"? "options"? "email"? "phone"? "url" null?)',
      'options?([…]? [ ]? null [](label?))',
      'instructions?(null)',
      'metadata({…}? { } *)',
      'createdAt',
      'updatedAt',
    ]);
  });

  it('spreads out the alternatives of a schema', async () => {
    const [, error] = (await treeOf(bundledContract)).schemas;
    expect(error?.alternatives.map(({ label }) => label)).toEqual([
      'GatewayError',
      'ServiceError',
      'StructuredError',
      'BareError',
    ]);
  });

  it('tells operations and statuses apart by what was seen', async () => {
    const { operations, others } = await treeOf(bundledContract, ENRICHMENT);
    expect(operations.map(({ mark }) => told(mark))).toEqual([
      'websets-enrichments-get?',
      'websets-enrichments-cancel',
    ]);
    const cancel = operations[1];
    const statuses = cancel?.responses.filter(({ status }) => status.seen).map(({ status }) => status.text);
    expect(statuses).toEqual(['200']);
    expect(cancel?.request.map(told)).toEqual(['path webset', 'path id', 'application/json?']);
    expect(cancel?.headers.map(told)).toEqual(['x-request-id?', 'cf-ray?', 'etag?', 'retry-after?']);
    expect(others).toEqual([]);
  });

  it('tells what no recording is asked to show', async () => {
    const [first, ...rest] = bundledContract.operations;
    const deprecated = { ...(first as Operation), deprecated: true as const };
    const contract = { ...bundledContract, operations: [deprecated, ...rest] };
    const { operations } = await treeOf(contract);
    expect(operations[0]?.mark).toEqual({
      text: 'websets-enrichments-get',
      seen: false,
      reason: 'deprecated',
    });
  });

  it('spreads out a schema once, also where it holds itself', async () => {
    const keywords = { properties: { left: 'n', right: 'n' } };
    const node: Schema = { name: 'Node', spec: 'a.yaml:1:1#', own: true, keywords, places: {} };
    const schemas = { n: node };
    const [operation] = bundledContract.operations;
    const media = { schema: 'n', spec: 'a.yaml:1:1#' };
    const response = { headers: {}, content: { 'application/json': media }, spec: 'a.yaml:1:1#' };
    const contract = {
      ...bundledContract,
      schemas,
      operations: [{ ...(operation as NonNullable<typeof operation>), responses: { '200': response } }],
    };
    expect((await treeOf(contract)).schemas.map(outline)).toEqual(['Node(left?^ right?^)']);
  });
});
