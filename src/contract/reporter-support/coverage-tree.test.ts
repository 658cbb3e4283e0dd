import { describe, expect, it } from '@jest/globals';
import { bundledContract } from '../bundled-contract.ts';
import type { Contract, Shape } from '../contract.ts';
import { anExchange, ENRICHMENT } from '../exchange.test-support.ts';
import { verifyExchanges } from '../verify-exchanges.ts';
import { type CoverageTree, coverageTree, type SchemaNode } from './coverage-tree.ts';

async function treeOf(contract: Contract, ...bodies: unknown[]): Promise<CoverageTree> {
  const { coverage } = await verifyExchanges(
    contract,
    bodies.map((body) => anExchange({ body })),
  );
  return coverageTree(contract, coverage);
}

/** `name` where it was seen, `name?` where it was not, with the values and what lies below. */
function outline(node: SchemaNode): string {
  const mark = (text: string, seen: boolean | undefined): string => `${text}${seen === false ? '?' : ''}`;
  const values = node.values.map(({ text, seen }) => mark(text, seen));
  const branch = node.nullSeen === undefined ? [] : [mark('null', node.nullSeen)];
  const below = [...node.children, ...node.alternatives].map(outline);
  const inside = [...values, ...branch, ...below];
  const label = `${mark(node.label, node.seen)}${node.elsewhere ? '^' : ''}`;
  return inside.length === 0 ? label : `${label}(${inside.join(' ')})`;
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
      'options?(null [](label?))',
      'instructions?(null)',
      'metadata(*)',
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
    expect(operations.map(({ operationId, seen }) => `${operationId} ${seen}`)).toEqual([
      'websets-enrichments-get false',
      'websets-enrichments-cancel true',
    ]);
    const seen = operations[1]?.statuses.filter((status) => status.seen).map(({ status }) => status);
    expect(seen).toEqual(['200']);
    // What has a place of its own is not told a second time.
    expect(others.filter(({ kind }) => kind === 'status' || kind === 'property')).toEqual([]);
  });

  it('spreads out a schema once, also where it holds itself', async () => {
    const node: Shape = { name: 'Node', spec: 'a.yaml:1:1#', properties: { left: 'n', right: 'n' } };
    const shapes = { n: node };
    const [operation] = bundledContract.operations;
    const media = { schema: 'n', spec: 'a.yaml:1:1#' };
    const response = { headers: {}, content: { 'application/json': media }, spec: 'a.yaml:1:1#' };
    const contract = {
      ...bundledContract,
      shapes,
      operations: [{ ...(operation as NonNullable<typeof operation>), responses: { '200': response } }],
    };
    expect((await treeOf(contract)).schemas.map(outline)).toEqual(['Node(left?^ right?^)']);
  });
});
