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
    const definition = (await pinnedOnlinedienst(tx, dienst, fassung))?.form.definition;
    return angebot && definition ? { ...angebot.data, formular: definition } : null;
  };
  const [before, after] = [await sideOf(von), await sideOf(nach)];
  if (before === null || after === null) return null;
  return zeilenVon(before, after, compareDefinitions(before.formular, after.formular));
}
