import type { Contract, Discriminator, Shape } from '../contract.ts';

/** A schema's say that other schemas apply or not, by the value. */
export type Choice =
  | {
      readonly kind: 'alternatives';
      readonly ids: readonly string[];
      readonly discriminator: Discriminator | undefined;
    }
  | { readonly kind: 'condition'; readonly condition: NonNullable<Shape['conditional']> }
  | { readonly kind: 'dependence'; readonly property: string; readonly id: string };

/** The choices that one schema leaves to the value. */
export function choicesOf({ some, discriminator, conditional, dependent }: Shape): Choice[] {
  const choices: Choice[] = [];
  if (some !== undefined || discriminator !== undefined) {
    choices.push({ kind: 'alternatives', ids: some ?? [], discriminator });
  }
  if (conditional !== undefined) choices.push({ kind: 'condition', condition: conditional });
  for (const [property, id] of Object.entries(dependent ?? {})) {
    choices.push({ kind: 'dependence', property, id });
  }
  return choices;
}

/** The schemas that a value chooses. */
export function pick(choice: Choice, value: unknown, fits: Contract['fits']): readonly string[] {
  switch (choice.kind) {
    case 'alternatives':
      return pickAlternatives(choice.ids, choice.discriminator, value, fits);
    case 'condition': {
      const { test, whenTrue, whenFalse } = choice.condition;
      const ids = fits[test]?.(value) === true ? [test, whenTrue] : [whenFalse];
      return ids.filter((id) => id !== undefined);
    }
    case 'dependence':
      return hasOwn(value, choice.property) ? [choice.id] : NONE;
  }
}

const NONE: readonly string[] = [];

/**
 * The alternative that the value names, or those that it fits. Where it fits none, all of them: the value is wrong already,
 * and what it has was meant for one.
 */
function pickAlternatives(
  ids: readonly string[],
  discriminator: Discriminator | undefined,
  value: unknown,
  fits: Contract['fits'],
): readonly string[] {
  const named = chosenBy(discriminator, value);
  if (named !== undefined && (ids.length === 0 || fits[named]?.(value) === true)) return [named];
  const fitting = ids.filter((id) => fits[id]?.(value) === true);
  if (fitting.length > 0) return fitting;
  return named === undefined ? ids : [named];
}

/** The schema that a value names by its discriminator; undefined where it names none that is known. */
export function chosenBy(discriminator: Discriminator | undefined, value: unknown): string | undefined {
  if (discriminator === undefined || !hasOwn(value, discriminator.property)) return undefined;
  const name = (value as Record<string, unknown>)[discriminator.property];
  return typeof name === 'string' && Object.hasOwn(discriminator.mapping, name)
    ? discriminator.mapping[name]
    : undefined;
}

function hasOwn(value: unknown, name: string): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, name);
}
