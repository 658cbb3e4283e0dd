import type { TextReader } from './body-reader.ts';

/** An event as OpenAPI has it: what a block of lines says of it, and nothing that it does not. */
interface StreamEvent {
  data?: string;
  event?: string;
  id?: string;
  retry?: number;
}

/**
 * Server-sent events. Comments, unknown fields, and blocks without data are no events, nor is what the stream was cut off in.
 * Source: HTML, "Parsing an event stream"; OpenAPI 3.2.0, "Special Considerations for Server-Sent Events".
 */
export const readEventStream: TextReader = (text) => {
  const events: StreamEvent[] = [];
  let event: StreamEvent = {};
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  // Behind the last line break there is no line.
  for (const line of lines.slice(0, -1)) {
    if (line === '') {
      if (event.data !== undefined) events.push(event);
      event = {};
      continue;
    }
    const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (field === 'data') event.data = event.data === undefined ? value : `${event.data}\n${value}`;
    else if (field === 'event') event.event = value;
    else if (field === 'id' && !value.includes('\0')) event.id = value;
    else if (field === 'retry' && /^\d+$/.test(value)) event.retry = Number(value);
  }
  return { kind: 'value', value: events, holdsContents: true };
};
