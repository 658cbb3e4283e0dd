type Spell = (text: string) => string;

export const percentThroughout: Spell = (text) =>
  Array.from(Buffer.from(text), (byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');

export const jsonThroughout: Spell = (text) =>
  perUnit(text, (code) => `\\u${code.toString(16).padStart(4, '0')}`);

export const htmlThroughout: Spell = (text) => perUnit(text, (code) => `&#x${code.toString(16)};`);

/** The ways in which a secret may stand in a text, each as somebody writes it. */
export const SPELLINGS: Readonly<Record<string, Spell>> = {
  plain: (text) => text,
  'percent-encoded': encodeURIComponent,
  'percent-encoded in small letters': (text) =>
    encodeURIComponent(text).replace(/%../g, (code) => code.toLowerCase()),
  'percent-encoded throughout': percentThroughout,
  'in base64': (text) => Buffer.from(text).toString('base64'),
  'in base64, one byte in': (text) => Buffer.from(`:${text}`).toString('base64'),
  'in base64, two bytes in and with something behind': (text) =>
    Buffer.from(`u:${text}:x`).toString('base64'),
  'in base64 without padding': (text) => Buffer.from(text).toString('base64').replaceAll('=', ''),
  'in base64 of URLs': (text) => Buffer.from(`u:${text}`).toString('base64url'),
  'in base64 within a URL': (text) => encodeURIComponent(Buffer.from(text).toString('base64')),
  'JSON-escaped': (text) => JSON.stringify(text).slice(1, -1),
  'JSON-escaped with its slashes': (text) => JSON.stringify(text).slice(1, -1).replaceAll('/', '\\/'),
  'JSON-escaped throughout': jsonThroughout,
  'HTML-escaped by name': (text) => text.replace(/["&'<>]/g, (one) => `&${NAMES[one]};`),
  'HTML-escaped throughout, in decimal': (text) => perUnit(text, (code) => `&#${code};`),
  'HTML-escaped throughout, in hexadecimal': htmlThroughout,
  'as a segment of a JSON Pointer': (text) => text.replaceAll('~', '~0').replaceAll('/', '~1'),
  'in hexadecimal digits': (text) => Buffer.from(text).toString('hex'),
};

const NAMES: Readonly<Record<string, string>> = { '"': 'quot', '&': 'amp', "'": '#39', '<': 'lt', '>': 'gt' };

function perUnit(text: string, spell: (code: number) => string): string {
  return Array.from({ length: text.length }, (_, at) => spell(text.charCodeAt(at))).join('');
}
