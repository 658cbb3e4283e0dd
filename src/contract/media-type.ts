/** A content-type, read by RFC 9110 section 8.3. */
export interface ContentType {
  /** `type/subtype`, lower-case. */
  readonly essence: string;
  /** Lower-case, or undefined where none is given. */
  readonly charset: string | undefined;
}

const TOKEN = "[!#$%&'*+.^_`|~\\w-]+";
const TYPE = new RegExp(
  `^(${TOKEN}/${TOKEN})[ \\t]*((?:;[ \\t]*(?:${TOKEN}=(?:${TOKEN}|"(?:[^"\\\\]|\\\\.)*"))?[ \\t]*)*)$`,
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

/** Whether bodies of a documented media type, or range, are judged by their schema. */
export function isJudgedType(mediaType: string): boolean {
  const essence = mediaType.split(';', 1)[0]?.trim() ?? '';
  return isJsonType(essence) || essence === 'text/plain' || isFormType(essence) || essence.endsWith('/*');
}

export function isFormType(essence: string): boolean {
  return essence === 'application/x-www-form-urlencoded';
}

/** The most specific documented media type or range for a content-type: itself, then `type/*`, then the range of all types. */
export function documentedType(documented: Iterable<string>, essence: string): string | undefined {
  const names = [...documented];
  const range = `${essence.slice(0, essence.indexOf('/'))}/*`;
  for (const wanted of [essence, range, '*/*']) {
    const found = names.find((mediaType) => mediaType.split(';', 1)[0]?.trim() === wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}
