import { pinnedOnlinedienst, readAngebot } from '#efa';
import { compareDefinitions } from '#overlays';
import type { Tx } from '#platform';
import { type Zeile, zeilenVon } from '../domain/unterschied.ts';

type Vergleich = (von: string, nach: string) => Promise<readonly Zeile[] | null>;

/**
 * What one version of a service changes against another, in plain words; `null` where one of them was never offered. Each
 * version is read and compiled once, however many it is compared with.
 */
export function unterschiedeIn(tx: Tx, dienst: string): Vergleich {
  const known = new Map<string, ReturnType<typeof sideOf>>();
  const side = (fassung: string) => {
    const found = known.get(fassung) ?? sideOf(tx, dienst, fassung);
    known.set(fassung, found);
    return found;
  };
  return async (von, nach) => {
    const [before, after] = [await side(von), await side(nach)];
    if (before === null || after === null) return null;
    return zeilenVon(before, after, compareDefinitions(before.formular, after.formular));
  };
}

async function sideOf(tx: Tx, dienst: string, fassung: string) {
  const angebot = await readAngebot(tx, dienst, fassung);
  const pinned = await pinnedOnlinedienst(tx, dienst, fassung);
  if (angebot === null || pinned === null) return null;
  return { ...angebot.data, formular: pinned.form.definition, texte: pinned.definition.texts };
}
