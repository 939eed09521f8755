import { addDays, formatLocalDate } from '#kernel';
import { radarOfBody } from '#law';
import type { Neuerung } from '#workgroup';
import type { Services } from '../../services.ts';
import type { Betroffen } from '../betroffene.ts';
import { keine, type Zeitraum } from './zeitraum.ts';

/** Deadlines that were reached, those whose lead time has begun, and rules that came into force. */
export async function normen(
  { worlds }: Services,
  zeit: Zeitraum,
  betroffen: Betroffen,
): Promise<readonly Neuerung[]> {
  const world = await worlds.law();
  const fristen = world.law.fristen.flatMap((frist) => {
    const beginn = addDays(frist.faelligAm, -frist.vorlaufTage);
    const wann = zeit.in(frist.faelligAm) ? frist.faelligAm : zeit.in(beginn) ? beginn : null;
    return wann === null ? [] : [{ frist, tag: wann, erreicht: wann === frist.faelligAm }];
  });
  const radar =
    fristen.length === 0
      ? []
      : betroffen.bodies.map((body) => ({
          ags: body.ags,
          zeilen: radarOfBody(world, body, zeit.bis).zeilen,
        }));
  const zeilen = fristen.map(({ frist, tag, erreicht }): Neuerung => {
    const touched = radar
      .map(({ ags, zeilen }) => ({ ags, ids: zeilen.find(({ id }) => id === frist.id)?.leistungen ?? [] }))
      .filter(({ ids }) => ids.length > 0);
    return {
      tag,
      titel: erreicht
        ? `${frist.titel}: der Tag ist da`
        : `${frist.titel}: Zeit zu beginnen, fällig am ${formatLocalDate(frist.faelligAm)}`,
      text: frist.tun,
      quelle: `${frist.norm}; ${frist.quelle.title}`,
      href: `/ozg2/${frist.id}`,
      kommunen: betroffen.benannte(touched.map(({ ags }) => ags)),
      leistungen: betroffen.leistungen([...new Set(touched.flatMap(({ ids }) => ids))]),
    };
  });
  const eintraege = world.law.eintraege
    .filter(({ validFrom }) => zeit.in(validFrom))
    .map((eintrag): Neuerung => {
      const ids = [...(eintrag.reichweite?.leistungen ?? [])];
      return {
        tag: eintrag.validFrom ?? zeit.bis,
        titel: `${eintrag.titel} gilt`,
        text: eintrag.aussage,
        quelle: `${eintrag.norm}; ${eintrag.quelle.title}`,
        href: `/ozg2/${eintrag.id}`,
        kommunen: ids.length > 0 ? betroffen.kommunen(ids) : keine,
        leistungen: betroffen.leistungen(ids),
      };
    });
  return [...zeilen, ...eintraege];
}
