import { namelessPath, type OperationView } from './operation-view.ts';

/** The published operation that is ours: by operationId, else by method and URL, else by method and path. */
export function matchOperation(
  ours: OperationView,
  upstream: readonly OperationView[],
): OperationView | undefined {
  const same = (of: (view: OperationView) => readonly string[]): OperationView | undefined => {
    const wanted = new Set(of(ours));
    return upstream.find((view) => of(view).some((key) => wanted.has(key)));
  };
  return (
    same(({ operationId }) => [operationId]) ??
    same((view) => urlsOf(view).map((url) => `${view.method} ${url}`)) ??
    same(({ method, path }) => [`${method} ${namelessPath(path)}`])
  );
}

export function urlsOf({ servers, path }: OperationView): string[] {
  return servers.map((server) => server + namelessPath(path));
}
