// Answers every request alike, in a process of its own: what it costs must not be counted as the client's.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BODY, HEADERS } from './contenders.ts';

const server = createServer((_, response) => response.writeHead(200, HEADERS).end(BODY));
server.keepAliveTimeout = 60_000;
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
process.on('disconnect', () => process.exit());
