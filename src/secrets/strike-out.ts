/** A shorter secret is struck out only where it stands by itself: inside words it would blank out half a message. */
export const SHORTEST_SECRET = 6;

/** As many characters of a longer secret are one, too: texts are cut. */
const ENOUGH = 20;

/** Longer secrets are sought piece by piece, so that each place of a text costs but so many steps. */
const PIECE = 32;

/** Of a URL or of code, of JSON, of a JSON Pointer, and of HTML in three ways. */
const ESCAPE =
  /^(?:(?:%|\\x)([\da-f]{2})|\\u([\da-f]{4})|&#x0{0,9}([\da-f]{1,5});?|&#0{0,9}(\d{1,6});?|&(\w{2,6});|~([01]))/i;
const OPENERS = '%\\&~';
/** No escape is longer, be it escaped twice. */
const LONGEST_ESCAPE = 40;

/** Where a text was cut, be it within an escape. */
const CUT = /^(?:[%\\&~][\w#]{0,9})?…/;

/** Of base64. */
const DIGIT = /[\w+/-]/;

/** What HTML calls the characters that keys have, and its own. */
const NAMES = '0~1/quot"amp&apos\'lt<gt>plus+sol/equals=lowbar_period.colon:';

/**
 * Capitals, dashes and backslashes say nothing: addresses and headers change the first, some write a UUID without the
 * second, and JSON adds the third. A form writes a space as a plus.
 */
const fold = (text: string): string => text.toLowerCase().replace(/[\\-]/g, '').replace(/ /g, '+');

const folded: Record<string, string> = {};
/** Of one character, remembered. */
const foldOne = (character: string): string => {
  folded[character] ??= fold(character);
  return folded[character];
};

/** What an escape says. */
function meantBy([, byte, unit, digits, number, named, inPointer]: RegExpExecArray): string | undefined {
  const name = named ?? inPointer;
  if (name) return NAMES.split(name)[1]?.charAt(0);
  const code = byte ?? unit ?? digits;
  return String.fromCodePoint(code ? Number.parseInt(code, 16) : Number(number));
}

/** A part of a text: `end` is the first character that is not of it. */
export interface TextPart {
  readonly start: number;
  readonly end: number;
}

/** A part that is a secret, and what is to stand there. */
export interface StruckPart extends TextPart {
  readonly mark: string;
}

/**
 * What takes secrets out of a text: plain or escaped, character by character, as URLs, JSON and HTML do it; in base64, at
 * any place of what was encoded; in hexadecimal digits; and the first twenty characters of one that was cut. A text
 * without them comes back as it is. Takes time in proportion to the text, whatever it holds.
 */
export function createRedactor(secrets: readonly string[], mark = '[redacted]'): (text: string) => string {
  const find = createSecretFinder(secrets);
  return (text) =>
    strikeParts(
      text,
      find(text).map(({ start, end }) => ({ start, end, mark })),
    );
}

/** A text with its parts, which are in order, struck out. */
export function strikeParts(text: string, parts: readonly StruckPart[]): string {
  if (parts.length === 0) return text;
  let rest = '';
  let kept = 0;
  for (const { start, end, mark } of parts) {
    rest += text.slice(kept, start) + mark;
    kept = end;
  }
  return rest + text.slice(kept);
}

/** Where a redactor strikes, in order; of secrets that overlap it is one part. */
export function createSecretFinder(secrets: readonly string[]): (text: string) => readonly TextPart[] {
  /** What is sought, and what goes with it if it stands beside it. */
  const forms = new Map<string, RegExp>();
  const add = (form: string, beside: RegExp): void => {
    const whole = fold(form);
    for (let end = whole.length; end > 0; end -= PIECE) {
      forms.set(whole.slice(Math.max(0, end - PIECE), Math.max(end, PIECE)), beside);
    }
  };
  for (const secret of secrets) {
    const dashes = /^[\\-]|[\\-]$/.test(secret) ? /[\\-]/ : /(?!)/;
    add(secret, dashes);
    if (fold(secret).length < SHORTEST_SECRET) continue;
    const codes = Array.from(new TextEncoder().encode(secret));
    // What is not ASCII is two characters or more wherever bytes are shown.
    const bytes = codes.map((code) => String.fromCharCode(code)).join('');
    add(bytes, dashes);
    add(codes.map((code) => code.toString(16).padStart(2, '0')).join(''), /(?!)/);
    // Three bytes are four digits, so that it looks in three ways. A digit that is a neighbour's, too, is left out.
    for (const before of [0, 1, 2]) {
      const digits = btoa('ab'.slice(0, before) + bytes).slice(
        before && before + 1,
        ((before + bytes.length) * 4) / 3,
      );
      add(digits, DIGIT);
      add(digits.replace(/\+/g, '-').replace(/\//g, '_'), DIGIT);
    }
  }
  const sought = [...forms.keys()].sort();
  const beginnings = beginningsOf(sought);

  /** The first of the sought, from one up to another, that has no less than this code there. */
  const search = (code: number, depth: number, from: number, to: number): number => {
    let [low, high] = [from, to];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (((sought[middle] as string).charCodeAt(depth) || 0) < code) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  /** Where the longest that begins here ends, and what goes with it if it stands beside it. */
  const longest = (text: string, start: number): [end: number, beside: RegExp | undefined] => {
    let longestEnd = 0;
    let beside: RegExp | undefined;
    // A text is read as it stands, and as its escapes say.
    let [at, said, depth, from, to] = [start, '', 0, 0, sought.length];
    const others: [at: number, said: string, depth: number, from: number, to: number][] = [];
    for (;;) {
      for (let each = 0; each < said.length; each++) {
        from = search(said.charCodeAt(each), depth, from, to);
        to = search(said.charCodeAt(each) + 1, depth++, from, to);
      }
      const next = text.charAt(at);
      if (from < to && (depth || at === start)) {
        const form = sought[from] as string;
        const isThere =
          depth === form.length ||
          depth >= ENOUGH ||
          (depth >= SHORTEST_SECRET && CUT.test(text.slice(at, at + 12)));
        const isInWord = (): boolean =>
          depth < SHORTEST_SECRET && /[\w-]/.test(text.charAt(start - 1) + next);
        if (isThere && at > longestEnd && !isInWord()) {
          longestEnd = at;
          beside = forms.get(form);
        }
        // An escape may say the beginning of another: it is read in turn.
        let window = next && OPENERS.includes(next) ? text.slice(at, at + LONGEST_ESCAPE) : '';
        let end = at;
        for (let found = ESCAPE.exec(window); found; found = ESCAPE.exec(window)) {
          const meant = meantBy(found) ?? '';
          if (!meant) break;
          end += found[0].length - (end > at ? 1 : 0);
          others.push([end, foldOne(meant), depth, from, to]);
          window = meant + window.slice(found[0].length);
        }
        if (next) {
          at++;
          said = foldOne(next);
          continue;
        }
      }
      const other = others.pop();
      if (!other) return [longestEnd, beside];
      [at, said, depth, from, to] = other;
    }
  };

  return (text) => {
    const parts: { start: number; end: number }[] = [];
    let kept = 0;
    beginnings.lastIndex = 0;
    for (let found = beginnings.exec(text); found; found = beginnings.exec(text)) {
      const at = found.index;
      const [end, beside] = longest(text, at);
      if (end <= kept) continue;
      const last = parts.at(-1);
      const start = Math.max(kept, at - (beside?.test(text.charAt(at - 1)) ? 1 : 0));
      kept = beside?.test(text.charAt(end)) ? end + 1 : end;
      if (last && at <= last.end) last.end = kept;
      else parts.push({ start, end: kept });
    }
    return parts;
  };
}

/** For V8 to skip to where one may begin: the first character of a form, before its second or what may stand between. */
function beginningsOf(sought: readonly string[]): RegExp {
  const seconds = new Map<string, string>();
  const literal = (unit: string): string => {
    if (unit === '') return '\\s\\S';
    return unit === '+' ? '+ ' : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  };
  for (const form of sought) {
    const first = form.charAt(0);
    seconds.set(first, (seconds.get(first) ?? '') + literal(form.charAt(1)));
  }
  const pairs = Array.from(seconds, ([first, others]) => `[${literal(first)}](?=[%\\\\&~${others}-]|$)`);
  return new RegExp(['[%\\\\&~]', ...pairs].join('|'), 'gi');
}
