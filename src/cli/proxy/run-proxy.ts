import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { printable } from '../../contract/printable.ts';
import { toHarEntry } from '../../contract/recordings/index.ts';
import { count } from '../../contract/reporters/shared/text.ts';
import { NONE_DECLARED } from '../../secrets/credential-names.ts';
import { UsageError } from '../cli-errors.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';
import type { JudgeOptions } from '../verify/judge-options.ts';
import { capturer, type Passed } from './capture.ts';
import { LONGEST_HEAD } from './messages.ts';
import type { Target } from './proxy-target.ts';
import { openRecordingFile } from './recording-file.ts';
import { relayRequest } from './relay.ts';
import { exchangeScrubber } from './scrub-exchange.ts';
import { type Way, wayTo } from './to-target.ts';
import { relayUpgrade, takeWithoutHttp2 } from './upgrade.ts';
import { preparePassingRun, tellOnce } from './verify-passing.ts';

export interface ProxyOptions {
  readonly target: Target;
  /** 0: a free one. */
  readonly port: number;
  /** The recording; undefined: nothing is recorded. */
  readonly output: string | undefined;
  /** How to verify what passes; undefined: nothing is. */
  readonly judge: JudgeOptions | undefined;
}

const HOST = '127.0.0.1';
/** What is on its way when the proxy is to stop gets so long, in milliseconds. */
const GRACE_MS = 5_000;

/**
 * Passes on what comes until it is interrupted, records it and verifies it.
 *
 * @throws UsageError, DescriptionError, WaiverError before anything passes; UsageError where the recording can't be written
 */
export async function runProxy(
  { target, port, output, judge }: ProxyOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { err } = terminal;
  const run = judge && (await preparePassingRun(judge, target, output, terminal));
  const recording = output === undefined ? undefined : await openRecordingFile(output);
  const before = recording?.count ?? 0;
  const capture = capturer();
  const scrub = exchangeScrubber(run?.declared ?? NONE_DECLARED);
  const tell = tellOnce(terminal);
  let passed = 0;
  let lost = 0;
  const failed = new AbortController();
  const fail = (error: unknown): void => failed.abort(error);

  const keep = (each: Passed): void => {
    try {
      const { exchange, leftOut } = capture(each, { file: output ?? '(proxy)', index: before + passed });
      passed += 1;
      run?.add(exchange);
      recording?.append(toHarEntry(scrub(exchange), { took: each.took, leftOut })).catch(fail);
    } catch (error) {
      fail(error);
    }
  };
  const way = wayTo(target, {
    onPassed: keep,
    onLost(why) {
      lost += 1;
      tell(why, why);
    },
  });
  try {
    const server = await listen(way, port);
    err.write(`Proxy        ${server.url} to ${target.origin}${target.basePath}\n`);
    await new Promise<void>((resolve) => {
      terminal.onInterrupt?.(resolve);
      failed.signal.addEventListener('abort', () => resolve());
    });
    await server.close();
  } finally {
    await recording?.close().catch(fail);
  }
  const without = lost === 0 ? '' : ` and ${count(lost, 'request')} without an answer`;
  err.write(`${err.isTTY ? '\n' : ''}Stopped after ${count(passed, 'exchange')}${without}.\n`);
  failed.signal.throwIfAborted();
  if (recording !== undefined)
    err.write(`${printable(output ?? '')} holds ${count(recording.count, 'exchange')}.\n`);
  return run === undefined ? EXIT.clean : run.conclude();
}

interface ProxyServer {
  readonly url: string;
  /** Takes nothing more, and ends when what is on its way has ended, or its time is over. */
  close(): Promise<void>;
}

/** @throws UsageError where the port can't be had */
async function listen(way: Way, port: number): Promise<ProxyServer> {
  const server = createServer({
    maxHeaderSize: LONGEST_HEAD,
    keepAliveTimeout: 60_000,
    // An upload may take as long as it takes.
    requestTimeout: 0,
  });
  let isStopping = false;
  const take = (request: IncomingMessage, response: ServerResponse): void => {
    if (isStopping) response.shouldKeepAlive = false;
    response.once('close', () => {
      if (isStopping) server.closeIdleConnections();
    });
    relayRequest(request, response, way);
  };
  server.on('request', take);
  server.on('checkContinue', take);
  const upgraded = new Set<Duplex>();
  server.on('upgrade', (request, socket, head) => {
    if (takeWithoutHttp2(server, request, socket, head)) return;
    upgraded.add(socket);
    socket.on('close', () => upgraded.delete(socket));
    relayUpgrade(request, socket, head, way);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) => {
      const reason = code === 'EADDRINUSE' ? 'is in use' : `can't be listened on (${code})`;
      reject(new UsageError(`port ${port} ${reason}`));
    });
    // For clients that open a thousand connections at once.
    server.listen({ port, host: HOST, backlog: 4_096 }, resolve);
  });
  const { port: bound } = server.address() as AddressInfo;
  const url = `http://${HOST}:${bound}`;
  const close = async (): Promise<void> => {
    isStopping = true;
    const closed = new Promise((resolve) => {
      server.close(resolve);
    });
    server.closeIdleConnections();
    // What was upgraded has no end of its own.
    for (const socket of upgraded) socket.destroy();
    const timer = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    await closed;
    clearTimeout(timer);
    way.close();
  };
  if (way.target.origin === url) {
    await close();
    throw new UsageError(`--target ${url} is the proxy itself`);
  }
  return { url, close };
}
