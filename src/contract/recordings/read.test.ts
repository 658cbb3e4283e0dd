import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { readProvenance } from './provenance.ts';
import { type ReadRecordingsOptions, readRecordings } from './read.ts';
import { inFolder } from './source.test-support.ts';

const NOCK = '[{"scope":"https://a.test","method":"GET","path":"/nock","status":200,"response":"x"}]';
const VCR = `http_interactions:
- request: {method: get, uri: 'https://a.test/vcr'}
  response: {status: {code: 200}, body: {string: x}}
`;
const ENTRY =
  '{"request":{"method":"GET","url":"https://a.test/har","headers":[]},"response":{"status":200,"headers":[],"content":{"text":"x"}}}';
const HAR = `{"log":{"version":"1.2","entries":[${ENTRY},${ENTRY}]}}`;
const INDEX = 'recordings:\n- {file: a.json, source: live, date: 2026-01-02, shows: x}\n';

const read = async (...paths: string[]): Promise<string[]> => {
  const read: string[] = [];
  for await (const { request, recording } of readRecordings(paths)) {
    read.push(`${recording.file}#${recording.index} ${request.url.slice('https://a.test'.length)}`);
  }
  return read;
};

describe('readRecordings', () => {
  it('reads every format from one folder, in order, over its index and its words', async () => {
    const files = {
      LICENSE: 'x',
      'README.md': 'x',
      'a.json': NOCK,
      'b/c.har': HAR,
      'd.yml': VCR,
      'e.ndjson.gz': gzipSync(`${ENTRY}\n${ENTRY}\n`),
      'f.json.gz': gzipSync(HAR),
      'index.yaml': INDEX,
    };
    await inFolder(files, async (folder) => {
      expect((await read(folder)).map((line) => line.slice(folder.length + 1))).toEqual([
        'a.json#0 /nock',
        'b/c.har#0 /har',
        'b/c.har#1 /har',
        'd.yml#0 /vcr',
        'e.ndjson.gz#0 /har',
        'e.ndjson.gz#1 /har',
        'f.json.gz#0 /har',
        'f.json.gz#1 /har',
      ]);
    });
  });

  it.each([
    ['nock definitions', NOCK, '/nock'],
    ['a VCR cassette', VCR, '/vcr'],
    ['a HAR', HAR, '/har'],
    ['HAR entries', ENTRY, '/har'],
    ['a HAR with a byte order mark', `\ufeff${HAR}`, '/har'],
  ])('tells a format by what the file holds, not by its name: %s', async (_, content, url) => {
    await inFolder({ 'x.txt': content }, async (folder) => {
      const file = join(folder, 'x.txt');
      expect((await read(file))[0]).toBe(`${file}#0 ${url}`);
    });
  });

  it('names files as they were given', async () => {
    await inFolder({ 'a.json': NOCK }, async (folder) => {
      const before = process.cwd();
      process.chdir(folder);
      try {
        expect(await read('a.json', './a.json', '.')).toEqual([
          'a.json#0 /nock',
          './a.json#0 /nock',
          'a.json#0 /nock',
        ]);
      } finally {
        process.chdir(before);
      }
    });
  });

  it('gives what it can before it meets what it can not', async () => {
    await inFolder({ 'a.json': NOCK, 'b.json': '{' }, async (folder) => {
      const recordings = readRecordings([folder]);
      expect(await recordings.next()).toMatchObject({ done: false });
      await expect(recordings.next()).rejects.toThrow('b.json: broken JSON at 1:2');
    });
  });

  const unknown =
    'is not a recording: no nock definitions, VCR cassette, HAR, NDJSON of HAR entries, Newman report, Postman collection, WireMock mapping or Pact';
  it.each([
    ['an empty file', 'x.json', '', 'is empty'],
    ['no definition', 'x.json', '[]', 'holds no exchange (taken for nock definitions)'],
    ['no interaction', 'x.yml', 'http_interactions: []', 'holds no exchange (taken for a VCR cassette)'],
    ['no entry', 'x.har', '{"log":{"version":"1.2","entries":[]}}', 'holds no exchange (taken for a HAR)'],
    ['broken JSON', 'x.json', '{\n  "name": }', 'broken JSON at 2:11: expected a value'],
    [
      'text that is called JSON',
      'x.har',
      'hello',
      'broken JSON at 1:1: a word or sign that JSON does not have',
    ],
    ['broken YAML', 'x.yml', 'a: [\nb', 'broken YAML at 2:1: bad indent'],
    [
      'a broken cassette',
      'x.yml',
      `${VCR}- "x`,
      'broken YAML at 4:5: missing char (taken for a VCR cassette)',
    ],
    ['a JSON file of another kind', 'package.json', '{"name":"x"}', unknown],
    ['a YAML file of another kind', 'x.yaml', 'a: 1', unknown],
    [
      'a description',
      'openapi.yaml',
      'openapi: 3.1.0',
      'is not a recording that is read here. It looks like an OpenAPI description: give it as --api',
    ],
    ['a list of something else', 'x.json', '[1]', unknown],
    ['lines of something else', 'x.jsonl', '{"level":30}\n{"level":30}\n', unknown],
    ['a list that is broken', 'x.json', '[1', 'broken JSON at 1:3: expected "]", but the text ends'],
    ['text of another kind', 'x.txt', 'hello', unknown],
    ['bytes', 'x.bin', Uint8Array.of(1, 0xff, 2), unknown],
    ['an index', 'index.yaml', INDEX, 'is an index of recordings, not a recording'],
  ])('refuses %s, in one line that names the file and the reason', async (_, name, content, reason) => {
    await inFolder({ [name]: content }, async (folder) => {
      const file = join(folder, name);
      await expect(read(file)).rejects.toMatchObject({
        name: 'RecordingError',
        message: `${file}: ${reason}`,
      });
    });
  });

  it('tells for what it took a file also where that breaks in the midst of it', async () => {
    const content = `{"log":{"version":"1.2","entries":[${ENTRY},{"request":7}]}}`;
    await inFolder({ 'x.har': content }, async (folder) => {
      await expect(read(join(folder, 'x.har'))).rejects.toMatchObject({
        reason: 'exchange 1: request is not an object, but a number (taken for a HAR)',
        format: 'har',
      });
    });
  });

  it.each([
    ['nothing', {}, 'holds no recording (*.json'],
    ['only other files', { 'README.md': 'x' }, 'holds no recording (*.json'],
    ['only an index', { 'index.yaml': INDEX }, 'holds no recording, only an index of recordings'],
  ])('refuses a folder that holds %s', async (_, files, reason) => {
    await inFolder(files, async (folder) => {
      await expect(read(folder)).rejects.toThrow(`${folder}: ${reason}`);
    });
  });

  describe('with someone to tell', () => {
    const readOn = async (folder: string, ...paths: string[]): Promise<Record<string, unknown>> => {
      const told = { read: [] as string[], unread: [] as unknown[], passedOver: [] as string[] };
      const shorten = (text: string): string => text.replaceAll(`${folder}/`, '');
      const options: ReadRecordingsOptions = {
        onUnread: ({ file, reason, format }) => told.unread.push([shorten(file), reason, format]),
        onPassedOver: ({ file }) => told.passedOver.push(shorten(file)),
      };
      const given = paths.map((path) => join(folder, path));
      for await (const { recording, request } of readRecordings(given, options))
        told.read.push(
          `${shorten(recording.file)}#${recording.index} ${request.url.slice('https://a.test'.length)}`,
        );
      return told;
    };

    it('reads on after each that can not be read, whoever named it', async () => {
      const files = {
        'a.json': NOCK,
        'b.har': `${HAR.slice(0, -40)}`,
        'c.json': '{"name":"x"}',
        'd.json': '',
        'e.har': HAR,
      };
      await inFolder(files, async (folder) => {
        expect(await readOn(folder, 'a.json', 'b.har', 'nowhere', 'c.json', 'd.json', 'e.har')).toEqual({
          read: ['a.json#0 /nock', 'b.har#0 /har', 'e.har#0 /har', 'e.har#1 /har'],
          unread: [
            ['b.har', expect.stringMatching(/^broken JSON at .*the text ends \(taken for a HAR\)$/), 'har'],
            ['nowhere', 'does not exist', undefined],
            ['c.json', unknown, undefined],
            ['d.json', 'is empty', undefined],
          ],
          passedOver: [],
        });
      });
    });

    it('passes over what it found and is no recording, but not what was one before it was cut off', async () => {
      const files = {
        'a.json': NOCK,
        'broken.yml': 'a: [',
        'cut.har': '{"lo',
        'cut.json': NOCK.slice(0, 60),
        'cut.yml': VCR.slice(0, 40),
        'cut-before.json': HAR.slice(30),
        'empty.json': '',
        'empty.har': '',
        'list.json': '[]',
        'package.json': '{"name":"x"}',
        'sub/messages.json':
          '{"consumer":{"name":"a"},"messages":[],"provider":{"name":"b"},"metadata":{"pactSpecification":{}}}',
        'sub/openapi.json':
          '{"openapi":"3.1.0","info":{"description":"{\\"bodyFileName\\": \\"x\\"}"},"bodyFileName":""}',
        'sub/openapi.yaml': 'openapi: 3.1.0',
        'traffic.har.bak': HAR,
        'zip.json.gz': gzipSync(NOCK).subarray(0, 40),
      };
      await inFolder(files, async (folder) => {
        const { read, unread, passedOver } = await readOn(folder, '.');
        expect(read).toEqual(['a.json#0 /nock']);
        expect((unread as string[][]).map(([file]) => file)).toEqual([
          'cut.har',
          'cut.json',
          'cut.yml',
          'empty.har',
          'zip.json.gz',
        ]);
        expect(passedOver).toEqual([
          'traffic.har.bak',
          'broken.yml',
          'cut-before.json',
          'empty.json',
          'list.json',
          'package.json',
          'sub/messages.json',
          'sub/openapi.json',
          'sub/openapi.yaml',
        ]);
      });
    });

    it('takes what an index names for named, whatever it is called', async () => {
      const row = (file: string): string => `- {file: ${file}, source: live, date: 2026-01-02, shows: x}\n`;
      const files = {
        'index.yaml': `recordings:\n${['a.json', 'b.json', 'c.recording'].map(row).join('')}`,
        'a.json': '{"name":"x"}',
        'b.json': NOCK,
        'c.recording': NOCK,
        'd.json': '{"name":"x"}',
      };
      await inFolder(files, async (folder) => {
        expect(await readOn(folder, '.')).toEqual({
          read: ['b.json#0 /nock', 'c.recording#0 /nock'],
          unread: [['a.json', unknown, undefined]],
          passedOver: ['d.json'],
        });
      });
    });

    it('says of a folder, or a pattern, that holds none of them that it does', async () => {
      await inFolder({ 'a/package.json': '{}', 'a/x.txt': '' }, async (folder) => {
        const { unread, passedOver } = await readOn(folder, 'a', 'a/*.json');
        expect(unread).toEqual([
          ['a', expect.stringMatching(/^holds no recording \(/), undefined],
          ['a/*.json', expect.stringMatching(/^holds no recording \(/), undefined],
        ]);
        expect(passedOver).toEqual(['a/x.txt', 'a/package.json', 'a/package.json']);
      });
    });
  });

  it('refuses what is an index and a cassette at once', async () => {
    const both = `${INDEX}${VCR}`;
    await inFolder({ 'index.yaml': both, 'a.json': NOCK }, async (folder) => {
      const reason = /index\.yaml: is an index of recordings and a VCR cassette at once/;
      await expect(read(join(folder, 'index.yaml'))).rejects.toThrow(reason);
      await expect(read(folder)).rejects.toThrow(reason);
      await expect(readProvenance(folder)).rejects.toThrow('index of recordings and a cassette at once');
    });
  });

  it('refuses no path at all, and a path that is not there', async () => {
    await expect(read()).rejects.toThrow('recordings: no path was given');
    await expect(read('/no/such\nfile')).rejects.toThrow('/no/such\\nfile: does not exist');
  });

  it('stops reading where its caller stops', async () => {
    await inFolder({ 'a.ndjson': `${ENTRY}\n{broken` }, async (folder) => {
      for await (const { recording } of readRecordings([folder])) {
        expect(recording.index).toBe(0);
        break;
      }
    });
  });

  const DEEP = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  const STUB = '{"request":{"method":"GET","url":"/x"},"response":';

  it.each([
    ['a body that nests too deeply', `${STUB}{"jsonBody":${DEEP}}}`, 'nests too deeply to be read'],
    [
      'a query that nests too deeply',
      `{"consumer":{},"interactions":[{"request":{"path":"/","query":{"q":${DEEP}}},"response":{}}]}`,
      'nests too deeply to be read',
    ],
    [
      'half of a character in a query',
      '{"consumer":{},"interactions":[{"request":{"path":"/","query":{"q":["\\ud800"]}},"response":{}}]}',
      'has half of a character in an address',
    ],
  ])('says of what file it is that it has %s', async (_, content, reason) => {
    await inFolder({ 'x.json': content }, async (folder) => {
      await expect(read(join(folder, 'x.json'))).rejects.toThrow(`x.json: ${reason} (taken for `);
    });
  });
});
