import { mkdir, open, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type CancelOutcome, createClient } from 'exa-enrichments';
import {
  bundledContract,
  captureFetch,
  type Exchange,
  jsonReport,
  prettyReport,
  type Report,
  readRecordings,
  toNockDefinitions,
  verifyExchanges,
} from 'exa-enrichments/contract';
import { messageOf } from '../message-of.ts';
import { runRedocly } from '../redocly.ts';
import type { Target } from './target.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const generated = fileURLToPath(new URL('../../generated/', import.meta.url));

/** What one step of the main job came to: a line for the summary, and whether it was good. */
export interface StepResult {
  readonly ok: boolean;
  readonly line: string;
  /** Shown below the line where the step failed. */
  readonly detail?: string;
}

/** Finds out whether a report could be written there, and leaves nothing behind. @throws the error of the file system */
async function tryReport(path: string): Promise<void> {
  const file = resolve(root, path);
  await mkdir(dirname(file), { recursive: true });
  const handle = await open(file, 'a');
  const { size } = await handle.stat();
  await handle.close();
  if (size === 0) await rm(file);
}

/** Writes a report; a path that is not absolute is below the project. */
async function writeReport(path: string, text: string): Promise<void> {
  const file = resolve(root, path);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

/** Lints the fragment by the recommended rules and our own. */
export async function lintFragment(): Promise<StepResult> {
  const { code, stdout, stderr } = await runRedocly(['lint']);
  return code === 0
    ? { ok: true, line: 'openapi/ has no problem by recommended-strict and our own rules' }
    : { ok: false, line: 'openapi/ has problems', detail: `${stdout}${stderr}` };
}

/** Proves that `generated/` is what the fragment generates, byte for byte. */
export async function generatedInStep(): Promise<StepResult> {
  // Loaded here: it brings the TypeScript compiler along, and the cancel need not wait for that.
  const { generateAll } = await import('../generate/generate-all.ts');
  const wanted = await generateAll();
  const stale: string[] = [];
  for (const [name, text] of wanted) {
    if ((await readFile(generated + name, 'utf8').catch(() => undefined)) !== text) stale.push(name);
  }
  for (const name of await readdir(generated)) if (!wanted.has(name)) stale.push(name);
  return stale.length === 0
    ? { ok: true, line: `generated/ is in step with openapi/: ${wanted.size} files, byte for byte` }
    : { ok: false, line: `generated/ is stale: ${stale.join(', ')}`, detail: 'Run `npm run generate`.' };
}

interface CancelDone {
  readonly result: StepResult;
  readonly traffic: Traffic;
}

/** Where the traffic was written, or why there is none. */
export type Traffic = { readonly recording: string } | { readonly missing: string };

/**
 * Cancels through the real client, reads back until it is confirmed, and keeps the traffic: also where the cancel or a
 * read fails, for then it is what tells why.
 */
export async function cancelAndRead(target: Target, folder: string): Promise<CancelDone> {
  const exchanges: Exchange[] = [];
  const recording = `${folder}/${target.source}-traffic.json`;
  try {
    await tryReport(recording);
  } catch (error) {
    // A cancel can't be undone, nor its answers be had again: who could not keep them does not ask for them.
    const line = `Nothing was sent, for its traffic can not be written: ${messageOf(error)}`;
    return { result: { ok: false, line }, traffic: { missing: 'nothing was sent' } };
  }
  const client = createClient({
    ...(target.baseUrl !== undefined && { baseUrl: target.baseUrl }),
    ...(target.apiKey !== undefined && { apiKey: target.apiKey }),
    fetch: captureFetch(globalThis.fetch, (exchange) => exchanges.push(exchange), { file: recording }),
  });
  const { webset, enrichment } = target;
  const result = await client.cancelAndWait({ webset, enrichment }).then(
    (outcome) => resultOf(outcome, exchanges, target),
    (error: unknown): StepResult => ({ ok: false, line: messageOf(error) }),
  );
  if (exchanges.length === 0) return { result, traffic: { missing: 'nothing was answered' } };
  try {
    await writeReport(recording, toNockDefinitions(exchanges));
  } catch (error) {
    const line = `${result.line}; its traffic can not be written: ${messageOf(error)}`;
    return { result: { ok: false, line }, traffic: { missing: 'it could not be written' } };
  }
  return { result, traffic: { recording } };
}

function resultOf(
  { outcome, polls, elapsedMs }: CancelOutcome,
  exchanges: readonly Exchange[],
  { source }: Target,
): StepResult {
  const accepted = exchanges.find(
    ({ request, response }) => request.method === 'POST' && response.status === 200,
  );
  // Refused, and read back as ended: the client settles that by itself.
  const answer =
    accepted === undefined
      ? 'the cancel was refused'
      : `the cancel answered ${statusIn(accepted.response.body)}`;
  const seconds = (elapsedMs / 1000).toFixed(1);
  const line = `${answer}; ${polls} reads and ${seconds} s later it is "${outcome}" (${source})`;
  return { ok: outcome === 'canceled', line };
}

/** As the enrichment says it; what is none is the contract's to judge, and was settled by a read. */
function statusIn(body: unknown): string {
  try {
    return JSON.stringify((JSON.parse(String(body)) as { status: string }).status);
  } catch {
    return 'no JSON';
  }
}

interface Verified {
  readonly result: StepResult;
  readonly report: Report;
  /** The files that tell all of it. */
  readonly reports: readonly string[];
}

/** Holds recordings against the contract, and writes the reports. */
export async function verifyTraffic(recordings: readonly string[], folder: string): Promise<Verified> {
  const [pretty, json] = [`${folder}/verify.txt`, `${folder}/verify.json`];
  const report = await verifyExchanges(bundledContract, readRecordings(recordings));
  await writeReport(pretty, prettyReport(report));
  await writeReport(json, jsonReport(report));
  const { verified, findings } = report.summary;
  const line = `${verified} exchanges verified: ${findings.error} errors, ${findings.warning} warnings, ${findings.info} info`;
  const ok = findings.error === 0 && verified > 0;
  return { result: { ok, line, detail: prettyReport(report) }, report, reports: [pretty, json] };
}
