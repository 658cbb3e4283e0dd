import { describe, expect, it } from '@jest/globals';
import { createSchedule, type Phase } from './schedule.ts';

/** Work that takes a moment, and tells what runs beside it. */
function createWork(): {
  readonly most: Map<string, number>;
  readonly order: string[];
  work(name: Phase): () => Promise<Phase>;
} {
  const running: string[] = [];
  const most = new Map<string, number>();
  const order: string[] = [];
  return {
    most,
    order,
    work: (name) => async () => {
      running.push(name);
      order.push(name);
      const beside = [...new Set(running)].join(' beside ');
      most.set(beside, Math.max(most.get(beside) ?? 0, running.length));
      await new Promise((resolve) => setTimeout(resolve, 5));
      running.splice(running.indexOf(name), 1);
      return name;
    },
  };
}

describe('a schedule', () => {
  it('has one phase after the other, and nothing of one beside another', async () => {
    const schedule = createSchedule();
    const { most, order, work } = createWork();
    const again = async (phase: Phase): Promise<void> => {
      await schedule(phase, work(phase));
      await schedule('again', work('again'));
    };
    await Promise.all([
      ...Array.from({ length: 50 }, () => again('together')),
      ...(['last', 'first', 'last', 'first'] as const).map((phase) => schedule(phase, work(phase))),
    ]);

    expect(Object.fromEntries(most)).toEqual({ first: 1, together: 24, last: 1, again: 1 });
    expect(order.filter((name, at) => name !== order[at - 1])).toEqual([
      'first',
      'together',
      'last',
      'again',
    ]);
  });

  it('goes on after work that failed, and hands its reason on', async () => {
    const schedule = createSchedule();
    const failed = schedule('first', () => Promise.reject(new Error('it did')));
    const next = schedule('first', async () => 'next');

    await expect(failed).rejects.toThrow('it did');
    expect(await next).toBe('next');
  });
});
