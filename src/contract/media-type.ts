/** A content-type, read by RFC 9110 section 8.3. */
export interface ContentType {
  /** `type/subtype`, lower-case. */
  readonly essence: string;
  /** Lower-case, or undefined where none is given. */
  readonly charset: string | undefined;
}

const TOKEN = "[!#$%&'*+.^_`|~\\w-]+";
const TYPE = new RegExp(
  `^(${TOKEN}/${TOKEN})\\s*((?:;\\s*(?:${TOKEN}=(?:${TOKEN}|"(?:[^"\\\\]|\\\\.)*"))?\\s*)*)$`,
);
const CHARSET = new RegExp(`;\\s*charset=(?:"([^"]*)"|(${TOKEN}))`, 'i');

/** Undefined where the text is not a content-type. */
export function parseContentType(text: string): ContentType | undefined {
  const match = TYPE.exec(text.trim());
  if (match === null) return undefined;
  const charset = CHARSET.exec(match[2] ?? '');
  return {
    essence: (match[1] as string).toLowerCase(),
    charset: (charset?.[1] ?? charset?.[2])?.toLowerCase(),
  };
}

export function isJsonType(essence: string): boolean {
  return /^(?:application|text)\/json$|\+json$/.test(essence);
}

/** The most specific documented entry for a media type: itself, then `type/*`, then the range of all types. */
export function documentedFor<T>(content: Readonly<Record<string, T>>, essence: string): T | undefined {
  const range = `${essence.slice(0, essence.indexOf('/'))}/*`;
  for (const wanted of [essence, range, '*/*']) {
    for (const [mediaType, entry] of Object.entries(content)) {
      if (mediaType.split(';', 1)[0]?.trim() === wanted) return entry;
    }
  }
  return undefined;
}
