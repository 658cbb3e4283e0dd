import { isAbsolute, posix } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A path as a URI reference: relative stays relative, and every character that means something in a URI is encoded. */
export function fileUri(path: string): string {
  const wellFormed = Buffer.from(path).toString();
  if (isAbsolute(wellFormed)) return pathToFileURL(wellFormed).href;
  return posix.normalize(wellFormed.replaceAll('\\', '/')).split('/').map(encodeSegment).join('/');
}

/** RFC 3986: `encodeURIComponent` leaves these few alone, and not every reader does. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
