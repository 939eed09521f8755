import type { Kommune } from '#efa';
import { ok, type Result } from '#kernel';
import type { CockpitDeps } from '../cockpit-deps.ts';
import type { Eingabe } from '../domain/pruefe-fakt.ts';
import type { Abhaken, Sammelzeile } from '../domain/sammellauf.ts';
import { standLabel } from '../messages.ts';
import { type Leader, withinCircle } from './cockpit-actors.ts';
import { vorschauOf } from './punkte-erledigen.ts';
import { readAnbindungsstand } from './read-stand.ts';

/** What is said of the line. */
export function eingabeOf({ nachweis }: Pick<Abhaken, 'nachweis'>): Eingabe {
  return { art: 'erledigt', nachweis, grund: '', gueltigBis: '' };
}

/** The line of each chosen Kommune as it stands, and whether it can be ticked off. */
export async function punktZeilen(
  deps: CockpitDeps,
  leader: Leader,
  dienst: string,
  kommunen: readonly Kommune[],
  auftrag: Abhaken,
): Promise<Result<readonly Sammelzeile[]>> {
  const staende = await withinCircle(deps, leader, (tx) =>
    readAnbindungsstand(tx, deps, { dienst, kommunen }),
  );
  const schritt = { dienst, punkt: auftrag.punkt, eingabe: eingabeOf(auftrag) };
  const vorschau = vorschauOf(deps, staende, { seite: 'dienstleister' }, schritt);
  if (!vorschau.ok) return vorschau;
  const byTenant = new Map(vorschau.value.zeilen.map((zeile) => [zeile.stand.kommune.tenant, zeile]));
  return ok(
    kommunen.map(({ ags, name, tenant }): Sammelzeile => {
      const zeile = byTenant.get(tenant);
      const row = { ags, name, vorher: null, nachher: null } as const;
      if (zeile === undefined)
        return {
          ...row,
          von: null,
          nach: 'keine',
          ergebnis: 'ausgelassen',
          meldung: 'Sie ist an diesen Onlinedienst nicht angebunden.',
        };
      const stand = zeile.stand.staende.get(auftrag.punkt) ?? 'offen';
      const von = standLabel[stand];
      if (stand === 'erledigt')
        return {
          ...row,
          von,
          nach: von,
          ergebnis: 'ausgelassen',
          meldung: 'Dieser Punkt ist schon erledigt.',
        };
      if (zeile.problems.length > 0)
        return {
          ...row,
          von,
          nach: von,
          ergebnis: 'ausgelassen',
          meldung: zeile.problems.map(({ message }) => message).join(' '),
        };
      return { ...row, von, nach: standLabel.erledigt, ergebnis: 'offen', meldung: '' };
    }),
  );
}
