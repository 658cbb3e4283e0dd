/** What can be made of the text of a body: another text, or bytes that are no text. */
export type TextChange = (json: string) => string | Uint8Array;

const LONG = 10 * 1024 * 1024;

/** Replaces the value of the first member, whatever it is. */
function withFirst(json: string, value: string): string {
  return json.replace(/^(\{"[^"]*":)("[^"]*"|\w+)/, `$1${value}`);
}

const member = (json: string): string => /^\{("[^"]*":(?:"[^"]*"|\w+))/.exec(json)?.[1] ?? '';

/** JSON of an object that is no JSON any more, or means two things, or holds what no schema of an object lets in. */
export const TEXT_MUTANTS: Readonly<Record<string, TextChange>> = {
  'empty body': () => '',
  'only white space': () => ' \n',
  'cut by one': (json) => json.slice(0, -1),
  'cut in half': (json) => json.slice(0, json.length / 2),
  'cut after the first byte': (json) => json.slice(0, 1),
  'a byte order mark': (json) => `\ufeff${json}`,
  'a member twice': (json) => json.replace('{', `{${member(json)},`),
  'a member twice, once escaped': (json) => json.replace('{', `{${member(json).replace('"i', '"\\u0069')},`),
  'NaN for a value': (json) => withFirst(json, 'NaN'),
  'Infinity for a value': (json) => withFirst(json, '-Infinity'),
  'undefined for a value': (json) => withFirst(json, 'undefined'),
  'a hexadecimal number': (json) => withFirst(json, '0x10'),
  'a number with a leading zero': (json) => withFirst(json, '01'),
  'trailing garbage': (json) => `${json}x`,
  'a second object': (json) => `${json}\n${json}`,
  'a null byte behind': (json) => `${json}\u0000`,
  'a trailing comma': (json) => json.replace(/\}$/, ',}'),
  'a comment': (json) => json.replace('{', '{/* all */'),
  'single quotes': (json) => json.replaceAll('"', "'"),
  'bare names': (json) => json.replace(/"(\w+)":/g, '$1:'),
  'a line break in a string': (json) => withFirst(json, '"a\nb"'),
  'half an escape': (json) => withFirst(json, '"\\u12"'),
  'bytes that are no UTF-8': (json) =>
    Buffer.concat([Buffer.from(json.slice(0, -2)), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]),
  'UTF-16': (json) => Buffer.from(json, 'utf16le'),
  'an HTML page': () => '<!doctype html><title>502</title>',
  'JSON in a string': (json) => JSON.stringify(json),
  'JSON in a list': (json) => `[${json}]`,
  'a prefix against hijacking': (json) => `)]}'\n${json}`,
  'nested 100,000 deep': (json) => withFirst(json, `${'['.repeat(100_000)}${']'.repeat(100_000)}`),
  '10 MB where one word is documented': (json) =>
    json.replace(/"status":"\w+"/, `"status":"${'x'.repeat(LONG)}"`),
  '10 MB of white space and nothing': () => ' '.repeat(LONG),
  'all members under __proto__': (json) => `{"__proto__":${json}}`,
  'all members under constructor.prototype': (json) => `{"constructor":{"prototype":${json}}}`,
};

/** The same value in other words, or with what an open object may hold. */
export const TEXT_VARIATIONS: Readonly<Record<string, TextChange>> = {
  indented: (json) => JSON.stringify(JSON.parse(json), null, 2),
  'white space around': (json) => `\r\n\t ${json} \n`,
  'escaped names': (json) => json.replace('"i', '"\\u0069'),
  'escaped slashes and letters': (json) => withFirst(json, '"\\u0061\\/b"'),
  'a whole surrogate pair': (json) => withFirst(json, '"\\ud83d\\ude00"'),
  'letters beyond ASCII': (json) => withFirst(json, '"día 日本 😀"'),
  'a __proto__ member': (json) => json.replace('{', '{"__proto__":{"id":1},'),
  'a constructor member': (json) => json.replace('{', '{"constructor":{"prototype":null},'),
  'an unknown number beyond doubles': (json) => json.replace('{', '{"more":0.1e1,'),
  'a string of 10 MB': (json) => withFirst(json, `"${'x'.repeat(LONG)}"`),
  'an unknown member nested 500 deep': (json) =>
    json.replace('{', `{"more":${'['.repeat(500)}${']'.repeat(500)},`),
};
