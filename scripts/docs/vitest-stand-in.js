// What the recipe takes from vitest, made of jest: vitest 3 brings a hundred packages, and vitest 5 wants Node 22. It
// shows that the recipe works as it is meant to, and nothing about vitest.
import { afterEach, expect, jest, test } from '@jest/globals';

const before = new Map();

const vi = {
  useFakeTimers: () => jest.useFakeTimers(),
  useRealTimers: () => jest.useRealTimers(),
  advanceTimersByTimeAsync: (ms) => jest.advanceTimersByTimeAsync(ms),
  stubGlobal(name, value) {
    before.set(name, globalThis[name]);
    globalThis[name] = value;
  },
  unstubAllGlobals() {
    for (const [name, value] of before) globalThis[name] = value;
  },
};

export { afterEach, expect, test, vi };
