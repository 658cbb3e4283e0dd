import { CHECK_IDS, type CheckId } from '../../finding.ts';
import { CHECK_TEXTS } from '../../reporter-support/check-texts.ts';

export interface SarifRule {
  readonly id: CheckId;
  readonly name: string;
  readonly shortDescription: { readonly text: string };
  readonly defaultConfiguration: { readonly level: 'error' | 'warning' };
}

const WARNINGS: ReadonlySet<CheckId> = new Set<CheckId>([
  'undocumented-operation',
  'undocumented-property',
  'undocumented-parameter',
  'outdated-recording',
  'expired-waiver',
  'unused-waiver',
]);

/** Every check, whether it found something or not: a viewer lists what was looked for. */
export const RULES: readonly SarifRule[] = CHECK_IDS.map((id) => ({
  id,
  name: id.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase()),
  shortDescription: { text: CHECK_TEXTS[id] },
  defaultConfiguration: { level: WARNINGS.has(id) ? 'warning' : 'error' },
}));
