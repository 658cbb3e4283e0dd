// As much of the peers as is used: they are only there where the benchmarks are run.
declare module 'ky' {
  const ky: {
    post(url: string, options: { headers: Record<string, string> }): { json(): Promise<unknown> };
  };

  // biome-ignore lint/style/noDefaultExport: it is what ky exports
  export default ky;
}

declare module 'exa-js' {
  class Exa {
    constructor(apiKey: string, baseUrl: string);
    readonly websets: {
      readonly enrichments: { cancel(webset: string, id: string): Promise<unknown> };
    };
  }

  // biome-ignore lint/style/noDefaultExport: it is what exa-js exports
  export default Exa;
}
