import { describe, expect, it } from '@jest/globals';
import type { Contract } from '../../contract.ts';
import { compileFiles, describing, findingsOf, toldOf } from '../compile.test-support.ts';

const ref = (name: string): { $ref: string } => ({ $ref: `#/components/schemas/${name}` });

const CAT = {
  type: 'object',
  required: ['kind', 'lives'],
  properties: { kind: {}, lives: { type: 'integer' } },
};
const DOG = {
  type: 'object',
  required: ['kind', 'tricks'],
  properties: { kind: {}, tricks: { type: 'array', items: {} } },
};

describe('a discriminator beside oneOf', () => {
  const pet = {
    oneOf: [ref('Cat'), ref('Dog')],
    discriminator: { propertyName: 'kind', mapping: { dog: '#/components/schemas/Dog', cat: 'Cat' } },
  };
  const compiled = describing(pet, { Cat: CAT, Dog: DOG });

  it('lets pass what fits', async () => {
    expect(toldOf(await compiled, { kind: 'dog', tricks: [] })).toEqual([]);
    expect(toldOf(await compiled, { kind: 'Cat', lives: 9 })).toEqual([]);
  });

  it('says which alternative the value was meant for, however close another is', async () => {
    expect(findingsOf(await compiled, { kind: 'dog', lives: 'many' })).toMatchObject([
      {
        message: 'The value lacks the required property "tricks".',
        spec: { pointer: '/components/schemas/Dog/required' },
      },
      { check: 'undocumented-property', dataPath: '/lives' },
    ]);
  });

  it('says that a value names none of them', async () => {
    expect(findingsOf(await compiled, { kind: 'dgo' })[0]).toMatchObject({
      message: 'The value fits none of Cat, Dog: its "kind" is that of none.',
      documented: 'one of Cat, Dog',
    });
    expect(findingsOf(await compiled, { kind: 7 })[0]?.message).toBe(
      'The value fits none of Cat, Dog: its "kind" is that of none.',
    );
  });

  it('does not change what is valid', async () => {
    expect(toldOf(await compiled, { kind: 'dog', lives: 9 })).toEqual([]);
  });
});

describe('a discriminator without a mapping', () => {
  const COW = { type: 'object', required: ['kind', 'milk'], properties: { kind: {}, milk: {} } };

  it.each<[string, object, string]>([
    ['oneOf', { oneOf: [ref('Cat'), ref('Dog')] }, 'Cat, Dog'],
    ['anyOf', { anyOf: [ref('Cat'), ref('Dog')] }, 'Cat, Dog'],
    ['oneOf beside anyOf', { oneOf: [ref('Dog')], anyOf: [ref('Cat'), ref('Cow')] }, 'Dog'],
    ['anyOf beside oneOf', { oneOf: [ref('Cat'), ref('Cow')], anyOf: [ref('Dog')] }, 'Dog'],
  ])('knows the alternatives of %s by their names', async (_, alternatives, names) => {
    const pet = { ...alternatives, discriminator: { propertyName: 'kind' } };
    const compiled = await describing(pet, { Cat: CAT, Dog: DOG, Cow: COW });
    const messages = findingsOf(compiled, { kind: 'Dog', lives: 'many' }).map(({ message }) => message);
    expect(messages).toContain('The value lacks the required property "tricks".');
    expect(findingsOf(compiled, { kind: 'Fish' }).map(({ message }) => message)).toContain(
      `The value fits none of ${names}: its "kind" is that of none.`,
    );
  });
});

describe('a discriminator of a schema that others build on', () => {
  const pet = {
    type: 'object',
    properties: { kind: { type: 'string' } },
    discriminator: { propertyName: 'kind' },
  };
  const heir = (properties: object): object => ({ allOf: [ref('Pet'), { type: 'object', properties }] });
  const compiled = describing(ref('Pet'), {
    Pet: pet,
    Cat: heir({ lives: {} }),
    Dog: heir({ tricks: {} }),
    Puppy: { allOf: [ref('Dog'), { properties: { age: {} } }] },
  });

  it('documents what the named heir has, and not what the others have', async () => {
    expect(toldOf(await compiled, { kind: 'Cat', lives: 9 })).toEqual([]);
    expect(toldOf(await compiled, { kind: 'Cat', tricks: [] })).toEqual(['undocumented-property /tricks']);
    expect(toldOf(await compiled, { kind: 'Puppy', tricks: [], age: 1 })).toEqual([]);
    expect(toldOf(await compiled, { kind: 'Pet' })).toEqual([]);
    expect(toldOf(await compiled, { kind: 'Bird', lives: 1 })).toEqual([
      'response-schema-conformance ',
      'undocumented-property /lives',
    ]);
    expect(toldOf(await compiled, { lives: 1 })).toEqual(['undocumented-property /lives']);
  });
});

describe('a value that names nothing', () => {
  const open = (more: object = {}, alternatives: object = { oneOf: [ref('Cat'), ref('Dog')] }) =>
    describing({ ...alternatives, discriminator: { propertyName: 'kind', ...more } }, { Cat: CAT, Dog: DOG });
  const fish = { kind: 'Fish', lives: 1 };

  it('is told, and no fault', async () => {
    expect(findingsOf(await open(), fish)).toMatchObject([
      {
        severity: 'info',
        message: 'The value names no schema by its "kind", and was judged without.',
        received: '"Fish"',
        documented: 'Cat, Dog',
      },
    ]);
  });

  it.each<[string, ReturnType<typeof describing>, unknown]>([
    ['a name of the mapping', open({ mapping: { Fish: 'Cat' } }), fish],
    ['an alternative without a name', open({}, { oneOf: [ref('Dog'), CAT] }), fish],
    ['a default', open({ defaultMapping: 'Cat' }), fish],
    ['no name', open({}, { anyOf: [ref('Dog'), ref('Cat'), {}] }), { lives: 1 }],
  ])('is none: %s', async (_, contract, value) => {
    expect(toldOf(await contract, value)).toEqual([]);
  });

  it('is meant for the default', async () => {
    const messages = findingsOf(await open({ defaultMapping: 'Dog' }), { kind: 'Fish' });
    expect(messages.map(({ message }) => message)).toEqual([
      'The value lacks the required property "tricks".',
    ]);
  });
});

describe('a mapping', () => {
  it('that names no schema is told', async () => {
    const pet = { oneOf: [ref('Cat')], discriminator: { propertyName: 'kind', mapping: { x: 'Dgo' } } };
    expect((await describing(pet, { Cat: CAT })).limitations).toMatchObject([
      { kind: 'wrong', what: 'a mapping names no schema: Dgo' },
    ]);
  });

  it('may be all that leads to a file', async () => {
    const mapping = { dog: './pets/dog.json', cat: 'Cat', cow: 'x.y.Cow' };
    const pet = { properties: { kind: {} }, discriminator: { propertyName: 'kind', mapping } };
    const content = { 'application/json': { schema: pet } };
    const root = {
      openapi: '3.1.1',
      info: {},
      paths: { '/things/{id}': { get: { responses: { 200: { description: 'ok', content } } } } },
      components: { schemas: { Cat: CAT, 'x.y.Cow': DOG } },
    };
    const contract = await compileFiles({
      'openapi.json': JSON.stringify(root),
      'pets/dog.json': JSON.stringify({ $ref: 'animal.json' }),
      'pets/animal.json': JSON.stringify(DOG),
    });
    expect(toldOf(contract, { kind: 'dog', tricks: [] })).toEqual([]);
    expect(toldOf(contract, { kind: 'dog', lives: 9 })).toEqual(['undocumented-property /lives']);
  });

  it('that leads nowhere, or is no text, is told, and the rest is judged', async () => {
    const mapping = (target: unknown): Promise<Contract> =>
      describing(
        { oneOf: [ref('Cat')], discriminator: { propertyName: 'kind', mapping: { x: target } } },
        { Cat: CAT },
      );
    expect((await mapping('#/components/schemas/None')).limitations).toMatchObject([
      { kind: 'wrong', what: '$ref leads nowhere: #/components/schemas/None' },
    ]);
    const contract = await mapping(3);
    expect(contract.limitations).toMatchObject([
      { kind: 'wrong', what: 'a mapping leads to the name of a schema or to a reference' },
    ]);
    expect(toldOf(contract, { kind: 'Cat' })).toEqual([
      'response-schema-conformance ',
      'response-schema-conformance ',
    ]);
  });
});
