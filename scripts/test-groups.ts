import { globSync } from 'node:fs';
import { root } from './run-tool.ts';

/** Test files that run in one process, and the settings under which they run. */
export interface TestGroup {
  readonly name: string;
  /** Groups of one lane run one after the other; the lanes run side by side, so that two cores have work. */
  readonly lane: 'inner' | 'outer';
  readonly files: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

const find = (pattern: string): readonly string[] => globSync(pattern, { cwd: root }).sort();

// The boundaries hold these rooms pure, and the supervisor keeps a PostgreSQL of its own: a second run would say nothing new.
const knowsNoDatabase =
  /^scripts\/|^test\/(architecture|relevance)\/|^src\/(kernel|standards|ui)\/|\/domain\/|^src\/contexts\/forms\/|^src\/app\/supervisor\/|^src\/platform\/(spreadsheet|scanning|uploads)\//;

// Starts the PostgreSQL that comes along, whatever other there is: a second run would say nothing new either.
const bringsItsOwn = /^src\/platform\/(backup\/backup|instance\/open-instance)\.test\.ts$/;

// Opens databases, asks about them or keeps them: what it relies on may differ from one PostgreSQL to the other.
const aboutTheDatabase = /^src\/platform\/|^test\/|^scripts\//;

// Starts programs and ends them, by the minute: with the rules, so that both lanes have about as much to do.
const processes = /^test\/acceptance\/(command-line|kills|start-and-stop)\./;

/**
 * All groups. A store's SQL runs once before the browser: on the external PostgreSQL where there is one, which is the older
 * and stricter of the two (the browser, the commands and the processes then use the embedded one), else on the embedded one.
 * What copies whole clusters goes first, in processes of its own: beside thousands of other tests' objects it took minutes.
 */
export function testGroups(externalUrl: string | null): readonly TestGroup[] {
  const inner = [
    ...find('src/**/*.test.ts'),
    ...find('scripts/**/*.test.ts'),
    ...find('test/*.test.ts'),
    ...find('test/{architecture,relevance}/*.test.ts'),
  ];
  const usesDatabase = (file: string) =>
    !knowsNoDatabase.test(file) && !bringsItsOwn.test(file) && !file.includes('/web/');
  const embedded = inner.filter((file) => !externalUrl || !usesDatabase(file) || aboutTheDatabase.test(file));
  const [ground, rooms] = partedAt(embedded, isGround);
  const acceptance = find('test/{acceptance,conformance}/**/*.test.ts');
  const [programs, journeys] = partedAt(acceptance, (file) => processes.test(file));
  return [
    on('platform, documents, house (embedded PostgreSQL)', 'inner', ground),
    on('rules, stores, doors (embedded PostgreSQL)', 'inner', rooms),
    ...(externalUrl ? externalGroups(inner.filter(usesDatabase), externalUrl) : []),
    on('command line and processes', 'inner', programs),
    on('pages in the browser', 'outer', find('test/browser/**/*.test.ts')),
    on('whole journeys', 'outer', journeys),
  ].filter(({ files }) => files.length > 0);
}

function externalGroups(files: readonly string[], url: string): readonly TestGroup[] {
  const [ground, rooms] = partedAt(files, isGround);
  const env = { TEST_DATABASE_URL: url };
  return [
    on('platform on an external PostgreSQL', 'inner', ground, env),
    on('stores and use cases on an external PostgreSQL', 'inner', rooms, env),
  ];
}

function on(
  name: string,
  lane: TestGroup['lane'],
  files: readonly string[],
  env: TestGroup['env'] = {},
): TestGroup {
  return { name, lane, files, env };
}

const isGround = (file: string) => !file.startsWith('src/contexts/');

function partedAt(files: readonly string[], isFirst: (file: string) => boolean) {
  return [files.filter(isFirst), files.filter((file) => !isFirst(file))] as const;
}
