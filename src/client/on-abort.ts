interface Link {
  readonly callbacks: Set<() => void>;
  readonly fire: () => void;
}

const links: WeakMap<AbortSignal, Link> = /* @__PURE__ */ new WeakMap();

/**
 * Calls back when the signal aborts; returns what unlinks it. However many calls share a signal, it carries one
 * listener, and none once they are done: `AbortSignal.any` would leak, and Node warns above 10 listeners.
 */
export function onAbort(signal: AbortSignal | undefined, callback: () => void): () => void {
  if (signal === undefined) return () => {};
  const { callbacks, fire } = links.get(signal) ?? link(signal);
  callbacks.add(callback);
  return () => {
    if (!callbacks.delete(callback) || callbacks.size > 0) return;
    signal.removeEventListener('abort', fire);
    links.delete(signal);
  };
}

function link(signal: AbortSignal): Link {
  const callbacks = new Set<() => void>();
  const fire = (): void => {
    for (const callback of callbacks) callback();
  };
  signal.addEventListener('abort', fire);
  const made = { callbacks, fire };
  links.set(signal, made);
  return made;
}
