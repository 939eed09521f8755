import type { LocalDate } from '#kernel';
import { type Zerlegt, zerlege } from './build-einheiten.ts';
import type { Planungsgrundlage } from './grundlage.ts';
import type { Massnahme } from './massnahme.ts';
import type { Planteam } from './problem.ts';
import { gesamtaufwand, verteiler } from './verteile-lasten.ts';
import type { Vorlage } from './vorlage.ts';

export interface Teil extends Zerlegt {
  readonly massnahme: Massnahme;
  readonly vorlage: Vorlage;
  readonly verfuegbarAb: LocalDate | null;
}

/** The largest choose their teams first; the order of the parts is that of the Massnahmen. */
export function zerlegteTeile(
  { massnahmen, vorlagen, teams, quartale, verfuegbar }: Planungsgrundlage,
  planteamList: readonly Planteam[],
): readonly Teil[] {
  const byId = new Map(vorlagen.map((vorlage) => [vorlage.id, vorlage]));
  const give = verteiler(teams, quartale);
  const teamIndex = new Map(planteamList.map(({ id }, index) => [id, index]));
  const orders = massnahmen.flatMap((massnahme, position) => {
    const vorlage = byId.get(massnahme.inhalt.vorlage);
    const { verfuegbarAb, leistungId } = massnahme.inhalt;
    const ab = verfuegbarAb ?? verfuegbar.get(leistungId ?? '') ?? null;
    return vorlage
      ? [{ massnahme, position, vorlage, verfuegbarAb: ab, quartale, teamIndex, verteiler: give }]
      : [];
  });
  const size = ({ massnahme, vorlage }: (typeof orders)[number]) => gesamtaufwand(massnahme, vorlage);
  const made = orders
    .toSorted((a, b) => size(b) - size(a) || a.position - b.position)
    .map((order) => ({ order, teil: { ...order, ...zerlege(order) } }));
  return made.toSorted((a, b) => a.order.position - b.order.position).map(({ teil }) => teil);
}
