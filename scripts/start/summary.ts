import type { Report } from 'exa-enrichments/contract';
import type { Target } from './target.ts';

/** What a reader wants to know of the run, in a few lines. */
export function summary({ contract, coverage }: Report, target: Target): string {
  const kinds = Object.entries(coverage.kinds).map(
    ([kind, { covered, eligible }]) => `${kind} ${covered}/${eligible}`,
  );
  const missing = coverage.missing.slice(0, 5).map(({ kind, name }) => `${kind} ${name}`);
  const rest = coverage.missing.length - missing.length;
  return [
    '',
    `Contract     ${contract.title} ${contract.version}`,
    `Coverage     ${coverage.percent} % (${coverage.covered} of ${coverage.eligible}): ${kinds.join(', ')}`,
    ...(missing.length === 0
      ? []
      : [`Not seen     ${missing.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`]),
    ...(target.source === 'live'
      ? []
      : ['Traffic      from the simulator: it proves the tool chain, never the API', ...assumptions(target)]),
  ].join('\n');
}

function assumptions({ assumptions: all }: Target): string[] {
  return all.map((assumption) => `             ${assumption}`);
}
