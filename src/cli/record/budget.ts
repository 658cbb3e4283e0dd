type Fetch = typeof globalThis.fetch;

/** A fetch that may be used so many times. After that it calls `onSpent` and fails, and nothing is sent. */
export function withBudget(fetch: Fetch, calls: number, onSpent: () => void): Fetch {
  let left = calls;
  return async (input, init) => {
    if (left === 0) {
      onSpent();
      throw new TypeError('the budget of calls is spent');
    }
    left -= 1;
    return fetch(input, init);
  };
}
