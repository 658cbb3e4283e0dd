import type { Scenario, Simulator, SimulatorServer } from '../../simulator/index.ts';

/** What a user needs to start, as `--json` prints it. */
export interface Welcome {
  readonly url: string;
  readonly port: number;
  readonly webset: string;
  readonly enrichment: string;
  readonly scenario: string;
  /** A command that cancels the enrichment. */
  readonly curl: string;
  /** What is answered although nobody knows what the live API answers. */
  readonly assumptions: readonly string[];
}

export function welcomeOf(
  { running, assumptions }: Simulator,
  { url, port }: SimulatorServer,
  scenario: string,
): Welcome {
  const { webset, enrichment } = running;
  return {
    url,
    port,
    webset,
    enrichment,
    scenario,
    curl: `curl -X POST -H 'x-api-key: any-key' ${url}/v0/websets/${webset}/enrichments/${enrichment}/cancel`,
    assumptions: assumptions.map(({ text }) => text),
  };
}

export function welcomeText(welcome: Welcome, { does, basis }: Scenario): string {
  const { url, webset, enrichment, scenario, curl, assumptions } = welcome;
  return `Simulator    ${url}
Scenario     ${scenario} (${basis}): ${does}
${assumptions.map((text) => text.replace('Assumed: ', 'Assumed      ')).join('\n')}

Cancel the enrichment that is there at the start:

  ${curl}
  EXA_API_KEY=any-key exa-enrichments cancel ${webset} ${enrichment} --wait --base-url ${url}

Ctrl-C stops the simulator.
`;
}
