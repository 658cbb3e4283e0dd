/**
 * A node whose keys can be read whatever it is. Redocly gives up the whole description where a rule throws, and with it
 * the findings that say what is wrong with the node.
 *
 * @param {unknown} node
 * @returns {Readonly<Record<string, unknown>>}
 */
export function record(node) {
  return typeof node === 'object' && node !== null && !Array.isArray(node) ? { ...node } : {};
}
