import { formatLocalDate, type LocalDate } from '#kernel';
import type { Tx } from '#platform';
import { alsAenderung, mitEigenenWerten } from '../domain/eigene-werte.ts';
import { terminVerstrichen } from '../domain/frische.ts';
import type { SammelWunsch, SammelZeile } from '../domain/sammel.ts';
import { istAngabe, ohneAngabe, type Stand, type StandAenderung } from '../domain/stand.ts';
import { unterschied, werteOf } from '../domain/unterschied.ts';
import type { CompassDeps } from '../doors-deps.ts';
import { isKonflikt } from '../errors.ts';
import { feldLabel, keineAngabe } from '../messages.ts';
import { readStaende } from '../store-stand.ts';
import { feldText, type Namen, werText } from '../views/feld-text.ts';
import { planStaendeIn } from './change-stand.ts';
import type { Editor } from './editor.ts';
import type { StandErgebnis, StandWunsch } from './stand-wunsch.ts';

type Deps = Pick<CompassDeps, 'db' | 'clock' | 'world' | 'enden' | 'modelle' | 'fieldsFor'>;

/** Tells for each wish what it would change, what stands against it and what to look at. Nothing is written. */
export async function previewSammelIn(
  tx: Tx,
  deps: Deps,
  editor: Editor,
  namen: Namen,
  wuensche: readonly SammelWunsch[],
): Promise<readonly SammelZeile[]> {
  const ids = wuensche.flatMap(({ leistungId }) => (leistungId === null ? [] : [leistungId]));
  const aktuell = new Map(
    (await readStaende(tx, [...new Set(ids)])).map((stand) => [stand.leistungId, stand]),
  );
  const zeilen = wuensche.map((wunsch) => ({ wunsch, ...askedOf(wunsch, aktuell) }));
  const asked = zeilen.flatMap(({ frage }) => (frage ? [frage] : []));
  const { geplant } = await planStaendeIn(tx, deps, editor, asked);
  const answers = new Map(asked.map((frage, index) => [frage, geplant[index]]));
  const heute = deps.clock.today();
  return zeilen.map(({ wunsch, frage, current }) => {
    const answer = frage && answers.get(frage);
    if (!answer) return unasked(wunsch, current);
    return answered({ wunsch, frage, current, answer, namen, heute, enden: deps.enden });
  });
}

/** What is to be asked of a cell: only what would really change, so that what was left alone stands in nobody's way. */
function askedOf(
  { leistungId, grundlage, aenderung, zuruecknehmen, probleme }: SammelWunsch,
  aktuell: ReadonlyMap<string, Stand>,
): { readonly frage: StandWunsch | null; readonly current: Stand | null } {
  if (leistungId === null || probleme.length > 0) return { frage: null, current: null };
  const current = aktuell.get(leistungId) ?? null;
  const held = current?.fassung ?? 0;
  if (zuruecknehmen) {
    const frage = {
      leistungId,
      grundlage: grundlage ?? held,
      aenderung: {},
      zuruecknehmen: { grund: null },
    };
    return { frage: current === null ? null : frage, current };
  }
  const stale = grundlage !== null && grundlage !== held;
  if (stale && current !== null)
    return { frage: { leistungId, grundlage, aenderung, zusammenfuehren: true }, current };
  const changing = reduced(current, aenderung);
  // A row may rest on a Fassung that was taken back since, which is for the plan to find.
  const frage = { leistungId, grundlage: grundlage ?? held, aenderung: changing };
  return { frage: current === null && Object.keys(changing).length === 0 ? null : frage, current };
}

/** The fields of a change that differ from what holds. A level goes with the criteria that explain it. */
export function reduced(current: Stand | null, aenderung: StandAenderung): StandAenderung {
  const fields = new Set<string>(unterschied(current ?? ohneAngabe, mitEigenenWerten(current, aenderung)));
  if (fields.has('kriterien11')) fields.add('reifegrad11');
  if (fields.has('kriterien20')) fields.add('reifegrad20');
  if (aenderung.giltAb !== undefined && aenderung.giltAb !== current?.giltAb) fields.add('giltAb');
  return Object.fromEntries(Object.entries(aenderung).filter(([field]) => fields.has(field)));
}

function unasked({ zellen, ...wunsch }: SammelWunsch, current: Stand | null): SammelZeile {
  const refused = wunsch.probleme.length > 0 || wunsch.leistungId === null;
  return {
    ...wunsch,
    art: refused ? 'refused' : 'unchanged',
    zellen: refused ? zellen : [],
    grundlage: current?.fassung ?? 0,
    aenderung: {},
    unterschiede: [],
  };
}

interface Answered {
  readonly wunsch: SammelWunsch;
  readonly frage: StandWunsch;
  readonly current: Stand | null;
  readonly answer: StandErgebnis;
  readonly namen: Namen;
  readonly heute: LocalDate;
  readonly enden: CompassDeps['enden'];
}

function answered({ wunsch, current, answer, namen, heute, enden }: Answered): SammelZeile {
  const { zellen, ...rest } = wunsch;
  const grundlage = current?.fassung ?? 0;
  if (!answer.ok) {
    const probleme = problemeOf(answer.refusal, namen);
    return { ...rest, art: 'refused', grundlage, aenderung: {}, unterschiede: [], probleme, zellen };
  }
  const { stand, neu } = answer.value;
  if (!istAngabe(stand)) return { ...rest, art: 'changed', grundlage, ...backOf(current, namen), zellen: [] };
  const felder = neu ? unterschied(current ?? ohneAngabe, werteOf(stand)) : [];
  // What people look for first.
  const geordnet = felder.toSorted((a, b) => Number(b === 'zustand') - Number(a === 'zustand'));
  return {
    ...rest,
    art: neu ? (current === null ? 'added' : 'changed') : 'unchanged',
    grundlage,
    aenderung: neu ? changesOf(current, stand, heute) : {},
    unterschiede: geordnet.map((feld) => ({
      feld,
      vorher: current === null ? '' : feldText(namen, feld, current[feld]),
      nachher: feldText(namen, feld, stand[feld]),
    })),
    hinweise: neu ? [...rest.hinweise, ...hinweiseOf(stand, heute, enden)] : [],
    zellen: [],
  };
}

/** How taking a statement back is shown. */
function backOf(current: Stand | null, namen: Namen): Pick<SammelZeile, 'aenderung' | 'unterschiede'> {
  const vorher = feldText(namen, 'zustand', current?.zustand);
  return { aenderung: {}, unterschiede: [{ feld: 'zustand', vorher, nachher: keineAngabe }] };
}

/** What is to be written, resting on what holds now: a change that was joined with another's is one change by then. */
function changesOf(current: Stand | null, next: Stand, heute: LocalDate): StandAenderung {
  const { giltAb, ...werte } = reduced(current, alsAenderung(current, werteOf(next)));
  return giltAb === undefined || giltAb === heute ? werte : { ...werte, giltAb };
}

function problemeOf(
  refusal: (StandErgebnis & { readonly ok: false })['refusal'],
  namen: Namen,
): readonly string[] {
  if (!isKonflikt(refusal)) return refusal.fields?.map(({ message }) => message) ?? [refusal.message];
  const { inzwischen, meine, strittig } = refusal.konflikt;
  const wer = werText(namen.personen, inzwischen.angegebenVon);
  return [
    `Seit dieser Fassung hat ${wer} die Leistung geändert (jetzt Fassung ${inzwischen.fassung}).${strittig.length > 0 ? ' Beide Werte:' : ''}`,
    ...strittig.map(
      (feld) =>
        `${feldLabel[feld]}: dort „${feldText(namen, feld, inzwischen[feld])}“, hier „${feldText(namen, feld, meine[feld])}“`,
    ),
  ];
}

/** What is taken as it was said, and yet deserves a look. */
function hinweiseOf(stand: Stand, heute: LocalDate, enden: CompassDeps['enden']): readonly string[] {
  const { zustand, geplantFuer, umgesetztAm } = stand;
  const endetAm = enden.get(stand.leistungId)?.endetAm ?? null;
  const texts: (string | false)[] = [
    endetAm !== null &&
      endetAm < heute &&
      `Diese Leistung ist seit dem ${formatLocalDate(endetAm)} beendet. Die Angabe wird behalten, zählt aber nicht mehr als Pflicht.`,
    terminVerstrichen(stand, heute) &&
      geplantFuer !== null &&
      `Der geplante Termin ${formatLocalDate(geplantFuer)} ist verstrichen. Der Zustand bleibt trotzdem, wie er ist.`,
    umgesetztAm !== null &&
      !erreicht.has(zustand) &&
      `„umgesetzt am“ ist ${formatLocalDate(umgesetztAm)}, der Zustand aber nicht „online“. Ein Tag allein macht nichts online.`,
    zustand === 'online' &&
      umgesetztAm === null &&
      geplantFuer !== null &&
      geplantFuer < heute &&
      'Als „online“ angegeben, aber nur ein geplanter Termin ist genannt. Bitte „umgesetzt am“ ergänzen.',
  ];
  return texts.filter((text) => text !== false);
}

const erreicht: ReadonlySet<Stand['zustand']> = new Set(['online', 'abgeschaltet', 'nicht-anwendbar']);
