import {
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
  type Node as YamlNode,
} from 'yaml';

type Fail = (reason: string, offset?: number) => never;
type Item = YAMLMap['items'][number];

/** What merge keys may add, in nodes: they can multiply a small file into a huge one, as aliases can. */
const MOST_ADDED = 1_000_000;

/**
 * Puts in the place of each merge key (`<<: *base`) the pairs that it stands for, in the document itself: so they keep
 * the places where they are written. A map's own keys win, then those of the first source that has them. Source: the YAML
 * language-independent type "merge"; no part of YAML 1.2, and used in descriptions all the same.
 */
export function expandMerges(root: YamlNode | null, length: number, fail: Fail): void {
  const anchors = new Map<string, YamlNode>();
  const targets = new Map<unknown, YamlNode | undefined>();
  /** Nodes below each one, with what aliases and merge keys make of it. An alias stands only for what came before. */
  const sizes = new Map<unknown, number>();
  let merged = 0;
  const refuseMoreThan = (size: number, at: number | undefined): void => {
    if (size > length + MOST_ADDED) fail('merge keys and aliases make it too large', at);
  };
  const targetOf = (node: unknown): unknown => (isAlias(node) ? targets.get(node) : node);
  const sizeOf = (node: unknown): number => sizes.get(targetOf(node)) ?? 1;

  const sourcesOf = (value: unknown, at: number | undefined): YAMLMap[] => {
    const target = targetOf(value);
    const sources = (isSeq(target) ? target.items : [target]).map(targetOf);
    if (!sources.every((source) => isMap(source))) fail('a merge key takes a map, or a list of maps', at);
    if (!sources.every((source) => sizes.has(source))) fail('a merge key stands in what it stands for', at);
    return sources as YAMLMap[];
  };

  const expand = (map: YAMLMap): void => {
    if (!map.items.some(isMerge)) return;
    const taken = new Set(map.items.filter((item) => !isMerge(item)).map(nameOf));
    map.items = map.items.flatMap((item): Item[] => {
      if (!isMerge(item)) return [item];
      const at = (item.key as YamlNode).range?.[0];
      return sourcesOf(item.value, at).flatMap(({ items }) => {
        merged += items.length;
        refuseMoreThan(merged, at);
        return items.filter((pair) => {
          const isNew = !taken.has(nameOf(pair));
          taken.add(nameOf(pair));
          return isNew;
        });
      });
    });
  };

  const visit = (node: unknown): void => {
    if (isAlias(node)) targets.set(node, anchors.get(node.source));
    else if (isScalar(node) || isCollection(node)) {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
      if (isCollection(node)) visitItems(node);
    }
  };

  const visitItems = (node: YAMLMap | YAMLSeq): void => {
    for (const item of node.items) visit(isPair(item) ? item.value : item);
    if (isMap(node)) expand(node);
    let size = 1;
    for (const item of node.items) size += sizeOf(isPair(item) ? item.value : item);
    refuseMoreThan(size, node.range?.[0]);
    sizes.set(node, size);
  };
  visit(root);
}

function isMerge(item: unknown): item is Pair<YamlNode, unknown> {
  if (!isPair(item) || !isScalar(item.key)) return false;
  return item.key.value === '<<' && item.key.type === 'PLAIN';
}

function nameOf(item: unknown): unknown {
  if (!isPair(item)) return undefined;
  return isScalar(item.key) ? String(item.key.value) : item.key;
}
