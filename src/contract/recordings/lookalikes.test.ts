import { describe, expect, it } from '@jest/globals';
import { detectFormat } from './detect.ts';
import { lookalike } from './lookalikes.ts';

/** As a recording's start is read. */
const textOf = (...bytes: readonly number[]): string => new TextDecoder().decode(Uint8Array.from(bytes));

describe('what is not read', () => {
  // How files start that these tools wrote, mitmproxy 8.1.1, tshark 4.0.17, nock 14.0.17, bru 4.1.0, curl 7.88.1, those of
  // Charles, Hoverfly, GoReplay, k6 and Insomnia left out: they are written after their documentation.
  it.each<[string, string]>([
    [
      'a mitmproxy flow file',
      '2013:4:type;4:http;7:version;2:17#9:websocket;0:~8:response;460:6:reason;2:OK,',
    ],
    ['a mitmproxy flow file', '1583:9:websocket;0:~8:response;1023:6:reason,2:OK,'],
    [
      'a Charles session',
      '[{"status":"COMPLETE","method":"GET","protocolVersion":"HTTP/1.1","scheme":"https"',
    ],
    [
      'a Hoverfly simulation',
      '{\n\t"data": {\n\t\t"pairs": [\n\t\t\t{\n"request": {"path": [{"matcher": "exact"',
    ],
    [
      'a GoReplay file',
      '1 932079936fa4306fc308d67588178d17d823647c 1439818823587396305 0\nGET /x HTTP/1.1\r\n',
    ],
    ["k6's output or archive", '{"type":"Metric","data":{"name":"http_reqs","type":"counter"'],
    ["k6's output or archive", '{"metric":"http_reqs","type":"Metric","data":{'],
    ["k6's output or archive", 'metadata.json\0\0\0'],
    ['a report of Bruno', '[\n  {\n    "iterationIndex": 0,\n    "results": ['],
    ['a Bruno request', 'meta {\n  name: get\n  type: http\n  seq: 1\n}\n\nget {\n  url: http://127.0.0.1/'],
    ['an Insomnia export', '{"_type":"export","__export_format":4,"resources":['],
    ['an Insomnia export', 'type: collection.insomnia.rest/5.0\nname: x\n'],
    [
      'an environment of Postman, or its globals',
      '{\n\t"id": "1",\n\t"name": "staging",\n\t"values": [\n\t\t{ "key": "url", "value": "x" }',
    ],
    [
      "nock's recording as code",
      "\nnock('http://127.0.0.1:4010', {\"encodedQueryParams\":true})\n  .get('/x')",
    ],
    ["nock's recording as code", "// recorded\nconst nock = require('nock');\n\nnock('https://a.test')\n"],
    ['the output of curl -i', 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n'],
    ['the output of curl -i', 'HTTP/2 404 \r\ndate: x\r\n'],
    ['a capture of packets (pcap)', textOf(0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, 0, 0, 0, 0, 0)],
    ['a capture of packets (pcap)', textOf(0x4d, 0x3c, 0xb2, 0xa1, 2, 0, 4, 0, 0, 0, 0, 0)],
    [
      'a capture of packets (pcap)',
      textOf(0x0a, 0x0d, 0x0d, 0x0a, 0xa4, 0, 0, 0, 0x4d, 0x3c, 0x2b, 0x1a, 1, 0),
    ],
    [
      'a Pact of messages',
      '{"consumer":{"name":"a"},"messages":[{"description":"x"}],"provider":{"name":"b"}}',
    ],
    ['an OpenAPI description', 'openapi: 3.1.0\n'],
    ['an OpenAPI description', '{\n  "swagger": "2.0"'],
  ])('is named: %s', (name, start) => {
    expect(lookalike(start)).toContain(`It looks like ${name}: `);
    expect(detectFormat(start)).toBeUndefined();
  });

  it.each([
    ['a package.json', '{"name":"x","version":"1.0.0"}'],
    ['data with pairs', '{"data":{"pairs":[1,2]}}'],
    ['lines of a log', '{"level":30,"msg":"x"}\n'],
    ['numbers', '12:30: meeting\n'],
    ['an entity with values', '{"id":"1","name":"x","tags":[],"values":[]}'],
    ['a list', '[{"status":"open","method":"card"}]'],
    ['code', 'const a = 1;\n'],
    ['prose', 'HTTP is a protocol.\n'],
    ['YAML', 'type: object\n'],
  ])('is not named where nobody knows: %s', (_, start) => {
    expect(lookalike(start)).toBeUndefined();
  });

  it('is told in no time, whatever it is', () => {
    const started = performance.now();
    for (const start of ['{"data":{', '[{"status":"A","method":', '// x\n', 'meta {\n name: x', '1:1:a', ' '])
      lookalike(start.repeat(64 * 1024).slice(0, 64 * 1024));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
