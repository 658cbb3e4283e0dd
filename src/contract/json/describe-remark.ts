import type { JsonRemark } from './remarks.ts';

interface RemarkDraft {
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly dataPath: string;
  readonly received: string;
  readonly documented: string;
}

/** Sources: RFC 8259, sections 4, 6 and 8.2: names should be unique; numbers beyond a double and half surrogates are unpredictable. */
const SAID: Readonly<Record<JsonRemark['kind'], Omit<RemarkDraft, 'dataPath'>>> = {
  'duplicate-key': {
    severity: 'error',
    message: 'The body has the same key twice in one object; parsers differ in which one they keep.',
    received: 'a duplicate key',
    documented: 'each key once',
  },
  'altered-number': {
    severity: 'warning',
    message: 'The body has a number that a double can not hold; most parsers read another one.',
    received: 'a number beyond double precision',
    documented: 'numbers that every parser reads alike',
  },
  'lone-surrogate': {
    severity: 'info',
    message: 'The body has half a surrogate pair in a string; no UTF-8 text can carry it.',
    received: 'a lone surrogate',
    documented: 'Unicode text',
  },
};

export function describeRemark({ kind, path }: JsonRemark): RemarkDraft {
  return { ...SAID[kind], dataPath: path };
}
