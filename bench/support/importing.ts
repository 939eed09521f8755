import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Installation } from './installation.ts';

const shipped = join(import.meta.dirname, '../../data');

/** Two states of the reference data: the shipped one, and one in which every twentieth Leistung has another name. */
export function twoStates(folder: string): readonly [string, string] {
  const other = join(folder, 'data-b');
  cpSync(shipped, other, { recursive: true });
  const file = join(other, 'katalog/leistungen.jsonl');
  const [head = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const renamed = rows.map((row, index) => (index % 20 === 0 ? row.replace(/"name":"/, '$&Neu: ') : row));
  writeFileSync(file, `${[head, ...renamed].join('\n')}\n`);
  return [shipped, other];
}

/**
 * Two states of the reference data of `megabytes` each: every Leistung names as many more norms as that takes, and in the
 * second state every twentieth has another name too.
 */
export function twoLargeStates(folder: string, megabytes: number): readonly [string, string] {
  const states = ['large-a', 'large-b'].map((name) => join(folder, name));
  for (const [index, state] of states.entries()) {
    cpSync(shipped, state, { recursive: true });
    const file = join(state, 'katalog/leistungen.jsonl');
    const [head = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
    const norm = JSON.stringify({ text: `§ 1 Messgesetz (erfunden) ${'x'.repeat(400)}`, url: null });
    const each = Math.ceil((megabytes * 1e6) / rows.length / norm.length);
    const more = Array.from({ length: each }, () => norm).join(',');
    const long = rows.map((row, place) => {
      const named = index === 1 && place % 20 === 0 ? row.replace(/"name":"/, '$&Neu: ') : row;
      return named.replace(
        /"rechtsgrundlagen":\[(?=(\])?)/,
        (start, empty) => `${start}${more}${empty ? '' : ','}`,
      );
    });
    writeFileSync(file, `${[head, ...long].join('\n')}\n`);
  }
  const [first = '', second = ''] = states;
  return [first, second];
}

/** Imports that run one after the other until they are told to stop. */
export interface Importing {
  /** How long each took, in ms. */
  readonly stop: () => Promise<readonly number[]>;
}

/** Imports all reference data again and again by the command; every import changes 263 Leistungen. */
export function keepImporting(
  installation: Installation,
  [shippedState, other]: readonly [string, string],
): Importing {
  const times: number[] = [];
  let going = true;
  const loop = async () => {
    while (going) times.push(await timeImport(installation, times.length % 2 === 0 ? other : shippedState));
  };
  const running = loop();
  return {
    stop: async () => {
      going = false;
      await running;
      return times;
    },
  };
}

/** One import; throws where it changed nothing. */
export async function timeImport(
  installation: Pick<Installation, 'command'>,
  state: string,
): Promise<number> {
  const started = performance.now();
  const answer = await installation.command('import', state, '--yes', '--json');
  const took = performance.now() - started;
  const { bereiche } = JSON.parse(answer) as { bereiche: readonly { changed: boolean }[] };
  if (!bereiche.some(({ changed }) => changed)) throw new Error('the import changed nothing');
  return took;
}
