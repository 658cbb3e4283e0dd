import { fold, foldCommand } from '../../contract/reporters/shared/fold.ts';
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

/** @param columns the width of the terminal; undefined: lines may have any length */
export function welcomeText(
  welcome: Welcome,
  { does, basis }: Scenario,
  columns: number | undefined,
): string {
  const { url, webset, enrichment, scenario, curl, assumptions } = welcome;
  const facts = [
    `Simulator    ${url}`,
    `Scenario     ${scenario} (${basis}): ${does}`,
    ...assumptions.map((text) => text.replace('Assumed: ', 'Assumed      ')),
  ];
  const command = `EXA_API_KEY=any-key exa-enrichments cancel ${webset} ${enrichment} --wait --base-url ${url}`;
  return `${fold(facts.join('\n'), columns)}

Cancel the enrichment that is there at the start:

${foldCommand(`  ${curl}`, columns, '      ')}
${foldCommand(`  ${command}`, columns, '      ')}

Ctrl-C stops the simulator.
`;
}
