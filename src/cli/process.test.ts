import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { listenForSignals } from './process.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;
const listening = (): number[] => SIGNALS.map((signal) => process.listenerCount(signal));

describe('who listens for signals', () => {
  let before: number[];
  beforeEach(() => {
    jest.useFakeTimers();
    before = listening();
  });
  afterEach(() => {
    jest.runAllTimers();
    jest.useRealTimers();
    expect(listening()).toEqual(before);
  });

  it.each(SIGNALS)(
    'hears one %s that is passed on twice once, and leaves the next one to the system',
    (signal) => {
      const listener = jest.fn();
      listenForSignals(listener);
      process.emit(signal, signal);
      jest.advanceTimersByTime(100);
      expect(process.emit(signal, signal)).toBe(true);
      expect(listener).toHaveBeenCalledTimes(1);
      jest.advanceTimersByTime(400);
      expect(listening()).toEqual(before);
    },
  );

  it('hears one that is passed on while the process ends', () => {
    const stop = listenForSignals(() => stop());
    process.emit('SIGINT', 'SIGINT');
    expect(listening()).not.toEqual(before);
  });

  it('leaves all to the system once it stops', () => {
    listenForSignals(() => {})();
    expect(listening()).toEqual(before);
  });
});
