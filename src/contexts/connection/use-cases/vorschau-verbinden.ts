import type { Angebot } from '#efa';
import {
  allParameters,
  checkParameters,
  dutyItems,
  missingOf,
  missingParameters,
  zustandLabel,
} from '#efa/many';
import type { CockpitDeps, Koerper } from '../cockpit-deps.ts';
import { bekannteWerte, mergedAnnahmen, vorgabenFor } from '../domain/annahmen.ts';
import { officeLabel } from '../domain/office-label.ts';
import type { Sammelzeile, Verbinden } from '../domain/sammellauf.ts';
import { type Lage, left, unberuehrt } from './vorschau-lage.ts';

/** Who would be connected, how far, and who is left out. */
export async function connectZeilen(
  deps: CockpitDeps,
  lage: Lage,
  auftrag: Verbinden,
): Promise<readonly Sammelzeile[]> {
  const zeilen: Sammelzeile[] = [];
  for (const body of lage.bodies) {
    const zeile = await connectZeile(deps, lage, auftrag, body);
    if (zeile !== null) zeilen.push(zeile);
  }
  return zeilen;
}

async function connectZeile(
  { efa, clock }: CockpitDeps,
  lage: Lage,
  auftrag: Verbinden,
  body: Koerper,
): Promise<Sammelzeile | null> {
  const { ags, name } = body;
  const von = lage.anbindungen.get(ags)?.zustand ?? null;
  const { data } = lage.angebot;
  if (data.land !== null && data.land !== body.land)
    return left(
      body,
      von,
      `Der Onlinedienst folgt dem Recht eines anderen Landes (${lage.laender.get(data.land) ?? data.land}).`,
    );
  const wrong = missingOf(await dutyItems(efa, { kommune: body, dienst: data, date: clock.today() }));
  // Of the two levels only one is competent; the other is no news in a list of a whole Land.
  if (wrong.length > 0 && ags.length === 5 && von === null && !lage.namentlich) return null;
  if (wrong.length > 0) return left(body, von, wrong.map(({ how }) => how).join(' '));
  if (!lage.circle.has(ags) && lage.organisationen.has(ags))
    return left(
      body,
      von,
      'Sie nutzt diese Installation schon und gehört nicht zu Ihrem Kreis. Sie bindet sich selbst an.',
    );
  if (von === 'live' || von === 'ausgesetzt')
    return left(body, von, `Sie ist schon angebunden (${zustandLabel[von]}).`);
  if (von === 'beendet' && !lage.zurueckgenommen.has(ags))
    return left(body, von, 'Sie hat ihre Anbindung beendet. Neu beginnt nur sie selbst.');
  return {
    ...unberuehrt,
    ags,
    name,
    von,
    ergebnis: 'offen',
    ...erwartet(lage.angebot, auftrag, body, von),
  };
}

/** Where a Kommune will probably come; one that has stated values of its own may come further. */
function erwartet(
  { data }: Angebot,
  { bis, werte, annahmenGenuegen, erklaerung }: Verbinden,
  body: Koerper,
  von: string | null,
): Pick<Sammelzeile, 'nach' | 'meldung'> {
  const definitions = allParameters(data).filter(({ kind }) => kind !== 'zustellpunkt');
  const known = new Set(definitions.map(({ id }) => id));
  const annahmen = mergedAnnahmen(
    bekannteWerte(body, officeLabel(data.covers[0]?.office ?? '')),
    vorgabenFor(werte, body),
  ).filter(({ parameter }) => known.has(parameter));
  const checked = checkParameters(
    definitions,
    Object.fromEntries(annahmen.map(({ parameter, wert }) => [parameter, wert])),
  );
  const values = Object.fromEntries(
    Object.entries(checked.values).flatMap(([name, wert]) => (wert === null ? [] : [[name, wert]])),
  );
  const labels = new Map(definitions.map(({ id, label }) => [id, `„${label}“`]));
  const open = missingParameters(definitions, values).map(({ field }) => labels.get(field) ?? field);
  if (open.length > 0 && (von === null || von === 'beendet'))
    return { nach: 'parameter', meldung: `Danach fehlt noch: ${open.join(', ')}.` };
  if (bis === 'live' && !annahmenGenuegen)
    return { nach: 'test', meldung: 'Vor dem Start bestätigt die Kommune die angenommenen Werte.' };
  if (bis === 'live' && erklaerung === '')
    return { nach: 'test', meldung: 'Vor dem Start ist die Checkliste zu erledigen.' };
  return { nach: bis, meldung: `${annahmen.length} Werte werden angenommen, soweit sie fehlen.` };
}
