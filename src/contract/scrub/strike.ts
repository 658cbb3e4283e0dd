import {
  type DeclaredCredentials,
  isCredentialMember,
  isCredentialParameter,
} from '../../secrets/credential-names.ts';
import { isKeyLike, standsForNothing } from '../../secrets/key-like.ts';
import {
  findKeys,
  type Known,
  keysIn,
  partsOfAny,
  partsOfBody,
  partsOfCookie,
  partsOfHeader,
  partsOfMember,
  partsOfParameter,
  partsOfUrl,
  placeholderOf,
  whole,
  withKnown,
} from '../../secrets/parts-to-strike.ts';
import { type StruckPart, strikeParts } from '../../secrets/strike-out.ts';
import { POSTMAN_HEADER } from '../recordings/index.ts';
import { strikeBytes, strikeEncoded, strikeEncodedList } from './encoded.ts';
import { isReceived, type Place, placeOf } from './places.ts';
import { type Leaf, leafAt, leavesOf, type Members, type Part, saidBy } from './tree.ts';

type Parts = readonly StruckPart[];

/** What is struck out of the parts of a recording. */
export interface StrikeOptions {
  readonly declared: DeclaredCredentials;
  readonly known: Known;
  /** Told of each leaf of which something is struck out, with the parts in order. */
  readonly onLeaf: (leaf: Leaf, parts: Parts) => void;
  /** Told of the placeholder of each. */
  readonly onStruck: (mark: string) => void;
  /** Told of each file that holds a body; `holdsAny` says whether its bytes hold a credential. */
  readonly onAttached: (
    name: string,
    isOfWireMock: boolean,
    holdsAny: (bytes: Uint8Array) => boolean,
  ) => void;
}

/**
 * Goes through a part of a recording: by its place what is a credential by its name, anywhere what looks like a key or is one
 * that is known.
 */
export function createStriker({
  declared,
  known,
  onLeaf,
  onStruck,
  onAttached,
}: StrikeOptions): (part: Part, path: string) => void {
  const tell = (parts: Parts): Parts => {
    for (const { mark } of parts) onStruck(mark);
    return parts;
  };
  const see = (leaf: Leaf | undefined, partsOf: (text: string) => Parts = partsOfPlain): void => {
    if (leaf === undefined) return;
    const parts = tell(withKnown(leaf.text, partsOf(leaf.text), known));
    if (parts.length > 0) onLeaf(leaf, parts);
  };
  const partsOfPlain = (text: string): Parts => partsOfAny(text, declared);

  const walk = (part: Part, path: string): void => {
    const place = placeOf(path);
    if (place === 'body') body(part, path);
    else if (place === 'attached') attached(part, path);
    else if (place !== undefined) named(part, place);
    else if (part?.kind === 'text') see(part);
    else if (part?.kind === 'items')
      for (const [index, item] of part.items.entries()) walk(item, below(path, index));
    else
      for (const [name, value] of part?.members ?? []) {
        see(name);
        walk(value, below(path, name.text));
      }
  };

  const NAMED: Readonly<Record<NamedPlace, (name: string, value: string) => Parts>> = {
    headers: (name, value) =>
      name.toLowerCase() === POSTMAN_HEADER ? [] : partsOfHeader(name.toLowerCase(), value, declared),
    cookies: (name, value) => partsOfCookie(name, value, declared),
    parameters: (name, value) => partsOfParameter(name, value, declared),
    // Also a word: nobody asks for anything with it.
    settings: (name, value) =>
      isCredentialParameter(name, declared) && !standsForNothing(value)
        ? [whole(value, placeholderOf(name))]
        : partsOfParameter(name, value, declared),
    authorization: (name, value) => {
      const isTaken =
        name === 'value' || isCredentialMember(name) || (name === 'username' && isKeyLike(value));
      const mark = placeholderOf(name === 'value' ? 'key' : name);
      return isTaken && !standsForNothing(value) ? [whole(value, mark)] : partsOfAny(value, declared);
    },
  };

  /** Values with names: of an object, of a list of objects or of pairs, in turn, or in a text. */
  const named = (part: Part, place: NamedPlace): void => {
    const partsOf = NAMED[place];
    const pair = (name: Leaf | undefined, value: Part, called = name?.text ?? ''): void => {
      see(name);
      const patterns = PATTERNS_OF_WIREMOCK.map((each) => leafAt(value, each));
      for (const leaf of leavesOf(value))
        see(leaf, patterns.includes(leaf) ? undefined : (text) => partsOf(called, text));
    };
    if (part?.kind === 'text') see(part, (text) => partsOfLines(text, place, partsOf));
    if (part?.kind === 'members') for (const [name, value] of part.members) pair(name, value);
    if (part?.kind !== 'items') return;
    if (part.items.every((item) => item?.kind === 'text')) {
      const leaves = leavesOf(part);
      for (let at = 0; at < leaves.length; at += 2) pair(leaves[at], leaves[at + 1]);
    } else {
      for (const item of part.items) {
        if (item?.kind === 'items') {
          const [name, ...values] = item.items;
          pair(name?.kind === 'text' ? name : undefined, { kind: 'items', items: values });
        } else {
          const [name, value] = [leafAt(item, 'name', 'key'), leafAt(item, 'value')];
          const isSecret = place === 'settings' && leafAt(item, 'type')?.text === 'secret';
          pair(name, value, isSecret ? `${name?.text}-secret` : undefined);
          for (const leaf of leavesOf(item)) if (leaf !== name && leaf !== value) see(leaf);
        }
      }
    }
  };

  /** The headers of old collections are the lines of a text, and the parameters of old pacts are a query. */
  const partsOfLines = (
    text: string,
    place: NamedPlace,
    partsOf: (name: string, value: string) => Parts,
  ): Parts => {
    const [line, before] = place === 'headers' ? [/^([^:\n]+):[ \t]*(.*)$/gm, ''] : [/(?!)/g, '/?'];
    const lines = Array.from(text.matchAll(line)).flatMap(({ 0: all, 1: name = '', 2: value = '', index }) =>
      moved(partsOf(name.trim(), value), index + all.length - value.length),
    );
    return [...lines, ...moved(partsOfUrl(before + text, declared), -before.length)];
  };

  const attached = (part: Part, path: string): void => {
    if (part?.kind !== 'text') return;
    onAttached(
      part.text,
      path.endsWith('bodyFileName'),
      (bytes) => strikeBytes(bytes, strikeOf(path)) !== undefined,
    );
  };

  const partsOfBodyAt =
    (path: string) =>
    (text: string): Parts =>
      partsOfBody(text, !isReceived(path));
  const strikeOf =
    (path: string) =>
    (text: string): string =>
      strikeParts(text, tell(withKnown(text, partsOfBodyAt(path)(text), known)));

  const body = (part: Part, path: string): void => {
    const strike = strikeOf(path);
    if (part === undefined) return;
    if (part.kind === 'text') {
      const struck = part.isBytes
        ? strikeBytes(Buffer.from(part.text, 'latin1'), strike)?.toString('latin1')
        : (strikeEncoded([part.text], strike)?.[0] ?? strikeEncodedList(part.text, strike));
      if (struck !== undefined) onLeaf(part, [whole(part.text, struck)]);
      else if (part.isBytes !== true) see(part, partsOfBodyAt(path));
    } else if (part.kind === 'members' && isHolder(part)) {
      for (const [, value] of part.members) body(value, path);
    } else {
      const chunks = part.kind === 'items' ? leavesOf(part) : [];
      const struck = strikeEncoded(
        chunks.map(({ text }) => text),
        strike,
      );
      if (struck === undefined) parsedBody(part, !isReceived(path));
      else
        for (const [index, chunk] of chunks.entries())
          onLeaf(chunk, [whole(chunk.text, struck[index] ?? '')]);
    }
  };

  /** A body that is kept as what its JSON says: read as that text, for which names stand beside a value. */
  const parsedBody = (part: Part, isSent: boolean): void => {
    const partsOfLeaf = findKeys(keysIn(JSON.stringify(saidBy(part)), { addresses: isSent }));
    const leaves = (each: Part, name = ''): void => {
      if (each?.kind === 'text')
        see(each, (text) => [...(isSent ? partsOfMember(name, text) : []), ...partsOfLeaf(text)]);
      else if (each?.kind === 'items') for (const item of each.items) leaves(item, name);
      else
        for (const [member, value] of each?.members ?? []) {
          see(member, partsOfLeaf);
          leaves(value, member.text);
        }
    };
    leaves(part);
  };

  return walk;
}

type NamedPlace = Exclude<Place, 'body' | 'attached'>;

/** What a mapping says of a value with these is no value. */
const PATTERNS_OF_WIREMOCK: readonly string[] = ['matches', 'doesNotMatch'];

/** Whether an object is not a body itself, but has its text as one member: of a cassette, or of a pact of version 4. */
function isHolder(part: Members): boolean {
  if (leafAt(part, 'string', 'base64_string') !== undefined) return true;
  const isTold = part.members.some(([name]) => name.text === 'encoded');
  return isTold && leafAt(part, 'content') !== undefined;
}

function moved(parts: Parts, by: number): Parts {
  return parts.map(({ start, end, mark }) => ({ start: start + by, end: end + by, mark }));
}

function below(path: string, name: string | number): string {
  return path === '' ? String(name) : `${path}/${name}`;
}
