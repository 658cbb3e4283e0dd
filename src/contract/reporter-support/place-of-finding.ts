import { posix } from 'node:path';
import type { Finding } from '../finding.ts';

/** A place in the caller's folder that a tool can open. */
export interface FilePlace {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/**
 * The place in the description, as a path from the current folder; undefined where the finding has none, or where the
 * description is not the caller's own (in a package, or above the folder): no tool could open it there.
 */
export function placeInDescription(
  { check, spec }: Finding,
  descriptionFolder: string,
): FilePlace | undefined {
  if (spec === undefined) return undefined;
  const ofWaiver = check === 'expired-waiver' || check === 'unused-waiver';
  const file = ofWaiver ? spec.file : posix.join(descriptionFolder.replaceAll('\\', '/'), spec.file);
  const foreign = /(?:^|\/)(?:\.\.|node_modules)(?:\/|$)/.test(file);
  return foreign ? undefined : { file, line: spec.line, column: spec.column };
}

/** Where to point at: the description, else the recording. */
export function placeOfFinding(finding: Finding, descriptionFolder: string): FilePlace {
  return placeInDescription(finding, descriptionFolder) ?? { file: posix.normalize(finding.recording.file) };
}
