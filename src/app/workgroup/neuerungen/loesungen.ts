import type { LocalDate } from '#kernel';
import { artLabel } from '#solutions';
import type { Neuerung } from '#workgroup';
import type { Services } from '../../services.ts';
import type { Betroffen } from '../betroffene.ts';
import type { Zeitraum } from './zeitraum.ts';

const anlassText = {
  neu: 'neu im Register',
  aendern: 'geändert',
  beenden: 'beendet',
  zusammenfuehren: 'zusammengeführt',
  referenz: 'neu in den Referenzdaten',
  angebot: 'als Onlinedienst angeboten',
  entfallen: 'nicht mehr in den Referenzdaten',
} as const;

/** Changes of the register of Lösungen, and those whose last day came. */
export async function loesungen(
  { worlds }: Services,
  zeit: Zeitraum,
  betroffen: Betroffen,
): Promise<readonly Neuerung[]> {
  const { loesungen: all } = await worlds.solutions();
  const beginn = ersterBestand(all);
  return all.flatMap(({ id, fassungen }) =>
    fassungen.flatMap(({ giltAb, anlass, inhalt }): Neuerung[] => {
      const ends = inhalt !== null && zeit.in(inhalt.endetAm);
      const neu = zeit.in(giltAb) && !(anlass === 'referenz' && giltAb === beginn);
      if (inhalt === null || (!neu && !ends)) return [];
      const ids = inhalt.leistungen.map(({ leistungId }) => leistungId);
      return [
        {
          tag: ends && inhalt.endetAm !== null ? inhalt.endetAm : giltAb,
          titel: inhalt.name,
          text: `${artLabel[inhalt.art]}, ${ends ? 'letzter Tag' : anlassText[anlass]}`,
          quelle: inhalt.quelle.title,
          href: `/loesungen/${id}`,
          kommunen: betroffen.kommunen(ids),
          leistungen: betroffen.leistungen(ids),
        },
      ];
    }),
  );
}

/** The day on which the installation began with its reference data: that stock is no news. */
function ersterBestand(all: readonly Loesung[]): LocalDate | undefined {
  const days = all.flatMap(({ fassungen }) =>
    fassungen.filter(({ anlass }) => anlass === 'referenz').map(({ giltAb }) => giltAb),
  );
  return days.toSorted()[0];
}

type Loesung = Awaited<ReturnType<Services['worlds']['solutions']>>['loesungen'][number];
