import { ok, type Result, refuse } from '#kernel';
import { recordAudit } from '#platform';
import { nothingChosen, personUnknown } from '../errors.ts';
import { appendAuftraege } from '../store-auftrag.ts';
import type { SurveysDeps } from '../surveys-deps.ts';
import type { Antwortende } from './people.ts';
import { type Bogen, readBogen } from './read-bogen.ts';

/** Which Leistungen are given to whom; without a person they are given back to the coordination. */
export interface Verteilwunsch {
  readonly leistungen: readonly string[];
  readonly fachbereich: string | null;
  readonly themenfeld: number | null;
  readonly person: string | null;
}

type Deps = Pick<SurveysDeps, 'db' | 'clock' | 'world' | 'kompass' | 'personen' | 'spielraum'>;

/** Gives Leistungen, all of a Fachbereich or all of a Themenfeld to a person; gives how many. */
export async function delegate(
  deps: Deps,
  who: Antwortende,
  id: string,
  wunsch: Verteilwunsch,
): Promise<Result<number>> {
  const bogen = await readBogen(deps, who, id);
  if (!bogen.ok) return bogen;
  const { person } = wunsch;
  const known = bogen.value.personen.some((each) => each.id === person && each.darfAntworten);
  if (person !== null && !known) return refuse(personUnknown);
  const leistungen = chosen(bogen.value, wunsch);
  if (leistungen.length === 0) return refuse(nothingChosen);
  return deps.db.withTenant(who.kommune.tenant, who.actor, async (tx) => {
    await appendAuftraege(tx, id, leistungen, person, deps.clock.now());
    await recordAudit(tx, {
      action: 'surveys.auftrag.given',
      object: { type: 'surveys.umfrage', id },
      summary: { leistungen: leistungen.length, mitglied: person },
    });
    return ok(leistungen.length);
  });
}

function chosen(
  { zeilen }: Bogen,
  { leistungen, fachbereich, themenfeld }: Verteilwunsch,
): readonly string[] {
  const named = new Set(leistungen);
  return zeilen
    .filter(
      (zeile) =>
        named.has(zeile.ort.id) ||
        (fachbereich !== null && zeile.fachbereich?.id === fachbereich) ||
        (themenfeld !== null && zeile.ort.themenfeldId === themenfeld),
    )
    .map(({ ort }) => ort.id);
}
