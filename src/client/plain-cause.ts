/**
 * A copy of somebody else's error: its texts and its plain fields, causes included. The original may hold on to the
 * request, and so to the key; and a copy can be redacted without touching what is not ours.
 */
export function plainCause(original: unknown, depth = 4): Error {
  const { name, message, stack, cause } = Object(original) as Error;
  const copy = new Error(String(message ?? original));
  for (const [field, value] of Object.entries(Object(original))) {
    if (typeof value === 'string' || typeof value === 'number') Object.assign(copy, { [field]: value });
  }
  if (name) copy.name = name;
  if (stack) copy.stack = stack;
  if (cause && depth > 0) copy.cause = plainCause(cause, depth - 1);
  return copy;
}
