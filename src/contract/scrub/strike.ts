import type { DeclaredCredentials } from '../../secrets/credential-names.ts';
import {
  findKeys,
  inOrder,
  isPasswordMember,
  keysIn,
  markIn,
  partsOfCookie,
  partsOfHeader,
  partsOfParameter,
  partsOfPasswords,
  partsOfText,
  partsOfUrl,
  placeholderOf,
  type StruckPart,
  strikeParts,
  whole,
} from '../../secrets/parts-to-strike.ts';
import type { TextPart } from '../../secrets/strike-out.ts';
import { strikeBytes, strikeEncoded, strikeEncodedList } from './encoded.ts';
import { isReceived, placeOf } from './places.ts';
import { type Leaf, leafAt, leavesOf, type Part, saidBy } from './tree.ts';

type Parts = readonly StruckPart[];

/** What is struck out of the parts of a recording. */
export interface StrikeOptions {
  readonly declared: DeclaredCredentials;
  /** Secrets that are struck out wherever they stand, by the placeholder for them. */
  readonly known: readonly (readonly [mark: string, find: (text: string) => readonly TextPart[]])[];
  /** Told of each leaf of which something is struck out, with the parts in order. */
  readonly onLeaf: (leaf: Leaf, parts: Parts) => void;
  /** Told of the placeholder of each. */
  readonly onStruck: (mark: string) => void;
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
}: StrikeOptions): (part: Part, path: string) => void {
  const withKnown = (text: string, parts: Parts): Parts =>
    inOrder([
      ...parts,
      ...known.flatMap(([mark, find]) =>
        find(text).map((part) => ({ ...part, mark: markIn(text, part.start, mark) })),
      ),
    ]);
  const tell = (parts: Parts): Parts => {
    for (const { mark } of parts) onStruck(mark);
    return parts;
  };
  const see = (leaf: Leaf | undefined, partsOf: (text: string) => Parts = partsOfAny): void => {
    if (leaf === undefined) return;
    const parts = tell(withKnown(leaf.text, partsOf(leaf.text)));
    if (parts.length > 0) onLeaf(leaf, parts);
  };
  const partsOfAny = (text: string): Parts => [...partsOfUrl(text, declared), ...partsOfText(text)];

  const walk = (part: Part, path: string): void => {
    const place = placeOf(path);
    if (place === 'body') body(part, path);
    else if (place !== undefined) named(part, NAMED[place]);
    else if (part?.kind === 'text') see(part);
    else if (part?.kind === 'items')
      for (const [index, item] of part.items.entries()) walk(item, below(path, index));
    else
      for (const [name, value] of part?.members ?? []) {
        see(name);
        walk(value, below(path, name.text));
      }
  };

  const NAMED = {
    headers: (name: string, value: string): Parts => partsOfHeader(name.toLowerCase(), value, declared),
    cookies: (name: string, value: string): Parts => partsOfCookie(name, value, declared),
    parameters: (name: string, value: string): Parts => partsOfParameter(name, value, declared),
  };

  /** Values with names: of an object, of a list of objects or of pairs, or in turn. */
  const named = (part: Part, partsOf: (name: string, value: string) => Parts): void => {
    const pair = (name: Leaf | undefined, value: Part): void => {
      see(name);
      for (const leaf of leavesOf(value)) see(leaf, (text) => partsOf(name?.text ?? '', text));
    };
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
        } else pair(leafAt(item, 'name', 'key'), leafAt(item, 'value'));
      }
    }
  };

  const body = (part: Part, path: string): void => {
    const addresses = !isReceived(path);
    const partsOfBody = (text: string): Parts => [
      ...partsOfText(text, { addresses }),
      ...(addresses ? partsOfPasswords(text) : []),
    ];
    const strike = (text: string): string => {
      const parts = tell(withKnown(text, partsOfBody(text)));
      return strikeParts(text, parts);
    };
    if (part === undefined) return;
    if (part.kind === 'text') {
      const struck = part.isBytes
        ? strikeBytes(Buffer.from(part.text, 'latin1'), strike)?.toString('latin1')
        : (strikeEncoded([part.text], strike)?.[0] ?? strikeEncodedList(part.text, strike));
      if (struck !== undefined) onLeaf(part, [whole(part.text, struck)]);
      else if (part.isBytes !== true) see(part, partsOfBody);
    } else if (part.kind === 'members' && leafAt(part, 'string', 'base64_string') !== undefined) {
      for (const [, value] of part.members) body(value, path);
    } else {
      const chunks = part.kind === 'items' ? leavesOf(part) : [];
      const struck = strikeEncoded(
        chunks.map(({ text }) => text),
        strike,
      );
      if (struck === undefined) parsedBody(part, addresses);
      else
        for (const [index, chunk] of chunks.entries())
          onLeaf(chunk, [whole(chunk.text, struck[index] ?? '')]);
    }
  };

  /** A body that is kept as what its JSON says: read as that text, for which names stand beside a value. */
  const parsedBody = (part: Part, addresses: boolean): void => {
    const partsOfLeaf = findKeys(keysIn(JSON.stringify(saidBy(part)), { addresses }));
    const leaves = (each: Part, name = ''): void => {
      if (each?.kind === 'text')
        see(each, (text) =>
          addresses && isPasswordMember(name, text) ? [whole(text, placeholderOf(name))] : partsOfLeaf(text),
        );
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

function below(path: string, name: string | number): string {
  return path === '' ? String(name) : `${path}/${name}`;
}
