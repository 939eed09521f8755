import type { Abweichung, Gewicht, Strategie } from '#planning';
import type { Actor, TenantId } from '#platform';
import {
  ohneWunsch,
  type PrioritiesDeps,
  rankLeistungen,
  readRangfolge,
  readStrategie,
  readStrategieabweichungen,
} from '#priorities';
import type { Services } from '../services.ts';

export async function gewichteOf(
  priorities: PrioritiesDeps,
  provider: { readonly id: TenantId; readonly name: string },
  actor: Actor,
): Promise<ReadonlyMap<string, Gewicht>> {
  const found = await readRangfolge(
    priorities,
    { actor, tenant: provider.id, provider, darfFuehren: false },
    ohneWunsch,
  );
  if (!found.ok) return new Map();
  const { welt, gewichtung, grundlage } = found.value;
  const woher =
    grundlage.art === 'beschluss' ? 'nach dem beschlossenen Schema' : 'nach den üblichen Gewichten';
  return new Map(
    rankLeistungen(welt, gewichtung).map(({ leistungId, rang, punkte }) => [
      leistungId,
      {
        gewicht: Math.min(100, Math.max(1, Math.round(punkte / 10))),
        satz: `Rang ${rang} mit ${punkte} von 1000 Punkten, ${woher}.`,
      },
    ]),
  );
}

const entscheidText = {
  alle: 'für alle',
  'wer-will': 'für alle, die wollen',
  nicht: 'nicht',
  spaeter: 'später',
} as const;

export async function strategieOf(
  { db }: Services,
  { tenant, actor }: { readonly tenant: TenantId; readonly actor: Actor },
): Promise<readonly Strategie[]> {
  const all = await db.withTenant(tenant, actor, readStrategie);
  return all.flatMap(({ art, onlinedienstOderLeistung, titel, leistungen, entscheid, quartal }) =>
    leistungen.map((leistungId) => ({
      leistungId,
      entscheid,
      quartal,
      satz: `Einführungsstrategie: ${titel} ${entscheidText[entscheid]}`,
      href: `/einfuehrungsstrategie/${art}/${onlinedienstOderLeistung}`,
    })),
  );
}

/** Who does something else than was decided, for each Leistung of the service. */
export async function abweichungenOf(
  { db }: Services,
  tenant: TenantId,
  actor: Actor,
): Promise<readonly Abweichung[]> {
  const all = await db.withTenant(tenant, actor, readStrategieabweichungen);
  return all.flatMap(({ abweichung, leistungen, titel, art, dienstId, ags, quartal, grund }) =>
    abweichung === 'keine'
      ? []
      : leistungen.map((leistungId) => ({
          leistungId,
          ags,
          tut: abweichung,
          quartal,
          grund,
          dienst: titel,
          href: `/einfuehrungsstrategie/${art}/${dienstId}`,
        })),
  );
}
