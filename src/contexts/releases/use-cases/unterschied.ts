import { pinnedOnlinedienst, readAngebot } from '#efa';
import { compareDefinitions } from '#overlays';
import type { Tx } from '#platform';
import { type Zeile, zeilenVon } from '../domain/unterschied.ts';

/** What one version of a service changes against another, in plain words; `null` where one of them was never offered. */
export async function unterschied(
  tx: Tx,
  dienst: string,
  von: string,
  nach: string,
): Promise<readonly Zeile[] | null> {
  const sideOf = async (fassung: string) => {
    const angebot = await readAngebot(tx, dienst, fassung);
    const pinned = await pinnedOnlinedienst(tx, dienst, fassung);
    if (angebot === null || pinned === null) return null;
    return { ...angebot.data, formular: pinned.form.definition, texte: pinned.definition.texts };
  };
  const [before, after] = [await sideOf(von), await sideOf(nach)];
  if (before === null || after === null) return null;
  return zeilenVon(before, after, compareDefinitions(before.formular, after.formular));
}
