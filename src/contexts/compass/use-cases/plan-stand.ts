import { missingInForm } from '#fields';
import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import { applyReifegrad } from '../domain/apply-reifegrad.ts';
import { mitEigenenWerten } from '../domain/eigene-werte.ts';
import { nextStand } from '../domain/next-stand.ts';
import type { Stand, StandAenderung } from '../domain/stand.ts';
import { konfliktOf, nurMeineOf, unterschied } from '../domain/unterschied.ts';
import {
  changedMeanwhile,
  evidenceGone,
  invalidStand,
  leistungUnknown,
  takenBackMeanwhile,
} from '../errors.ts';
import { type Bekannt, zelle } from './bekannt.ts';
import { eigeneFelder } from './check-felder.ts';
import type { Editor } from './editor.ts';
import { planZuruecknahme } from './plan-zuruecknahme.ts';
import type { StandErgebnis, StandWunsch } from './stand-wunsch.ts';

/** What would become of one wish. */
export function planOne(bekannt: Bekannt, editor: Editor, wunsch: StandWunsch): StandErgebnis {
  const { leistungId, bestaetigen = false } = wunsch;
  if (!bekannt.istLeistung(leistungId)) return refuse(leistungUnknown(leistungId));
  const current = bekannt.aktuell.get(leistungId) ?? null;
  const gesperrt = bekannt.gesperrt(leistungId, current);
  if (gesperrt) return refuse(gesperrt);
  if (wunsch.zuruecknehmen) return planZuruecknahme(bekannt, editor, current, wunsch);
  const meine = meineOf(bekannt, current, wunsch);
  if (!meine.ok) return meine;
  const next = nextOf(bekannt, editor, current, wunsch, meine.value);
  if (!next.ok) return next;
  if (current !== null && !bestaetigen && unterschied(current, next.value).length === 0)
    return ok({ stand: current, neu: false });
  return ok({ stand: next.value, neu: true });
}

/** What a wish changes of what holds now; refused where somebody else changed the same meanwhile. */
function meineOf(
  bekannt: Bekannt,
  current: Stand | null,
  { leistungId, grundlage, aenderung, zusammenfuehren = false }: StandWunsch,
): Result<StandAenderung> {
  const zurueck = bekannt.zurueckgenommen.get(leistungId);
  if (zurueck && grundlage !== 0 && grundlage !== zurueck.fassung)
    return refuse(takenBackMeanwhile(zurueck.fassung));
  if (zurueck || current === null || current.fassung === grundlage)
    return ok(mitEigenenWerten(current, aenderung));
  const gelesen = bekannt.gelesen.get(zelle(leistungId, grundlage)) ?? null;
  const konflikt = konfliktOf(gelesen, current, mitEigenenWerten(gelesen, aenderung));
  if (konflikt.strittig.length > 0 || !zusammenfuehren) return refuse(changedMeanwhile(konflikt));
  return ok(nurMeineOf(konflikt));
}

/** The statement that follows, or everything that is wrong with it. */
function nextOf(
  { heute, jetzt, modelle, felder, ...bekannt }: Bekannt,
  { kommune, actor }: Editor,
  current: Stand | null,
  { leistungId, bestaetigen = false, ohnePflicht = bestaetigen }: StandWunsch,
  meine: StandAenderung,
): Result<Stand> {
  const eigene = eigeneFelder(felder, current, meine, heute);
  const wrong = [
    ...personProblems(bekannt, meine),
    ...dateiProblems(bekannt, current, leistungId, meine),
    ...eigene.problems,
  ];
  if (wrong.length > 0) return refuse(invalidStand(wrong));
  const rated = applyReifegrad(modelle, current, eigene.aenderung);
  if (!rated.ok) return refuse(invalidStand(rated.refusal));
  const next = nextStand(current, rated.value, {
    tenant: kommune.tenant,
    ags: kommune.ags,
    leistungId,
    fassung: (bekannt.zurueckgenommen.get(leistungId)?.fassung ?? current?.fassung ?? 0) + 1,
    angegebenAm: jetzt,
    angegebenVon: actor,
    heute,
  });
  if (!next.ok) return refuse(invalidStand(next.refusal));
  const says = !ohnePflicht && Object.keys(meine).length > 0;
  const missing = says ? missingInForm(felder, { ...next.value, ...next.value.felder }, heute) : [];
  return missing.length > 0 ? refuse(invalidStand(missing)) : next;
}

function personProblems(
  { mitglieder }: Pick<Bekannt, 'mitglieder'>,
  aenderung: StandAenderung,
): readonly FieldProblem[] {
  return (['zustaendig', 'vertretung'] as const).flatMap((field) => {
    const id = aenderung[field];
    return id && mitglieder && !mitglieder.has(id)
      ? [
          {
            field,
            message: 'Diese Person gehört nicht (mehr) zu Ihrer Kommune. Bitte wählen Sie eine andere.',
          },
        ]
      : [];
  });
}

/** A statement names a file of its own Leistung that is kept, or the one that it named before. */
function dateiProblems(
  { dateien }: Pick<Bekannt, 'dateien'>,
  current: Stand | null,
  leistungId: string,
  { nachweis }: StandAenderung,
): readonly FieldProblem[] {
  const id = nachweis?.datei;
  if (id === undefined || id === current?.nachweis?.datei || dateien.get(id) === leistungId) return [];
  return [{ field: 'nachweis', message: evidenceGone.message }];
}
