/** One segment of a path: a literal, or a template such as `{id}` or `v{major}.{minor}`. */
export type Segment = string | SegmentTemplate;

export interface SegmentTemplate {
  /** The template without names: equal for templates that match the same. */
  readonly source: string;
  readonly names: readonly string[];
  /** Null for a parameter that is the whole segment. */
  readonly pattern: RegExp | null;
}

export function compileSegment(text: string): Segment {
  if (!/\{[^}]*\}/.test(text)) return text;
  const names: string[] = [];
  const source = text.replace(/\{([^}]*)\}/g, (_, name: string) => {
    names.push(name);
    return '{}';
  });
  if (source === '{}') return { source, names, pattern: null };
  const literals = source.split('{}').map((literal) => literal.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return { source, names, pattern: new RegExp(`^${literals.join('(.*)')}$`, 's') };
}

/** The values of the parameters in a segment, still encoded; undefined where it does not match. */
export function matchSegment(expected: Segment, segment: string): readonly string[] | undefined {
  if (typeof expected === 'string') return expected === segment ? NONE : undefined;
  if (isDotSegment(segment)) return undefined;
  if (expected.pattern === null) return [segment];
  return expected.pattern.exec(segment)?.slice(1);
}

const NONE: readonly string[] = [];

/** `.` or `..`, also percent-encoded. A dot segment never reaches the server as a parameter: it is resolved away. */
export function isDotSegment(segment: string): boolean {
  const first = segment.charCodeAt(0);
  if (first !== /* . */ 0x2e && first !== /* % */ 0x25) return false;
  return segment.length <= '%2e%2e'.length && /^(?:\.|%2e){1,2}$/i.test(segment);
}
