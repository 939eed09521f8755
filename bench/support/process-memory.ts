import { readdirSync, readFileSync } from 'node:fs';

/** Memory in MB by kind of process; shared pages count for each process in proportion (PSS). */
export type MemoryByKind = Readonly<Record<string, number>>;

/** The memory of all processes of an installation, where its sum was highest. */
export interface MemoryReport {
  readonly unit: 'MB';
  readonly measure: 'PSS';
  readonly total: number;
  readonly processes: MemoryByKind;
}

interface ProcessLine {
  readonly pid: number;
  readonly parent: number;
  readonly words: string;
}

const kinds: readonly (readonly [kind: string, sign: string])[] = [
  ['postgresql', 'postgres'],
  ['web', 'src/app/web.ts'],
  ['worker', 'src/app/worker.ts'],
  ['supervisor', 'main.ts start'],
  ['benchmark', '/bench/'],
];

/** The memory of a process and of everything that it started. */
export function memoryOfTree(root: number): MemoryReport {
  const processes: Record<string, number> = {};
  for (const { pid, words } of treeOf(root)) {
    const kind = kindOf(words);
    processes[kind] = (processes[kind] ?? 0) + pssOf(pid);
  }
  return reportOf(processes);
}

/** Looks at the memory of a process tree now and then; `stop` gives the moment at which it was highest. */
export function watchMemory(root: number, everyMs: number): { readonly stop: () => MemoryReport } {
  let highest = memoryOfTree(root);
  const look = () => {
    const now = memoryOfTree(root);
    if (now.total > highest.total) highest = now;
  };
  const timer = setInterval(look, everyMs);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return highest;
    },
  };
}

/** The memory of the largest process of each kind now, in MB. */
export function largestOfKinds(root: number): MemoryByKind {
  const largest: Record<string, number> = {};
  for (const { pid, words } of treeOf(root)) {
    const kind = kindOf(words);
    largest[kind] = Math.max(largest[kind] ?? 0, pssOf(pid));
  }
  return largest;
}

/** Looks at each process of a tree now and then; `stop` gives the most that the largest of each kind had. */
export function watchLargest(root: number, everyMs: number): { readonly stop: () => MemoryByKind } {
  const most: Record<string, number> = {};
  const look = () => {
    for (const [kind, mb] of Object.entries(largestOfKinds(root))) most[kind] = Math.max(most[kind] ?? 0, mb);
  };
  look();
  const timer = setInterval(look, everyMs);
  return {
    stop: () => {
      clearInterval(timer);
      look();
      return most;
    },
  };
}

/** The pids of a process and of all that it started. */
export function pidsOfTree(root: number): readonly number[] {
  return treeOf(root).map(({ pid }) => pid);
}

function treeOf(root: number): readonly ProcessLine[] {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => processLine(Number(name)));
  const tree = all.filter(({ pid }) => pid === root);
  for (const one of tree) tree.push(...all.filter(({ parent }) => parent === one.pid));
  return tree;
}

function kindOf(words: string): string {
  return kinds.find(([, sign]) => words.includes(sign))?.[0] ?? 'other';
}

/** A process may end while it is looked at: then there is nothing to count. */
function processLine(pid: number): readonly ProcessLine[] {
  const stat = readOrNothing(`/proc/${pid}/stat`);
  const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  const words = readOrNothing(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
  return stat === '' ? [] : [{ pid, parent, words }];
}

function pssOf(pid: number): number {
  const line = /^Pss:\s+(\d+) kB/m.exec(readOrNothing(`/proc/${pid}/smaps_rollup`));
  return (Number(line?.[1] ?? 0) * 1024) / 1e6;
}

function readOrNothing(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function reportOf(processes: MemoryByKind): MemoryReport {
  const rounded = Object.fromEntries(Object.entries(processes).map(([kind, mb]) => [kind, Math.round(mb)]));
  const total = Math.round(Object.values(processes).reduce((sum, mb) => sum + mb, 0));
  return { unit: 'MB', measure: 'PSS', total, processes: rounded };
}
