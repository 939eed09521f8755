import type { Neuerung } from '#workgroup';
import type { Services } from '../../services.ts';
import { shippedEnden } from '../../shipped-enden.ts';
import type { Betroffen } from '../betroffene.ts';
import { keine, type Zeitraum } from './zeitraum.ts';

/** Leistungen that ended, and Akteure and their roles (accounts and offices) whose last day came. */
export async function enden(
  { worlds }: Services,
  zeit: Zeitraum,
  betroffen: Betroffen,
): Promise<readonly Neuerung[]> {
  const leistungen = shippedEnden()
    .filter(({ endetAm }) => zeit.in(endetAm))
    .map(
      ({ leistungId, name, endetAm, grund, quelle }): Neuerung => ({
        tag: endetAm ?? zeit.bis,
        titel: `${name} ist beendet`,
        text: grund,
        quelle,
        href: `/katalog/leistungen/${leistungId}`,
        kommunen: betroffen.kommunen([leistungId]),
        leistungen: betroffen.leistungen([leistungId]),
      }),
    );
  const { law } = await worlds.law();
  const stellen = law.akteure
    .filter(({ validTo }) => zeit.in(validTo))
    .map(
      ({ id, name, aufgabe, validTo, quelle }): Neuerung => ({
        tag: validTo ?? zeit.bis,
        titel: `${name}: nicht mehr zuständig`,
        text: aufgabe,
        quelle: quelle.title,
        href: `/akteure/${id}`,
        kommunen: betroffen.alle(),
        leistungen: keine,
      }),
    );
  return [...leistungen, ...stellen];
}
