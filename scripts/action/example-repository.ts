import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const DESCRIPTION = `openapi: 3.1.0
info: { title: Users, version: 1.0.0 }
servers: [{ url: https://api.example.com }]
paths:
  /users/{id}:
    get:
      operationId: getUser
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        "200":
          description: The user.
          content:
            application/json:
              schema:
                type: object
                required: [name]
                properties: { name: { type: string } }
        "404": { description: There is none. }
`;

/** A HAR of one exchange. */
export function recordingOf(body: unknown, headers: readonly { name: string; value: string }[] = []): string {
  return JSON.stringify({
    log: {
      version: '1.2',
      creator: { name: 'example', version: '1' },
      entries: [
        {
          startedDateTime: '2026-11-29T12:00:00.000Z',
          time: 1,
          request: {
            method: 'GET',
            url: 'https://api.example.com/users/1',
            httpVersion: 'HTTP/1.1',
            headers,
            queryString: [],
            cookies: [],
            headersSize: -1,
            bodySize: 0,
          },
          response: {
            status: 200,
            statusText: 'OK',
            httpVersion: 'HTTP/1.1',
            headers: [{ name: 'content-type', value: 'application/json' }],
            cookies: [],
            content: { size: -1, mimeType: 'application/json', text: JSON.stringify(body) },
            redirectURL: '',
            headersSize: -1,
            bodySize: -1,
          },
          cache: {},
          timings: { send: 0, wait: 1, receive: 0 },
        },
      ],
    },
  });
}

/** Makes a repository of somebody else's in a folder of its own: `openapi.yaml`, and files by their paths. */
export async function exampleRepository(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'example repository '));
  for (const [name, text] of Object.entries({ 'openapi.yaml': DESCRIPTION, ...files })) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}
