import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundledContract, type Exchange, verifyExchange } from 'exa-enrichments/contract';
import { runRedocly } from '../redocly.ts';

/** What is tried: an exchange, under a name, of a part of it that was changed. */
export interface Change {
  readonly part: string;
  readonly name: string;
  readonly exchange: Exchange;
  /** Before it was changed. */
  readonly original: Exchange;
}

/** Someone who complains of exchanges: what it says of each, in order; nothing where it accepts one. */
export interface Judge {
  readonly name: string;
  judge(exchanges: readonly Exchange[]): Promise<readonly (readonly string[])[]>;
}

/** An error of ours refuses; a warning, as of a property that is not described, does not. */
export const engine: Judge = {
  name: 'verify',
  judge: async (exchanges) =>
    exchanges.map((exchange) =>
      verifyExchange(bundledContract, exchange)
        .filter(({ severity }) => severity === 'error')
        .map(({ check, dataPath = '', message }) => `${check} ${dataPath}: ${message}`),
    ),
};

/** A table in Markdown, padded so that it reads well in a terminal too; all columns but the first are numbers. */
export function markdownTable([head = [], ...rows]: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  const rule = `| ${widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

interface Problem {
  readonly operationId?: string;
  readonly severity: string;
  readonly message: string;
}

/**
 * `redocly drift` counts equal problems of an operation together and names the first exchange alone. So each exchange
 * gets an operation of its own: the same path under `/m0`, `/m1`, …, of a description with as many copies. One run then
 * tells of each. Only its errors and warnings count: it calls every declared `x-api-key` undocumented, as info.
 */
export const drift: Judge = {
  name: 'redocly drift',
  async judge(exchanges) {
    const folder = await mkdtemp(join(tmpdir(), 'drift-'));
    try {
      await writeFile(join(folder, 'openapi.json'), JSON.stringify(await copies(exchanges)));
      await writeFile(join(folder, 'traffic.har'), har(exchanges));
      const args = [
        'drift',
        'traffic.har',
        '--api',
        'openapi.json',
        '--traffic-format',
        'har',
        '--format',
        'json',
        '-o',
        'report.json',
      ];
      const { code, stderr } = await runRedocly(args, folder);
      const report = await readFile(join(folder, 'report.json'), 'utf8').catch(() => {
        throw new Error(`drift wrote no report (exit ${code}): ${stderr}`);
      });
      const { problems } = JSON.parse(report) as { problems: readonly Problem[] };
      const grave = problems.filter(({ severity }) => severity !== 'info');
      return exchanges.map((_, index) =>
        grave.filter(({ operationId }) => operationId === `m${index}`).map(({ message }) => message),
      );
    } finally {
      await rm(folder, { recursive: true });
    }
  },
};

async function copies(exchanges: readonly Exchange[]): Promise<object> {
  const text = await readFile(new URL('../../generated/openapi.json', import.meta.url), 'utf8');
  const description = JSON.parse(text) as { paths: Record<string, Record<string, object>> };
  const paths: Record<string, object> = {};
  for (const [index, exchange] of exchanges.entries()) {
    const { method, url } = exchange.request;
    const path = Object.keys(description.paths).find((template) => fits(template, url)) ?? '';
    const operation = description.paths[path]?.[method.toLowerCase()];
    paths[`/m${index}${path}`] = { [method.toLowerCase()]: { ...operation, operationId: `m${index}` } };
  }
  return { ...description, paths };
}

function fits(template: string, url: string): boolean {
  return new RegExp(`${template.replace(/\{[^}]*\}/g, '[^/]+')}$`).test(url);
}

function har(exchanges: readonly Exchange[]): string {
  const entries = exchanges.map(entry);
  return JSON.stringify({ log: { version: '1.2', creator: { name: 'mutants', version: '1' }, entries } });
}

function entry({ request, response }: Exchange, index: number): object {
  const type = response.headers['content-type']?.[0] ?? '';
  const sent =
    request.body === undefined
      ? {}
      : { postData: { mimeType: request.headers['content-type']?.[0] ?? '', text: String(request.body) } };
  const { body = '' } = response;
  const content =
    typeof body === 'string'
      ? { text: body }
      : { text: Buffer.from(body).toString('base64'), encoding: 'base64' };
  return {
    startedDateTime: '2026-01-15T09:30:00.000Z',
    time: 1,
    request: {
      method: request.method,
      url: request.url.replace('/v0/', `/m${index}/v0/`),
      httpVersion: 'HTTP/1.1',
      headers: fields(request.headers),
      queryString: [],
      cookies: [],
      ...sent,
    },
    response: {
      status: response.status,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      headers: fields(response.headers),
      cookies: [],
      content: { size: body.length, mimeType: type, ...content },
    },
  };
}

function fields(headers: Exchange['request']['headers']): object[] {
  return Object.entries(headers).flatMap(([name, values]) => values.map((value) => ({ name, value })));
}
