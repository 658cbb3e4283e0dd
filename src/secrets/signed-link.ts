/** A name and a value of a query. */
const PARAMETER = /[?&]([^=&#?]+)=([^&#]*)/g;

/**
 * When a signed link ends by its own word, in milliseconds since the epoch; infinite where it says nothing. Known are the
 * links of AWS (signature version 4: the date and the seconds from it; version 2 and CloudFront: the second), of Google
 * Cloud Storage (alike) and of Azure (`se`).
 */
export function endOfSignedLink(link: string): number {
  const values = new Map<string, string>();
  for (const [, name = '', value = ''] of link.matchAll(PARAMETER)) values.set(name.toLowerCase(), value);
  for (const maker of ['x-amz', 'x-goog']) {
    const end = startOf(values.get(`${maker}-date`)) + secondsOf(values.get(`${maker}-expires`)) * 1000;
    if (!Number.isNaN(end)) return end;
  }
  if (values.has('signature') && values.has('expires'))
    return orNever(secondsOf(values.get('expires')) * 1000);
  return values.has('sig')
    ? orNever(Date.parse((values.get('se') ?? '').replaceAll(/%3A/gi, ':')))
    : orNever(Number.NaN);
}

const LONGEST_LINK = 4000;

/** The link that stands around a place of a text, of which `&` and `/` may be written as JSON or HTML write them. */
export function linkAround(text: string, at: number): { readonly link: string; readonly end: number } {
  let start = at;
  while (start > 0 && at - start < LONGEST_LINK && !EDGE.test(text[start - 1] as string)) start -= 1;
  const after = /^[^\s"'<>]*/.exec(text.slice(at, at + LONGEST_LINK))?.[0] ?? '';
  const end = at + after.length;
  const link = text
    .slice(start, end)
    .replace(/\\u0026|&amp;/g, '&')
    .replaceAll('\\/', '/');
  return { link, end };
}

const EDGE = /[\s"'<>]/;

function orNever(instant: number): number {
  return Number.isNaN(instant) ? Number.POSITIVE_INFINITY : instant;
}

/** `20130524T000000Z` */
function startOf(text = ''): number {
  const parts = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text);
  if (parts === null) return Number.NaN;
  const [year, month, day, hour, minute, second] = parts.slice(1).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function secondsOf(text = ''): number {
  return /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
}
