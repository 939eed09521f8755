import { resolveLeistung } from '#catalogue';
import { readAllLive, readAngebote } from '#efa';
import { dayInGermany } from '#kernel';
import type { Neuerung } from '#workgroup';
import type { Services } from '../../services.ts';
import type { Betroffen } from '../betroffene.ts';
import type { Zeitraum } from './zeitraum.ts';

/** Services that are offered now, and Kommunen where one went live. */
export async function onlinedienste(
  { db, worlds }: Services,
  zeit: Zeitraum,
  betroffen: Betroffen,
): Promise<readonly Neuerung[]> {
  const [angebote, live] = await db.withPublic(
    async (tx) => [await readAngebote(tx), await readAllLive(tx)] as const,
  );
  const catalogue = await worlds.catalogue();
  const idsOf = (leika: readonly string[]) =>
    leika.flatMap((key) => {
      const found = resolveLeistung(catalogue, key);
      return found.ok ? [found.value.id] : [];
    });
  const offered = angebote
    .filter(({ angebotenAm }) => zeit.in(dayInGermany(angebotenAm)))
    .map(({ dienst, fassung, data, anbieter, angebotenAm }): Neuerung => {
      const ids = idsOf(data.covers.map(({ leika }) => leika));
      return {
        tag: dayInGermany(angebotenAm),
        titel: `${data.title}, Fassung ${fassung}`,
        text: `Angeboten von ${anbieter}`,
        quelle: 'Angebote von Onlinediensten',
        href: `/onlinedienste/${dienst}`,
        kommunen: betroffen.kommunen(ids),
        leistungen: betroffen.leistungen(ids),
      };
    });
  const started = live
    .filter(({ seit }) => zeit.in(seit))
    .map(
      ({ titel, kommune, ags, leika, seit }): Neuerung => ({
        tag: seit,
        titel: `${titel}: online in ${kommune}`,
        text: '',
        quelle: 'Anbindungen',
        href: `/kommunen/${ags}`,
        kommunen: betroffen.benannte([ags]),
        leistungen: betroffen.leistungen(idsOf(leika)),
      }),
    );
  return [...offered, ...started];
}
