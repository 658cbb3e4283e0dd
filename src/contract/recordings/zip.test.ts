import { describe, expect, it } from '@jest/globals';
import { fixture, inFolder, readLines } from './source.test-support.ts';
import { type ZipMember, zipOf } from './zip.test-support.ts';

const harOf = (content: object, times = 1): string => {
  const entry = {
    request: { method: 'GET', url: 'https://a.test/' },
    response: { status: 200, content },
  };
  return JSON.stringify({ log: { version: '1.2', entries: Array(times).fill(entry) } });
};
const HAR: ZipMember = { name: 'har.har', content: harOf({ _file: 'a.txt' }) };
const A: ZipMember = { name: 'a.txt', content: 'body' };

const readZip = async (zip: Uint8Array, name = 'x.har.zip'): Promise<string[]> => {
  let lines: string[] = [];
  await inFolder({ [name]: zip }, async (folder) => {
    lines = await readLines(`${folder}/${name}`);
  });
  return lines;
};

describe('a zipped HAR', () => {
  it('of a real Playwright (1.65.1) is read with its bodies', async () => {
    expect(await readLines(fixture('playwright-1.65.1.har.zip'))).toEqual([
      'GET http://127.0.0.1:4010/v1/things/1?view=a%20b -> 200 application/json {"id":"1","name":"Où est-ce ?","price":1.5}',
      'POST http://127.0.0.1:4010/v1/things application/json {"name":"second"} -> 201 application/json {"id":"2","name":"second","price":null}',
      'GET http://127.0.0.1:4010/v1/image -> 200 image/png 0x89504e470d0a1a0aff',
      'DELETE http://127.0.0.1:4010/v1/empty -> 204',
      'GET http://127.0.0.1:4010/v1/none -> 404 application/json {"error":"not found"}',
      'POST http://127.0.0.1:4010/v1/things 0xfffe00 -> 201 application/json {"id":"2","name":"second","price":null}',
    ]);
  });

  it.each<[string, readonly ZipMember[], string]>([
    ['beside it', [HAR, A], 'body'],
    [
      'beside it in a folder',
      [
        { ...HAR, name: 'in/x.har' },
        { ...A, name: 'in/a.txt' },
      ],
      'body',
    ],
    ['elsewhere', [{ ...HAR, name: 'in/x.har' }, A], 'its file a.txt is not in the zip'],
    ['nowhere', [HAR], 'its file a.txt is not in the zip'],
    [
      'with another content than was zipped',
      [HAR, { ...A, lie: { crc: 1 } }],
      'its file in the zip is not what was zipped',
    ],
    [
      'that is shorter than it says',
      [HAR, { ...A, lie: { size: 9 } }],
      'its file in the zip is not what was zipped',
    ],
    [
      'that is longer than it says',
      [HAR, { ...A, lie: { size: 2 } }],
      'its file in the zip is not what was zipped',
    ],
    ['that is encrypted', [HAR, { ...A, lie: { flags: 0x801 } }], 'its file in the zip is encrypted'],
    [
      'that is a bomb',
      [HAR, { ...A, content: Buffer.alloc(65 * 1024 * 1024) }],
      'its file in the zip has more than 67108864 bytes',
    ],
  ])('is read with a body %s', async (_, members, body) => {
    expect(await readZip(zipOf(members))).toEqual([`GET https://a.test/ -> 200 ${body}`]);
  });

  it.each<[string, Uint8Array, RegExp]>([
    ['that is cut off', zipOf([HAR, A]).subarray(0, 200), /: is not a whole zip file$/],
    ['of several HARs', zipOf([HAR, { ...HAR, name: 'other.har' }]), /: is a zip of several HARs/],
    ['of two files of one name', zipOf([HAR, A, A]), /: is a zip with two files of one name$/],
    [
      'that would be unzipped elsewhere',
      zipOf([HAR, { ...A, name: '../a.txt' }]),
      /: is not a whole zip file$/,
    ],
    ['of something else', zipOf([A]), /: is a zip without a HAR/],
    ['of nothing', zipOf([]), /: is a zip without a HAR/],
    ['of a trace', zipOf([{ name: '0-trace.trace', content: '' }]), /It looks like a Playwright trace/],
    ['of Fiddler', zipOf([{ name: 'raw/01_c.txt', content: '' }]), /It looks like a Fiddler archive \(SAZ\)/],
    [
      'that is a bomb',
      zipOf([{ ...HAR, content: Buffer.alloc(65 * 1024 * 1024) }]),
      /it unzips to more than 200 times its size/,
    ],
    [
      'whose exchanges share a large body again and again',
      zipOf([
        { ...HAR, content: harOf({ _file: 'a.txt' }, 33) },
        { ...A, lie: { size: 64 * 1024 * 1024 } },
      ]),
      /: is a zip whose bodies come to more than 2147483648 bytes/,
    ],
    ['whose HAR is broken', zipOf([{ ...HAR, content: '{"log":{"entries":[}' }]), /broken JSON/],
  ])('is refused: one %s', async (_, zip, reason) => {
    await expect(readZip(zip)).rejects.toThrow(reason);
  });

  it('is told by its content, whatever its name', async () => {
    expect(await readZip(zipOf([HAR, A]), 'recording.bin')).toEqual(['GET https://a.test/ -> 200 body']);
  });
});

describe('a HAR with its bodies beside it', () => {
  it('reads no file from outside of its folder', async () => {
    const files = { 'secret.txt': 'secret', 'in/a.txt': 'fine', 'in/deep/a.txt': 'deep' };
    for (const [name, body] of [
      ['a.txt', 'fine'],
      ['deep/a.txt', 'deep'],
      ['../secret.txt', 'its file ../secret.txt is not within the folder'],
      ['deep/../../secret.txt', 'its file deep/../../secret.txt is not within the folder'],
      ['/etc/passwd', 'its file /etc/passwd is not within the folder'],
      ['C:\\secret.txt', 'its file C:\\secret.txt is not within the folder'],
      ['deep', 'its file deep is too large, or is none'],
    ] as const)
      await inFolder({ ...files, 'in/x.har': harOf({ _file: name }) }, async (folder) => {
        expect(await readLines(`${folder}/in/x.har`)).toEqual([`GET https://a.test/ -> 200 ${body}`]);
      });
  });

  it('is read from a folder without its bodies being taken for recordings', async () => {
    const name = `${'0123456789'.repeat(4)}.json`;
    await inFolder({ 'x.har': harOf({ _file: name }), [name]: '{"id":1}' }, async (folder) => {
      expect(await readLines(folder)).toEqual(['GET https://a.test/ -> 200 {"id":1}']);
    });
  });
});
