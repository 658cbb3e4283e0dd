/** Files of traffic that people have and that are not read here: what each is, and the way from it to one that is. */
interface Lookalike {
  readonly called: string;
  readonly looksSo: RegExp;
  readonly advice: string;
}

const PROXY = 'send the requests through exa-enrichments proxy';

/** By how their text starts, white space left out. `docs/recording.md` says which of the ways were tried. */
const LOOKALIKES: readonly Lookalike[] = [
  {
    called: 'a mitmproxy flow file',
    looksSo: /^\d+:\d{1,2}:[a-z_]{2,30}[;,]/,
    advice: 'mitmdump -nr FILE --set hardump=FILE.har makes a HAR of it',
  },
  {
    called: 'a Charles session',
    looksSo:
      /^\[\s*\{\s*"status"\s*:\s*"[A-Z_]+"\s*,\s*"method"\s*:[^{[]{0,400}"(?:scheme|protocolVersion)"\s*:/,
    advice: 'charles convert FILE FILE.har makes a HAR of it',
  },
  {
    called: 'a Hoverfly simulation',
    looksSo:
      /^\{(?=[\s\S]*"pairs"\s*:\s*\[)(?=\s*"(?:data|meta)"\s*:\s*\{)(?=[\s\S]*"(?:globalActions|matcher|schemaVersion)")/,
    advice: 'the jq command in docs/recording.md makes HAR entries of it',
  },
  {
    called: 'a GoReplay file',
    looksSo: /^[123] [\da-f]{24,} \d{10,}[^\n]*\n(?:[A-Z]+ \S+ HTTP|HTTP)\//,
    advice: `gor --input-file FILE --output-http http://127.0.0.1:PORT sends its requests again: ${PROXY}`,
  },
  {
    called: "k6's output or archive",
    looksSo:
      /^(?:\{"(?:type":"(?:Metric|Point)","data|metric":"[a-z_]+","type":"(?:Metric|Point))"|metadata\.json\0)/,
    advice: `it holds no bodies: ${PROXY}`,
  },
  {
    called: 'a report of Bruno',
    looksSo: /^\[\s*\{\s*"iterationIndex"\s*:/,
    advice: 'the jq command in docs/recording.md makes HAR entries of it',
  },
  {
    called: 'a Bruno request',
    looksSo: /^meta \{\n\s+name: [\s\S]*?\n(?:get|post|put|patch|delete|head|options|http|graphql) \{/,
    advice:
      'it holds no response: bru run --reporter-json FILE.json makes a report, of which docs/recording.md makes HAR entries',
  },
  {
    called: 'an Insomnia export',
    looksSo: /^(?:\{\s*"_type"\s*:\s*"export"|_type: export|type: collection\.insomnia\.rest\/)/,
    advice: 'export the same from Insomnia as HAR',
  },
  {
    called: 'an environment of Postman, or its globals',
    looksSo: /^\{\s*"id"\s*:\s*"[^"]*"\s*,\s*(?:"name"\s*:\s*"[^"]*"\s*,\s*)?"values"\s*:\s*\[/,
    advice: 'it holds no exchange, and maybe keys: run the collection with it, as docs/recording.md says',
  },
  {
    called: "nock's recording as code",
    looksSo: /^(?:(?:\/\/[^\n]*|['"]use strict['"];?|(?:const|var|import)\b[^\n]*)\s*)*nock\(\s*['"`]https?:/,
    advice: 'record it with nock.recorder.rec({ output_objects: true }), which gives definitions',
  },
  {
    called: 'the output of curl -i',
    looksSo: /^HTTP\/[\d.]+ \d{3}\b/,
    advice: `it does not tell what was asked: ${PROXY}`,
  },
  {
    called: 'a capture of packets (pcap)',
    // The number at the start of pcap, or after that of pcapng, as its bytes read as UTF-8.
    looksSo: /^(?:\ufffd\u00f2\ufffd|M<\ufffd\ufffd|.{1,8}M<\+)/s,
    advice: `pcap2har FILE > FILE.har makes a HAR of one without TLS, else ${PROXY}`,
  },
  {
    called: 'a Pact of messages',
    looksSo:
      /^\{\s*"(?:consumer|provider)"\s*:\s*\{(?![\s\S]*"interactions"\s*:\s*\[)[\s\S]*"messages"\s*:\s*\[/,
    advice: 'it holds nothing of HTTP',
  },
  {
    called: 'an OpenAPI description',
    looksSo: /^(?:\{\s*)?["']?(?:openapi|swagger)["']?\s*:\s*["']?\d/,
    advice: 'give it as --api',
  },
];

/** Says what a text is that starts like this and is no recording; undefined where nobody knows. */
export function lookalike(head: string): string | undefined {
  const start = head.trimStart();
  const found = LOOKALIKES.find(({ looksSo }) => looksSo.test(start));
  return found && said(found);
}

const TRACE =
  'unzip FILE -d trace && jq -c \'select(.type == "resource-snapshot").snapshot\' trace/*.network > trace/traffic.ndjson makes HAR entries of it';

/** The same of a zip, by the names of what is in it. */
export function zipLookalike(names: readonly string[]): string | undefined {
  if (names.some((name) => /\.trace$/.test(name)))
    return said({ called: 'a Playwright trace', advice: TRACE });
  if (names.some((name) => /^raw\/\d+_[csm]\.(?:txt|xml)$/i.test(name)))
    return said({
      called: 'a Fiddler archive (SAZ)',
      advice: 'export the sessions from Fiddler as HTTPArchive v1.2',
    });
  return undefined;
}

function said({ called, advice }: Pick<Lookalike, 'called' | 'advice'>): string {
  return `is not a recording that is read here. It looks like ${called}: ${advice}`;
}
