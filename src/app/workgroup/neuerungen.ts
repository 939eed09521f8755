import type { LocalDate } from '#kernel';
import { actorOf, type TenantId } from '#platform';
import { type NeuerungsQuelle, sitzeZwischen } from '#workgroup';
import type { Services } from '../services.ts';
import { type Betroffen, betroffenIn } from './betroffene.ts';
import { enden } from './neuerungen/enden.ts';
import { katalog } from './neuerungen/katalog.ts';
import { loesungen } from './neuerungen/loesungen.ts';
import { normen } from './neuerungen/normen.ts';
import { onlinedienste } from './neuerungen/onlinedienste.ts';
import { keine, type Lesen } from './neuerungen/zeitraum.ts';

/** The dated facts that a working group hears of: each source of the product that dates what it says. */
export function neuerungsQuellen(services: Services): readonly NeuerungsQuelle[] {
  const betroffene = lastAsked(services);
  const quelle = (key: string, titel: string, lies: Lesen): NeuerungsQuelle => ({
    key,
    titel,
    zwischen: async (nach, bis, provider) => {
      const betroffen = await betroffene(provider, bis);
      return lies(services, { nach, bis, in: (tag) => tag !== null && tag > nach && tag <= bis }, betroffen);
    },
  });
  return [
    quelle('normen', 'Normen und Fristen', normen),
    quelle('katalog', 'Änderungen im Katalog', katalog),
    quelle('onlinedienste', 'Neue Onlinedienste', onlinedienste),
    quelle('loesungen', 'Lösungen', loesungen),
    quelle('enden', 'Was geendet hat: Leistungen, Konten und Stellen', enden),
    {
      key: 'sitze',
      titel: 'Wechsel in der Arbeitsgruppe',
      zwischen: async (nach, bis, provider) => {
        const actor = actorOf('system', 'arbeitsgruppe');
        const betroffen = await betroffene(provider, bis);
        const wechsel = await services.db.withTenant(provider, actor, (tx) => sitzeZwischen(tx, nach, bis));
        return wechsel.map(({ tag, haus, ags, gruppe, endet }) => ({
          tag,
          titel: endet ? `${haus}: ein Sitz ist beendet` : `${haus} hat einen Sitz`,
          text: gruppe,
          quelle: 'Sitze der Arbeitsgruppe',
          href: '/arbeitsgruppe/mitglieder',
          kommunen: ags === null ? keine : betroffen.benannte([ags]),
          leistungen: keine,
        }));
      },
    },
  ];
}

/** All sources of a sheet ask for the same circle and day: its duties are decided once. */
function lastAsked(services: Services) {
  let last: { readonly key: string; readonly duties: unknown; readonly found: Promise<Betroffen> } | null =
    null;
  return async (provider: TenantId, bis: LocalDate): Promise<Betroffen> => {
    const { duties } = await services.worlds.duties();
    const key = `${provider} ${bis}`;
    if (last?.key !== key || last.duties !== duties)
      last = { key, duties, found: betroffenIn(services, provider, bis) };
    return last.found;
  };
}
