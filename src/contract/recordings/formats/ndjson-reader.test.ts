import { describe, expect, it } from '@jest/globals';
import { readAll, sourceOf } from '../source.test-support.ts';
import { readNdjson } from './ndjson.ts';

const line = (id: string): string =>
  JSON.stringify({
    request: { method: 'GET', url: `https://api.example.test/${id}`, headers: [] },
    response: { status: 200, headers: [], content: { text: `{"id":"${id}"}` } },
  });

describe('readNdjson', () => {
  it('reads an entry from each line, over blank lines and with either line end', async () => {
    const exchanges = await readAll(readNdjson, `${line('a')}\r\n\n  \n${line('é')}\n${line('c')}`);
    expect(exchanges.map(({ request }) => request.url.slice(-1))).toEqual(['a', 'é', 'c']);
    expect(exchanges.map(({ recording }) => recording.index)).toEqual([0, 1, 2]);
  });

  it.each([1, 2, 3, 7, 100])('reads the same in chunks of %d bytes', async (chunkBytes) => {
    const text = `${line('日本')}\n${line('é')}\n`;
    const bodies: unknown[] = [];
    for await (const batch of readNdjson(sourceOf(text, chunkBytes))) {
      for (const { response } of batch) bodies.push(response.body);
    }
    expect(bodies).toEqual(['{"id":"日本"}', '{"id":"é"}']);
  });

  it('gives what comes before the end of the file, before it has read the end', async () => {
    let taken = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      for (;;) {
        taken += 1;
        yield Buffer.from(`${line('a')}\n`);
      }
    }
    const batches = readNdjson({ ...sourceOf(''), chunks: endless() });
    await batches.next();
    await batches.return();
    expect(taken).toBe(1);
  });

  it.each([
    [
      'headers that are an object',
      '{"request":{"method":"GET","url":"u","headers":{}},"response":{"status":200,"content":{}}}',
      'request.headers is not a list, but an object',
    ],
    [
      'a body where HAR has none',
      '{"request":{"method":"GET","url":"u"},"response":{"status":200,"body":"{}"}}',
      'response.body is not of HAR: a body stands in response.content.text',
    ],
    [
      'headers alone',
      '{"request":{"headers":{"a":"b"}},"response":{"status":200,"content":{"text":"{}"}}}',
      'request.method is missing',
    ],
    [
      'no content',
      '{"request":{"method":"GET","url":"u"},"response":{"status":200,"data":{}}}',
      'response.content is missing',
    ],
  ])('refuses a log that only looks like HAR: %s', async (_, odd, reason) => {
    await expect(readAll(readNdjson, `${line('a')}\n${odd}\n`)).rejects.toThrow(
      `test.rec: exchange 1: ${reason}`,
    );
  });

  it('names the line where it breaks', async () => {
    await expect(readAll(readNdjson, `${line('a')}\n\n{"request":}`)).rejects.toThrow(
      'test.rec: broken JSON at 3:12: expected a value',
    );
  });
});
