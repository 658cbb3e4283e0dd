// As much of the peers as is used: they are only there where the benchmarks are run.
declare module 'ky' {
  const ky: {
    post(url: string, options: { headers: Record<string, string> }): { json(): Promise<unknown> };
  };

  // biome-ignore lint/style/noDefaultExport: it is what ky exports
  export default ky;
}
