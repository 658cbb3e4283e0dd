import { compareOperations } from '../../src/contract/compare/compare-operations.ts';
import { type Side, sideOf, spotOf } from '../../src/contract/compare/side.ts';
import { loadDescription } from '../../src/contract/description/load/load-description.ts';

/**
 * What a change of the fragment did, in lines that can be read: `generated/` is too long to, and left out of diffs. Given
 * the bundled description of before, and that of now.
 */
export async function summaryOf(before: string, now: string): Promise<string[]> {
  if (before === now) return [];
  const [ours, upstream] = [await readSide('before.json', before), await readSide('now.json', now)];
  const [old, fresh] = [ours, upstream].map(({ contract }) => contract.operations) as [
    Operations,
    Operations,
  ];
  const { found } = compareOperations(old, { ours, upstream });
  const has = (operations: Operations, id: string): boolean =>
    operations.some(({ operationId }) => operationId === id);
  const lines = new Map<string, string[]>();
  for (const { rule, subject, operationId, at, ours: place } of found) {
    if (rule === 'operation-removed') continue;
    const key = `${rule} ${subject} ${at === '' ? '' : spotOf(place)}`;
    lines.set(key, [...(lines.get(key) ?? []), `${rule} ${subject}: ${[operationId, at].join(' ').trim()}`]);
  }
  const all = [
    ...fresh
      .filter(({ operationId }) => !has(old, operationId))
      .map((one) => `operation added: ${nameOf(one)}`),
    ...old
      .filter(({ operationId }) => !has(fresh, operationId))
      .map((one) => `operation removed: ${nameOf(one)}`),
    ...[...lines.values()].map(
      ([first, ...more]) => `${first}${more.length > 0 ? ` and ${more.length} more` : ''}`,
    ),
  ];
  return all.length > 0 ? all : ['words alone: descriptions, examples, tags'];
}

type Operations = Side['contract']['operations'];

function nameOf({ operationId, method, path, responses }: Operations[number]): string {
  return `${operationId}, ${method} ${path}, ${Object.keys(responses).join(' ')}`;
}

async function readSide(name: string, text: string): Promise<Side> {
  return sideOf(await loadDescription(name, { readText: async () => text }));
}
