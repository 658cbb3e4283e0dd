import { namelessPath, type OperationView } from './operation-view.ts';

/** What an operation can be known by, the surest first. */
const KEYS: readonly ((view: OperationView) => readonly string[])[] = [
  ({ operationId }) => [operationId],
  (view) => urlsOf(view).map((url) => `${view.method} ${url}`),
  ({ method, path }) => [`${method} ${namelessPath(path)}`],
];

/** Finds the published operation that is ours: by operationId, else by method and URL, else by method and path. */
export function operationFinder(
  upstream: readonly OperationView[],
): (ours: OperationView) => OperationView | undefined {
  const indexes = KEYS.map((keysOf) => {
    const index = new Map<string, OperationView>();
    for (const view of upstream) {
      for (const key of keysOf(view)) if (!index.has(key)) index.set(key, view);
    }
    return { keysOf, index };
  });
  return (ours) => {
    for (const { keysOf, index } of indexes) {
      for (const key of keysOf(ours)) {
        const found = index.get(key);
        if (found !== undefined) return found;
      }
    }
    return undefined;
  };
}

export function urlsOf({ servers, path }: OperationView): string[] {
  return servers.map((server) => server + namelessPath(path));
}
