import type { Contract, Keywords } from '../../contract.ts';
import { listedValues, mayApply } from '../../description/schemas/related.ts';
import { typeOf } from '../walk/meant.ts';
import type { Form, TextForm } from './deserialize.ts';

const knownForms = new WeakMap<Contract, Map<string, Form>>();

/** What kinds of value a schema allows, with those of its items and properties: how text is to be read for it. */
export function formOf(contract: Contract, schema: string): Form {
  const forms = knownForms.get(contract) ?? new Map<string, Form>();
  knownForms.set(contract, forms);
  const form = forms.get(schema) ?? makeForm(contract, schema);
  forms.set(schema, form);
  return form;
}

function makeForm(contract: Contract, schema: string): Form {
  const said = mayApply(schema, contract.schemas);
  const types = typesOf(said);
  const item = said.find(({ items }) => items !== undefined)?.items;
  const additional = said
    .map(({ additionalProperties, unevaluatedProperties }) => additionalProperties ?? unevaluatedProperties)
    .find((id) => id !== undefined);
  const named = [...propertyIds(contract, schema)];
  return {
    ...scalars(types),
    isArray: types.has('array') && !types.has('string'),
    isObject: types.has('object') && !types.has('string'),
    item: item === undefined ? ANY_TEXT : textForm(contract, item),
    properties: new Map(named.map(([name, id]) => [name, textForm(contract, id)])),
    others: additional === undefined ? ANY_TEXT : textForm(contract, additional),
  };
}

/**
 * The form by which text is read where its first reading does not fit: what may be text or something else as something
 * else. Undefined where there is no other reading.
 */
export function strictForm(form: Form): Form | undefined {
  if (form === 'json') return undefined;
  const properties = new Map([...form.properties].map(([name, property]) => [name, strictText(property)]));
  const forms = [form, form.item, form.others, ...form.properties.values()];
  if (!forms.some((one) => one !== strictText(one))) return undefined;
  return {
    ...form,
    ...strictText(form),
    item: strictText(form.item),
    others: strictText(form.others),
    properties,
  };
}

function strictText<T extends TextForm>(form: T): T {
  const hasOther = form.isNumber || form.isBoolean || form.isNull;
  return form.isText && hasOther ? { ...form, isText: false } : form;
}

/** The schemas of the properties that a schema names. */
export function propertyIds(contract: Contract, schema: string): Map<string, string> {
  return new Map(
    mayApply(schema, contract.schemas).flatMap(({ properties }) => Object.entries(properties ?? {})),
  );
}

/** The names that the properties of an object may have; undefined where they may have any, and none where it is no object. */
export function propertyNames(contract: Contract, schema: string): ReadonlySet<string> | undefined {
  const said = mayApply(schema, contract.schemas);
  const names = propertyIds(contract, schema).keys();
  const isOpen = said.some(
    ({ additionalProperties: others, unevaluatedProperties: rest, patternProperties }) => {
      const open = [others, rest].some((id) => id !== undefined && contract.schemas[id]?.never !== true);
      return open || patternProperties !== undefined;
    },
  );
  const all = new Set(names);
  if (isOpen) return undefined;
  return all.size === 0 && typesOf(said).has('object') ? undefined : all;
}

const ANY_TEXT: TextForm = {
  isText: true,
  isNumber: false,
  isBoolean: false,
  isNull: false,
  isCompound: false,
};

function textForm(contract: Contract, schema: string): TextForm {
  return scalars(typesOf(mayApply(schema, contract.schemas)));
}

/** The types that schemas name; of one that names none but lists its values, theirs. */
function typesOf(said: readonly Keywords[]): Set<string> {
  return new Set(said.flatMap((keywords) => keywords.type ?? listedValues(keywords)?.map(typeOf) ?? []));
}

/** A schema that names no type is taken to mean text: any other reading would be a guess. */
function scalars(types: ReadonlySet<string>): TextForm {
  return {
    isText: types.has('string') || types.size === 0,
    isNumber: types.has('number') || types.has('integer'),
    isBoolean: types.has('boolean'),
    isNull: types.has('null'),
    isCompound: types.size > 0 && [...types].every((type) => type === 'array' || type === 'object'),
  };
}

/** The schema of an item of a list; undefined where nothing is said of it. */
export function itemId(contract: Contract, schema: string, index: number): string | undefined {
  const said = mayApply(schema, contract.schemas);
  return (
    said.map(({ prefixItems }) => prefixItems?.[index]).find((id) => id !== undefined) ??
    said.find(({ items }) => items !== undefined)?.items
  );
}
