import { ok, type Result } from '#kernel';
import { isObject, type Json, type Paketinhalt } from '#standards/leitwerk-paket';
import type { PackagesDeps } from '../deps.ts';
import { readPaketdatei } from './lesen.ts';
import { keptKeys } from './schluessel.ts';

/** What became of a part between two packages. */
export interface Teilunterschied {
  readonly name: string;
  readonly art: 'gleich' | 'geaendert' | 'neu' | 'entfallen';
  /** Where a changed part differs, at most fifty places. */
  readonly stellen: readonly string[];
}

const mostStellen = 50;

/** Compares two contents part by part, by name. */
export function vergleicheInhalte(
  before: Pick<Paketinhalt, 'teile'>,
  after: Pick<Paketinhalt, 'teile'>,
): readonly Teilunterschied[] {
  const names = [...new Set([...Object.keys(before.teile), ...Object.keys(after.teile)])].toSorted();
  return names.map((name) => {
    const [a, b] = [before.teile[name], after.teile[name]];
    if (a === undefined || b === undefined)
      return { name, art: a === undefined ? 'neu' : 'entfallen', stellen: [] } as const;
    const stellen: string[] = [];
    differ(a, b, '', stellen);
    return { name, art: stellen.length === 0 ? 'gleich' : 'geaendert', stellen } as const;
  });
}

function differ(a: Json | undefined, b: Json | undefined, at: string, found: string[]): void {
  if (found.length >= mostStellen) return;
  if (Array.isArray(a) && Array.isArray(b)) {
    for (let index = 0; index < Math.max(a.length, b.length); index += 1)
      differ(a[index], b[index], `${at}[${index}]`, found);
    return;
  }
  if (isObject(a) && isObject(b)) {
    for (const name of new Set([...Object.keys(a), ...Object.keys(b)]))
      differ(a[name], b[name], at === '' ? name : `${at}.${name}`, found);
    return;
  }
  if (a !== b) found.push(at === '' ? '(Anfang)' : at);
}

/** Compares two packages that lie here, by their content hashes. */
export async function vergleichePakete(
  deps: Pick<PackagesDeps, 'db' | 'leser'>,
  von: string,
  zu: string,
): Promise<Result<readonly Teilunterschied[]>> {
  const keyOf = await deps.db.withPublic(keptKeys);
  const contents: Paketinhalt[] = [];
  for (const summe of [von, zu]) {
    const datei = await readPaketdatei(deps, summe);
    const opened = datei.ok ? deps.leser.open(datei.value.bytes, keyOf) : datei;
    if (!opened.ok) return opened;
    contents.push(opened.value.inhalt);
  }
  const [before, after] = contents;
  return ok(before && after ? vergleicheInhalte(before, after) : []);
}
