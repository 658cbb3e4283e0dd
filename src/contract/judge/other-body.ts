import type { Contract, SchemaId } from '../contract.ts';
import { isSequence, readingOf, type Writing, writingOf } from '../description/media-type.ts';
import { meaningOf } from '../description/schemas/related.ts';
import type { Body } from '../exchange.ts';
import { textOf } from '../json/read-json.ts';
import { type BodySchema, type JudgeBodyTools, type JudgedBody, judgeBody, judgeRead } from './body.ts';
import type { BodySource, TextReader } from './media-types/body-reader.ts';
import { readEventStream } from './media-types/event-stream.ts';
import { readForm } from './media-types/form.ts';
import { readJsonLines } from './media-types/json-lines.ts';
import { readJsonSeq } from './media-types/json-seq.ts';
import { readMultipart, unreadParts } from './media-types/multipart.ts';
import { readText } from './media-types/text.ts';
import { type ScrubbedReader, scrubbedReader } from './scrubbed.ts';
import type { ContentRead } from './values/content.ts';

const CLEAN: JudgedBody = { kind: 'clean' };

const READERS: Readonly<Record<Exclude<Writing, 'json' | 'multipart'>, TextReader>> = {
  text: readText,
  form: readForm,
  'event-stream': readEventStream,
  'json-lines': readJsonLines,
  'json-seq': readJsonSeq,
};

/**
 * A body that is no JSON, read by the file of its media type. Others are let pass; that their schemas are not judged is among
 * the contract's limitations.
 */
export function judgeOtherBody(
  contract: Contract,
  tools: JudgeBodyTools,
  schema: BodySchema,
  { type, mediaType }: ContentRead,
  body: Body,
  scrubbed?: ScrubbedReader,
): JudgedBody {
  // Of no items there is nothing to be written.
  const mayBeEmpty = type !== undefined && isSequence(writingOf(type.essence));
  if (body === undefined || (body.length === 0 && !mayBeEmpty)) return { kind: 'empty' };
  const { id } = schema;
  if (id === null || type === undefined || mediaType === undefined) return CLEAN;
  const reading = readingOf(type.essence, meaningOf(id, contract.schemas));
  if (reading === undefined || reading === 'json') return CLEAN;
  const source: BodySource = {
    ...{ contract, id, mediaType, type, body },
    strict: scrubbed === undefined,
    accepts: (value) => tools.fitsExactly(id, value),
    isScrubbedJson: (text) => scrubbed?.readBare(text) !== undefined,
  };
  if (reading === 'multipart') {
    // What can't be read is in parts that are whole: it is of no rule, and also there where all is judged as it stands.
    const reader = unreadParts(
      scrubbed === undefined ? scrubbedReader(contract, () => false) : inText(scrubbed),
    );
    return withoutUnread(id, judged(tools, schema, readMultipart(source, reader), reader));
  }
  const decoded = decodeBody(body, type.charset);
  if ('reason' in decoded) {
    // Of other text than plain one nobody says that it is UTF-8.
    const isUnsaid = reading === 'text' && type.charset === undefined && type.essence !== 'text/plain';
    return isUnsaid ? CLEAN : { kind: 'malformed', reason: decoded.reason };
  }
  const read = READERS[reading](decoded.text, source);
  return judged(tools, schema, read, read.kind === 'value' ? scrubbed && inText(scrubbed) : scrubbed);
}

function judged(
  tools: JudgeBodyTools,
  schema: BodySchema,
  read: ReturnType<TextReader>,
  scrubbed: ScrubbedReader | undefined,
): JudgedBody {
  if (read.kind === 'malformed') return read;
  if (read.kind === 'json') return judgeBody(tools, schema, read.text, scrubbed);
  const { value, faults = [], untyped = [], holdsContents } = read;
  const body = judgeRead(tools, schema, { value }, scrubbed);
  const isSilent = faults.length === 0 && untyped.length === 0;
  if (body.kind === 'json') return { ...body, faults, untyped, ...(holdsContents && { holdsContents }) };
  if (body.kind !== 'clean' || isSilent) return body;
  return { kind: 'json', value, remarks: [], fits: true, hasNotes: false, faults, untyped };
}

/** That something was not read is none of what a recorder replaced. */
function withoutUnread(id: SchemaId, body: JudgedBody): JudgedBody {
  if (body.kind !== 'json' || !body.fits || body.scrubbed?.passed(id, body.value).length !== 0) return body;
  const { scrubbed: _, ...read } = body;
  return read;
}

/** All of a form is text: a placeholder is of no other type, and what is no text is written as nothing defines. */
function inText(scrubbed: ScrubbedReader): ScrubbedReader {
  const passed: ScrubbedReader['passed'] = (id, value) =>
    scrubbed.passed(id, value).map(({ otherType: _, ...each }) => ({
      ...each,
      rule: typeof each.value === 'symbol' ? 'deep-object' : 'placeholder',
    }));
  return { ...scrubbed, passed };
}

type DecodedBody = { readonly text: string } | { readonly reason: string };

/** The text of a body that is no JSON, by the charset of its content-type: UTF-8 where none is given. */
function decodeBody(body: NonNullable<Body>, charset = 'utf-8'): DecodedBody {
  // What is UTF-8 was decoded when it was read: a recorder may have stored text, and not the bytes that it was sent in.
  if (typeof body === 'string' || /^utf-?8$/.test(charset)) {
    const text = textOf(body);
    return text === undefined ? { reason: 'is not UTF-8' } : { text };
  }
  try {
    return { text: new TextDecoder(charset, { fatal: true }).decode(body) };
  } catch (error) {
    const isUnknown = error instanceof RangeError;
    return {
      reason: isUnknown ? `has a charset that nobody knows: ${charset}` : `is not of its charset ${charset}`,
    };
  }
}
