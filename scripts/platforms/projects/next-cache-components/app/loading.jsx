// What is shown until the enrichment has been read: with cache components, what is not cached has to wait behind this.
export default function Loading() {
  return <p>…</p>;
}
