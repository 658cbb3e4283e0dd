/**
 * A copy that shares nothing with the original, of what is JSON as all that the API tells is. Enrichments are copied when
 * they come in and when somebody looks at them, not for each answer.
 */
export function copyOf<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value)) as Value;
}
