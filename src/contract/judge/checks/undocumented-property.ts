import type { MediaType } from '../../contract.ts';
import { show } from '../../printable.ts';
import type { JudgedBody } from '../body.ts';
import { type Check, type CheckContext, type FindingDraft, NOTHING } from '../check.ts';
import { nearest } from '../explain/nearest.ts';
import { notesOn } from '../walk/notes.ts';

/**
 * A body has no property that the description does not name: an open schema lets it pass, a reader wants to know. Of a
 * request too, unless the server answered 4xx: there the rejection says it.
 */
export const undocumentedProperty: Check = {
  id: 'undocumented-property',
  run(context) {
    const { exchange, mediaType, body, request } = context;
    const { status } = exchange.response;
    const sent =
      request === undefined || (status >= 400 && status < 500)
        ? NOTHING
        : undocumentedIn(context, request.content.mediaType, request.body, 'request');
    const received = undocumentedIn(context, mediaType, body, 'response');
    return sent.length === 0 ? received : [...sent, ...received];
  },
};

function undocumentedIn(
  { engine, options }: CheckContext,
  mediaType: MediaType | undefined,
  body: JudgedBody,
  target: FindingDraft['target'],
): readonly FindingDraft[] {
  const id = mediaType?.schema ?? null;
  if (id === null || body.kind !== 'json' || !body.hasNotes) return NOTHING;
  const notes = [...notesOn(engine.applied, engine.bodySchema(id).applied, body.value)];
  return notes.flatMap((note): FindingDraft[] => {
    if (note.kind !== 'undocumented' || options.ignoreProperty(note.path, `${note.holder.name}.${note.name}`))
      return [];
    const { path, location, name, value, holder, documented, siblings } = note;
    // What the object has as well was not misspelt here.
    const near = nearest(
      name,
      documented.filter((other) => !Object.hasOwn(siblings, other)),
    );
    return [
      {
        severity: 'warning',
        message: `The property ${show(name)} is not documented.`,
        target,
        dataPath: path,
        spec: holder.spec,
        received: show(value),
        documented: 'no such property',
        ...(near !== undefined && { suggestion: show(near) }),
        cause: { location, keyword: 'undocumented', name },
      },
    ];
  });
}
