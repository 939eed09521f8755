// Who may import whom: one allow-table, lowest room first. The check in scripts/check.ts asserts that it saw the modules.
const contexts = [
  'catalogue',
  'territory',
  'duties',
  'law',
  'identity',
  'forms',
  'fim',
  'prover',
  'overlays',
  'delivery',
  'discussion',
  'views',
  'notices',
  'fields',
  'efa',
  'parameters',
  'releases',
  'packages',
  'costs',
  'marketplace',
  'connection',
  'descriptions',
  'routing',
  'finder',
  'pvog',
  'quality',
  'solutions',
  'projects',
  'compass',
  'reports',
  'surveys',
  'priorities',
  'planning',
  'workgroup',
  'workshop',
  'applications',
  'inbox',
  'portal',
];

const ground = ['kernel', 'standards', 'ui', 'platform'];
const law = [...ground, 'catalogue', 'territory', 'duties'];
const organised = [...ground, 'identity'];
const offered = [...law, 'identity', 'forms', 'delivery', 'efa'];
const measured = [...law, 'identity', 'fields', 'efa'];

const needed = [...measured, 'solutions', 'projects', 'compass'];

/** Each room and the rooms it may import; a room may always import itself. */
const allowed = {
  kernel: [],
  standards: ['kernel'],
  ui: ['kernel'],
  platform: ['kernel'],
  catalogue: ground,
  territory: ground,
  duties: [...ground, 'catalogue', 'territory'],
  law,
  identity: law,
  forms: ['kernel', 'standards', 'ui'],
  fim: [...ground, 'forms'],
  prover: [...ground, 'forms'],
  overlays: [...ground, 'forms'],
  delivery: ground,
  discussion: organised,
  views: organised,
  notices: organised,
  fields: organised,
  efa: [...law, 'identity', 'forms', 'delivery'],
  parameters: [...offered, 'prover', 'overlays'],
  releases: [...offered, 'overlays'],
  packages: offered,
  costs: offered,
  marketplace: offered,
  connection: [...offered, 'prover'],
  descriptions: [...law, 'identity'],
  routing: [...offered, 'descriptions'],
  finder: [...offered, 'descriptions', 'routing'],
  pvog: [...offered, 'descriptions', 'routing', 'finder'],
  quality: [...offered, 'descriptions', 'routing', 'finder'],
  solutions: measured,
  projects: [...measured, 'solutions'],
  compass: [...measured, 'solutions', 'projects'],
  reports: [...measured, 'solutions', 'projects', 'compass'],
  surveys: needed,
  priorities: [...needed, 'surveys'],
  planning: [...needed, 'surveys', 'priorities'],
  workgroup: [...law, 'identity', 'discussion'],
  workshop: [...offered, 'fim', 'prover', 'overlays'],
  applications: [...offered, 'overlays', 'parameters'],
  inbox: [...organised, 'forms', 'delivery'],
  portal: [...offered, 'descriptions', 'routing', 'finder'],
  app: [...ground, ...contexts],
};

const pathOf = (room) => (contexts.includes(room) ? `^src/contexts/${room}/` : `^src/${room}/`);

const directions = Object.entries(allowed).map(([room, others]) => ({
  name: `room-${room}`,
  comment: `${room} may import ${others.join(', ') || 'nothing'} of the house`,
  severity: 'error',
  from: { path: pathOf(room) },
  to: { path: '^src/', pathNot: [room, ...others].map(pathOf) },
}));

/** Rooms with more than one door: each for another kind of guest. */
const furtherDoors = {
  platform: ['config'],
  forms: ['bedingungen', 'onlinedienst', 'pages', 'testfaelle'],
  efa: ['fassungen', 'many', 'parameter'],
  connection: ['cockpit'],
};

const doorsOf = (room) => `(?:${['index', ...(furtherDoors[room] ?? [])].join('|')})\\.ts$`;

const doors = Object.keys(allowed)
  .filter((room) => room !== 'app')
  .map((room) => ({
    name: `door-${room}`,
    comment: `others enter ${room} through its index.ts (tests: through testing/ too)`,
    severity: 'error',
    from: { pathNot: [pathOf(room), '\\.test\\.ts$', '/testing/', '^test/', '^bench/', '^scripts/'] },
    to: {
      path: pathOf(room),
      pathNot:
        room === 'standards' ? ['^src/standards/[^/]+/index\\.ts$'] : [`${pathOf(room)}${doorsOf(room)}`],
    },
  }));

module.exports = {
  forbidden: [
    ...directions,
    ...doors,
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-own-index',
      comment: 'nobody imports its own index.ts',
      severity: 'error',
      from: { path: '^(src/(?:contexts/[^/]+|standards/[^/]+|kernel|ui|platform))/' },
      to: { path: '^$1/index\\.ts$' },
    },
    {
      name: 'pure-domain',
      comment: 'domain/ is pure: kernel, standards, its own; no I/O, no clock',
      severity: 'error',
      from: { path: '/domain/', pathNot: '\\.test\\.ts$' },
      to: { path: '^src/', pathNot: ['^src/kernel/', '^src/standards/', '^src/contexts/[^/]+/domain/'] },
    },
    {
      name: 'domain-without-io',
      severity: 'error',
      from: { path: '/domain/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'leaves',
      comment: 'web/ and cli.ts are leaves: only index.ts and themselves import them',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: [
          '/web/',
          '/index\\.ts$',
          '^src/contexts/forms/pages\\.ts$',
          '^src/contexts/connection/cockpit\\.ts$',
          '\\.test\\.ts$',
        ],
      },
      to: { path: ['^src/contexts/[^/]+/web/', '^src/contexts/[^/]+/cli\\.ts$'] },
    },
    {
      name: 'nothing-imports-app',
      severity: 'error',
      from: { pathNot: ['^src/app/', '^test/', '^bench/', '^scripts/'] },
      to: { path: '^src/app/' },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no-dev-in-product',
      severity: 'error',
      from: { path: '^src/', pathNot: ['\\.test\\.ts$', '/testing/'] },
      to: { dependencyTypes: ['npm-dev'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      conditionNames: ['import', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
