import { sentObject } from './sent-object.ts';

/** Whether a cancel has a body that nobody has observed: the fragment documents none, and the empty object as JSON. */
export function isOddBody({
  body,
  contentType,
}: {
  body: string | undefined;
  contentType: string | null;
}): boolean {
  if (body === undefined || body === '') return false;
  const sent = sentObject(body);
  const isEmpty = sent !== undefined && Object.keys(sent).length === 0;
  return !isEmpty || !/^application\/json[ \t]*(;|$)/i.test(contentType ?? '');
}
