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

// Opens databases, asks about them or keeps them: what it relies on may differ from one PostgreSQL to the other.
const aboutTheDatabase = /^src\/platform\/|^test\/|^scripts\//;

/**
 * All groups. A store's SQL runs once before the browser: on the external PostgreSQL where there is one, which is the older
 * and stricter of the two (the browser, the commands and the processes then use the embedded one), else on the embedded one.
 */
export function testGroups(externalUrl: string | null): readonly TestGroup[] {
  const inner = [
    ...find('src/**/*.test.ts'),
    ...find('scripts/**/*.test.ts'),
    ...find('test/*.test.ts'),
    ...find('test/{architecture,relevance}/*.test.ts'),
  ];
  const usesDatabase = (file: string) => !knowsNoDatabase.test(file) && !file.includes('/web/');
  const onEmbedded = externalUrl
    ? inner.filter((file) => !usesDatabase(file) || aboutTheDatabase.test(file))
    : inner;
  const groups: TestGroup[] = [
    { name: 'rules, stores, doors (embedded PostgreSQL)', lane: 'inner', files: onEmbedded, env: {} },
  ];
  if (externalUrl)
    groups.push({
      name: 'stores and use cases on an external PostgreSQL',
      lane: 'inner',
      files: inner.filter(usesDatabase),
      env: { TEST_DATABASE_URL: externalUrl },
    });
  const outer = [
    ...find('test/conformance/**/*.test.ts'),
    ...find('test/acceptance/**/*.test.ts'),
    ...find('test/browser/**/*.test.ts'),
  ];
  groups.push({ name: 'browser, command line, processes', lane: 'outer', files: outer, env: {} });
  return groups.filter(({ files }) => files.length > 0);
}
