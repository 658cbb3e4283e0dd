/**
 * A copy of somebody else's error: its texts and its plain fields, causes included. The original may hold on to the
 * request, and so to the key; and a copy can be redacted without touching what is not ours.
 */
export function plainCause(original: unknown, depth = 4): Error {
  try {
    return copied(original, depth);
  } catch {
    return new Error('of a kind that can not be read');
  }
}

function copied(original: unknown, depth: number): Error {
  const { name, message, stack, cause } = Object(original) as Error;
  const copy = new Error(String(message ?? original));
  for (const [field, value] of Object.entries(Object(original))) {
    if (typeof value === 'string' || typeof value === 'number') Object.assign(copy, { [field]: value });
  }
  if (typeof name === 'string') copy.name = name;
  if (typeof stack === 'string') copy.stack = stack;
  if (cause && depth > 0) copy.cause = plainCause(cause, depth - 1);
  return copy;
}
