import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { createClock } from './clock.ts';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

/** Lets everything run that waits for nothing but its turn. */
const settled = (): Promise<unknown> => jest.advanceTimersByTimeAsync(0);

describe('a clock that stands still', () => {
  it('moves when it is told, and not by itself', async () => {
    const clock = createClock(1_000);
    await jest.advanceTimersByTimeAsync(5_000);

    expect(clock.now()).toBe(1_000);
    clock.advance(250);
    expect(clock.now()).toBe(1_250);
  });

  it.each([1, 100])('wakes after %d ms whoever sleeps so long, and leaves no timer behind', async (ms) => {
    const clock = createClock(0);
    const woken = jest.fn();
    void clock.sleep(ms).then(woken);
    clock.advance(ms - 1);
    await settled();
    expect(woken).not.toHaveBeenCalled();
    clock.advance(1);
    await settled();
    expect(woken).toHaveBeenCalledTimes(1);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('lets an abort end the sleep with its reason', async () => {
    const controller = new AbortController();
    const sleep = createClock(0).sleep(100, controller.signal);
    controller.abort('enough');

    await expect(sleep).rejects.toBe('enough');
    await expect(createClock(0).sleep(100, controller.signal)).rejects.toBe('enough');
  });

  it('does not sleep for no time', async () => {
    await expect(createClock(0).sleep(0)).resolves.toBeUndefined();
  });
});

describe('a clock that runs', () => {
  it('goes on from where it stood, and can still be advanced', async () => {
    const clock = createClock(1_000);
    clock.run();
    clock.run();
    await jest.advanceTimersByTimeAsync(500);

    expect(clock.now()).toBe(1_500);
    clock.advance(10_000);
    expect(clock.now()).toBe(11_500);
  });

  it('takes those along who fell asleep while it stood still', async () => {
    const clock = createClock(0);
    const woken = jest.fn();
    void clock.sleep(100).then(woken);
    clock.run();
    await jest.advanceTimersByTimeAsync(99);
    expect(woken).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(woken).toHaveBeenCalledTimes(1);
  });

  it('sleeps longer than the longest timer of the platform', async () => {
    const clock = createClock(0);
    const woken = jest.fn();
    clock.run();
    void clock.sleep(2 ** 32).then(woken);
    await jest.advanceTimersByTimeAsync(2 ** 31);
    expect(woken).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(2 ** 31);
    expect(woken).toHaveBeenCalledTimes(1);
  });
});
