import { failsRun } from '../../contract/count-findings.ts';
import type { Report } from '../../contract/report.ts';
import { parseWaivers, readWaiverFile } from '../../contract/waivers/read-waivers.ts';
import { addWaivers, renewWaivers, writeWaiverFile } from '../../contract/waivers/update.ts';
import { isFinished, type Waiver } from '../../contract/waivers/waiver.ts';
import type { Gates } from '../exit-code.ts';

export interface WaiverFile {
  readonly path: string;
  readonly text: string;
  /** Those that somebody finished: the others cover nothing. */
  readonly finished: readonly Waiver[];
  /** All that the file holds. */
  readonly all: readonly Waiver[];
}

/**
 * The waivers of a run. Only where they are to be updated may the file be missing, or hold entries that nobody finished.
 *
 * @throws WaiverError
 */
export async function readWaivers(path: string, update: boolean): Promise<WaiverFile> {
  const text = await readWaiverFile(path, update ? 'empty' : 'refuse');
  const all = parseWaivers(path, text, { unfinished: update ? 'allow' : 'refuse' });
  return { path, text, all, finished: all.filter(isFinished) };
}

/**
 * Rewrites fingerprints of earlier versions, and adds an entry for each finding that fails the run; resolves with what was
 * done, in words. An entry that expired stays as it is: whether what it accepted is still accepted is for its owner to say.
 *
 * @throws WaiverError
 */
export async function updateWaivers(
  { path, text, all }: WaiverFile,
  report: Report,
  failOn: Gates['failOn'],
  today: string,
): Promise<string> {
  const failing = report.findings.filter((finding) => failsRun(finding, failOn));
  const { text: renewedText, waivers, renewed } = renewWaivers(text, all, report.findings);
  const { text: updated, added } = addWaivers(renewedText, waivers, failing, today);
  if (updated !== text) await writeWaiverFile(path, updated);
  const fingerprints = new Set(failing.map(({ fingerprint }) => fingerprint));
  const expired = waivers.filter((waiver) => waiver.expires < today && fingerprints.has(waiver.fingerprint));
  return [
    added === 0 ? 'nothing to add' : `${added} added, each needs a reason and an owner`,
    ...(renewed.length === 0 ? [] : [`rewritten with the fingerprint of this version: ${linesOf(renewed)}`]),
    ...(expired.length === 0 ? [] : [`expired, and for its owner to renew: ${linesOf(expired)}`]),
  ].join('; ');
}

function linesOf(waivers: readonly Waiver[]): string {
  return `line ${waivers.map(({ place }) => place.line).join(', ')}`;
}
