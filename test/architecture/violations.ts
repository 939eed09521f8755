import { declaredRooms } from './declared-rooms.ts';

/** A file that breaks a rule: what it imports, and what the check must say of it. */
export interface Violation {
  readonly file: string;
  readonly text: string;
  readonly rule: string;
  readonly to: string;
}

const base = ['kernel', 'standards', 'ui', 'platform'];

/** The order of the house, written down here a second time on purpose; what comes later declares its own line. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  ...declaredRooms,
  kernel: [],
  standards: ['kernel'],
  ui: ['kernel'],
  platform: ['kernel'],
  catalogue: base,
  territory: base,
  duties: [...base, 'catalogue', 'territory'],
  law: [...base, 'catalogue', 'territory', 'duties'],
  identity: [...base, 'catalogue', 'territory', 'duties'],
  app: Object.keys(declaredRooms).filter((room) => room !== 'app'),
};

const rooms = Object.keys(mayImport);
const isContext = (room: string) => !base.includes(room) && room !== 'app';

const folderOf = (room: string) => (isContext(room) ? `src/contexts/${room}` : `src/${room}`);
const doorOf = (room: string) => `${folderOf(room)}${room === 'standards' ? '/leika' : ''}/index.ts`;
const innerOf = (room: string) => doorOf(room).replace('index.ts', 'inner.ts');

/** From a file directly in `room` to a file of the house. */
const relative = (room: string, to: string) =>
  `${isContext(room) ? '../../' : '../'}${to.replace(/^src\//, '')}`;

const importing = (room: string, other: string) =>
  `import { door } from '${relative(room, doorOf(other))}';\nexport const used = door;\n`;

/** Doors and inner files of every room, and every import that is allowed: nothing of this may be reported. */
export function soundHouse(): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  for (const room of rooms) {
    files[doorOf(room)] = 'export const door = 1;\nexport type Door = number;\n';
    files[innerOf(room)] = 'export const inner = 1;\n';
    for (const other of mayImport[room]?.filter((name) => rooms.includes(name)) ?? [])
      files[`${folderOf(room)}/may-${other}.ts`] = importing(room, other);
  }
  const duties = folderOf('duties');
  files[`${duties}/web/page.ts`] = 'export const page = 1;\n';
  files[`${duties}/cli.ts`] = 'export const command = 1;\n';
  files[`${duties}/store.ts`] = `import { thing } from 'kysely';\nexport const store = thing;\n`;
  files[`${duties}/domain/rule.ts`] = `import { door } from '#kernel';\nexport const rule = door;\n`;
  return files;
}

const wrongWays: readonly Violation[] = rooms.flatMap((room) =>
  rooms
    .filter((other) => other !== room && !mayImport[room]?.includes(other))
    .map((other) => ({
      file: `${folderOf(room)}/wrong-${other}.ts`,
      text: importing(room, other),
      rule: `room-${room}`,
      to: doorOf(other),
    })),
);

const sideDoors: readonly Violation[] = rooms
  .filter((room) => room !== 'app')
  .map((room) => ({
    file: `src/app/side-${room}.ts`,
    text: `export { inner } from '${relative('app', innerOf(room))}';\n`,
    rule: `door-${room}`,
    to: innerOf(room),
  }));

const intoApp: readonly Violation[] = rooms
  .filter((room) => room !== 'app')
  .map((room) => ({
    file: `${folderOf(room)}/wrong-app.ts`,
    text: importing(room, 'app'),
    rule: 'nothing-imports-app',
    to: doorOf('app'),
  }));

const ownDoors: readonly Violation[] = rooms
  .filter((room) => room !== 'app')
  .map((room) => ({
    file: `${dirnameOf(doorOf(room))}/own-door.ts`,
    text: `export { door } from './index.ts';\n`,
    rule: 'no-own-index',
    to: doorOf(room),
  }));

function dirnameOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

const duties = folderOf('duties');
const single: readonly (readonly [file: string, text: string, rule: string, to: string])[] = [
  [`${duties}/cycle-a.ts`, `import './cycle-b.ts';\n`, 'no-cycle', `${duties}/cycle-b.ts`],
  [`${duties}/domain/io.ts`, `import 'node:fs';\n`, 'domain-without-io', 'fs'],
  [`${duties}/domain/platform.ts`, `import '#platform';\n`, 'pure-domain', doorOf('platform')],
  [`${duties}/domain/store.ts`, `import '../store.ts';\n`, 'pure-domain', `${duties}/store.ts`],
  [`${duties}/use-cases/page.ts`, `import '../web/page.ts';\n`, 'leaves', `${duties}/web/page.ts`],
  [`${duties}/use-cases/command.ts`, `import '../cli.ts';\n`, 'leaves', `${duties}/cli.ts`],
  ['src/app/gone.ts', `import './nowhere.ts';\n`, 'no-unresolved', './nowhere.ts'],
  ['src/kernel/dev.ts', `import 'fast-check';\n`, 'no-dev-in-product', 'node_modules/fast-check/index.js'],
  // However it is written, an import is an import.
  [
    'src/kernel/by-type.ts',
    `import type { Door } from '#ui';\nexport type D = Door;\n`,
    'room-kernel',
    doorOf('ui'),
  ],
  ['src/kernel/by-await.ts', `export const d = await import('#ui');\n`, 'room-kernel', doorOf('ui')],
  ['src/kernel/by-export.ts', `export * from '#ui';\n`, 'room-kernel', doorOf('ui')],
  ['src/kernel/by-path.ts', `import '../ui/inner.ts';\n`, 'door-ui', 'src/ui/inner.ts'],
];

/** The other half of the cycle; it is reported once, where it was met first. */
export const companions: Readonly<Record<string, string>> = {
  [`${duties}/cycle-b.ts`]: `import './cycle-a.ts';\n`,
};

export const violations: readonly Violation[] = [
  ...wrongWays,
  ...sideDoors,
  ...intoApp,
  ...ownDoors,
  ...single.map(([file, text, rule, to]) => ({ file, text, rule, to })),
];
