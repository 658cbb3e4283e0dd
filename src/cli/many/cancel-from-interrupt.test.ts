import { PassThrough } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import type { EnrichmentRef } from '../../index.ts';
import { main } from '../main.ts';
import { fakeTerminal } from '../terminal.test-support.ts';
import { ndjson, server, start } from './cancel-from.test-support.ts';

describe('an interrupted cancel --from', () => {
  it('stops at Ctrl-C although the pipe stays open', async () => {
    const [first] = await start([{}]);
    const input = new PassThrough();
    input.write(ndjson([first as EnrichmentRef]));
    const terminal = fakeTerminal({ input });
    const running = main(['cancel', '--from', '-', ...server.at], terminal);
    while (server.simulator.requestCount === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    terminal.interrupt();
    expect(await running).toBe(130);
    expect(input.destroyed).toBe(true);
  });
});
