const ID = '01k9xyz0abcdefghjkmnpqrst';

/** The 200 body of some enrichment, with so many options; each has ids of its own. */
export function enrichment(index: number, options: number): Record<string, unknown> {
  const id = ID.slice(0, -6) + index.toString(36).padStart(6, '0');
  return {
    id: `wenrich_${id}`,
    object: 'webset_enrichment',
    status: ['pending', 'canceled', 'completed'][index % 3],
    websetId: `webset_${id}`,
    title: null,
    description: 'Find the name of the CEO',
    format: options === 0 ? 'text' : 'options',
    options:
      options === 0 ? null : Array.from({ length: options }, (_, at) => ({ label: `Option ${at} of ${id}` })),
    instructions: null,
    metadata: {},
    createdAt: '2026-01-02T03:04:05.678Z',
    updatedAt: '2026-01-02T03:04:05.678Z',
  };
}
