// The import rule: who may know whom. ARCHITECTURE.md tells why; `scripts/import-rule.test.ts` shows each rule firing.
// Every rule speaks of folders, so that a new check, reader or reporter is covered with no change here.

const TESTS = '\\.test(-support|-d)?\\.ts$';

/** Folders whose files are strangers to each other: each is one plug of the same shape. */
const PLUGS = '^src/contract/(judge/checks|recordings/formats|reporters)/';

/** An npm package, wherever npm put it. */
const npm = (...names) => `(^|/)node_modules/(${names.join('|')})/`;

/** What a layer may import at all. `core` is Node's own modules. */
const layer = ({ name, files, may, core, why }) => ({
  name,
  comment: why,
  severity: 'error',
  from: { path: files, pathNot: TESTS },
  to: { pathNot: may, ...(core ? { dependencyTypesNot: ['core'] } : {}) },
});

/**
 * Tests bring their tools, but stay within their layer: what needs two of them belongs to contract-tests/. The package's
 * own name leads to what was built of all layers.
 */
const layerTests = ({ name, folder, may, why }) => ({
  name,
  comment: why,
  severity: 'error',
  from: { path: `^src/${folder}/.*${TESTS}` },
  to: { path: '^(src|dist)/|^exa-enrichments(/|$)', pathNot: may },
});

export default {
  forbidden: [
    layer({
      name: 'secrets-are-a-leaf',
      why: 'What a credential looks like is known in one place to client, contract, simulator and command: it leans on nothing.',
      files: '^src/secrets/',
      may: ['^src/secrets/'],
      core: false,
    }),
    layer({
      name: 'client-is-lean',
      why: 'The client runs in every runtime and lies in everybody’s bundle: openapi-fetch, the leaf that strikes secrets out, and nothing else.',
      files: '^src/client/',
      may: ['^src/client/', '^src/secrets/', '^generated/', npm('openapi-fetch')],
      core: false,
    }),
    layer({
      name: 'contract-stands-alone',
      why: 'The judge shares no code with the judged.',
      files: '^src/contract/',
      may: [
        '^src/contract/',
        '^src/secrets/',
        '^generated/',
        npm('yaml', 'js-yaml', 'jsonc-parser', 'ajv', 'ajv-formats', 'multipasta', 'tinyglobby', 'yauzl'),
      ],
      core: true,
    }),
    layer({
      name: 'simulator-stands-alone',
      why: 'The simulator is held against the contract, so it must not lean on what it is held with.',
      files: '^src/simulator/',
      may: ['^src/simulator/', '^src/secrets/', '^generated/'],
      core: true,
    }),
    layer({
      name: 'entry-point-is-the-client',
      why: '`exa-enrichments` is the client; the contract engine and the simulator have their own entry points.',
      files: '^src/[^/]+$',
      may: ['^src/client/', '^src/secrets/', '^generated/'],
      core: false,
    }),
    layerTests({
      name: 'client-tests-stay-within',
      why: 'A test of the client that needs the judge or the simulator belongs to contract-tests/.',
      folder: 'client',
      may: ['^src/client/', '^src/secrets/'],
    }),
    layerTests({
      name: 'unit-tests-of-the-judge-stay-within',
      why: 'A unit test of the judge uses nothing of the judged.',
      folder: 'contract',
      may: ['^src/contract/', '^src/secrets/'],
    }),
    layerTests({
      name: 'simulator-tests-stay-within',
      why: 'Tests of the simulator may ask the judge about its answers; the simulator itself may not.',
      folder: 'simulator',
      may: ['^src/simulator/', '^src/contract/', '^src/secrets/'],
    }),
    layerTests({
      name: 'tests-of-secrets-stay-within',
      why: 'A leaf is tested without what grows on it.',
      folder: 'secrets',
      may: ['^src/secrets/'],
    }),
    {
      name: 'plugs-are-strangers',
      comment: 'A check, a reader or a reporter can be deleted without touching another one.',
      severity: 'error',
      from: { path: `${PLUGS}([^/.]+)`, pathNot: TESTS },
      to: {
        path: PLUGS,
        pathNot: [
          '^src/contract/$1/$2[./]',
          '^src/contract/recordings/formats/(format\\.ts$|shared/)',
          '^src/contract/reporters/shared/',
        ],
      },
    },
    {
      name: 'generated-imports-nothing',
      comment: 'Generated code is a leaf: it is checked byte for byte and bundled as it is.',
      severity: 'error',
      from: { path: '^generated/.*\\.js$' },
      to: {},
    },
    {
      name: 'generated-types-stay-within',
      comment: 'Declarations may name the types of the schema, which lie beside them.',
      severity: 'error',
      from: { path: '^generated/.*\\.d\\.ts$' },
      to: { pathNot: '^generated/' },
    },
    {
      name: 'nobody-imports-the-command',
      comment: 'The command is the outermost layer: what it knows that others need belongs below it.',
      severity: 'error',
      from: { pathNot: '^src/cli/' },
      to: { path: '^(src|dist)/cli/' },
    },
    {
      name: 'nobody-imports-scripts',
      comment: 'Scripts are run by npm. Only the tests of the lint rules borrow the way to run the linter.',
      severity: 'error',
      from: { pathNot: ['^scripts/', `^openapi/rules/.*${TESTS}`] },
      to: { path: '^scripts/' },
    },
    {
      name: 'contract-tests-use-the-package',
      comment:
        'The contract tests see what a user sees: `exa-enrichments/...`, never a path into the sources.',
      severity: 'error',
      from: { path: '^contract-tests/' },
      to: { path: '^(src|dist|generated)/', dependencyTypes: ['local'] },
    },
    {
      name: 'tests-are-not-imported',
      comment: 'Shipped code that leans on a test would lean on something that is not shipped.',
      severity: 'error',
      from: { pathNot: TESTS },
      to: { path: TESTS },
    },
    {
      name: 'shipped-code-declares-its-dependencies',
      comment: 'Who installs the package gets `dependencies` and nothing else.',
      severity: 'error',
      from: { path: '^(src|generated)/', pathNot: TESTS },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-cycles',
      comment: 'Files in a circle are one file in disguise.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'everything-resolves',
      comment:
        'The package’s own name resolves only once it is built, and the compiler watches over those. The benchmarks and the small projects of the platforms have peers of their own, which may not be installed.',
      severity: 'error',
      from: { pathNot: '^scripts/(bench|mutants|platforms/projects)/' },
      to: { couldNotResolve: true, pathNot: '^exa-enrichments(/|$)' },
    },
  ],
  options: {
    // Types count: a type that crosses a layer is knowledge that crosses a layer.
    tsPreCompilationDeps: true,
    doNotFollow: { path: ['node_modules', '^dist/'] },
    exclude: { path: '^scripts/(bench|mutants/peers|runtimes)/node_modules/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
