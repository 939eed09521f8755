import {
  addPerson,
  assignLeistungen,
  type CompassDeps,
  changeStaende,
  createFachbereich,
  type Editor,
  fachbereicheOfKommune,
  type StandAenderung,
  type StandWunsch,
  standListe,
  zeilenIn,
} from '#compass';
import { addDays, type LocalDate, type Refusal, type Result } from '#kernel';
import { actorOf } from '#platform';

const actor = actorOf('system', 'vorfuehrung');
const bemerkung = 'Beispieldaten der Vorführung, frei erfunden.';

/** Kommunen of the demo that have stated something, and how many Leistungen of their own each. */
const demoStaende = [
  { ags: '05766044', leistungen: 60 },
  { ags: '05766020', leistungen: 45 },
  { ags: '05766008', leistungen: 30 },
  { ags: '05766040', leistungen: 30 },
  { ags: '05758012', leistungen: 30 },
] as const;

/** Two invented Fachbereiche in Lemgo, each with a Themenfeld; the first has somebody who works for it. */
const lemgo = {
  ags: '05766044',
  person: 'Oke Sandgrund',
  fachbereiche: [
    { name: 'Bauamt', themenfeld: 'Bauen & Wohnen' },
    { name: 'Bürgerbüro', themenfeld: 'Querschnittsleistungen' },
  ],
} as const;

/** Gives some Kommunen of the demo an invented Umsetzungsstand, once: where Lemgo has Fachbereiche nothing is done. */
export async function makeDemoStaende(deps: CompassDeps): Promise<void> {
  const first = await editorFor(deps, lemgo.ags);
  if (first === null || (await fachbereicheOfKommune(deps, first)).fachbereiche.length > 0) return;
  await makeFachbereiche(deps, first);
  for (const { ags, leistungen } of demoStaende) {
    const editor = await editorFor(deps, ags);
    if (editor) await makeStaende(deps, editor, leistungen);
  }
}

async function editorFor(deps: CompassDeps, ags: string): Promise<Editor | null> {
  const kommune = await deps.kommuneOf(ags);
  return kommune && { actor, kommune, mitglied: null, darfPflegen: true, darfVerwalten: true };
}

async function makeFachbereiche(deps: CompassDeps, editor: Editor): Promise<void> {
  const { catalogue } = await deps.world();
  const ids: string[] = [];
  for (const { name, themenfeld } of lemgo.fachbereiche) {
    const { id } = need(await createFachbereich(deps, editor, name));
    ids.push(id);
    const feld = catalogue.themenfelder.find((each) => each.name === themenfeld);
    const rule = { art: 'themenfeld', fachbereichId: id };
    if (feld) need(await assignLeistungen(deps, editor, { ...rule, ziel: String(feld.id) }));
  }
  const people = await deps.personen(actor, editor.kommune);
  const person = people.find(({ name }) => name === lemgo.person);
  const [fachbereichId] = ids;
  if (person && fachbereichId)
    need(
      await addPerson(deps, editor, {
        fachbereichId,
        mitgliedId: person.id,
        rolle: 'leitung',
        von: '',
        bis: null,
      }),
    );
}

async function makeStaende(deps: CompassDeps, editor: Editor, count: number): Promise<void> {
  const liste = need(await standListe(deps, editor));
  const own = zeilenIn(liste, 'pflichten').filter(({ stand }) => stand === null);
  const step = Math.max(1, Math.floor(own.length / count));
  const seed = Number(editor.kommune.ags) % 7;
  const wuensche = own
    .filter((_, index) => index % step === 0)
    .slice(0, count)
    .map(({ ort }, index): StandWunsch => {
      const aenderung = { ...exampleOf(index + seed, liste.date), bemerkung };
      return { leistungId: ort.id, grundlage: 0, aenderung };
    });
  for (const answer of await changeStaende(deps, editor, wuensche)) need(answer);
}

/** A plain round of examples: every Zustand, a passed plan among them, some with counted cases. */
function exampleOf(index: number, heute: LocalDate): StandAenderung {
  const counted = index % 3 === 0;
  const cases = { fallzahl: 40 + ((index * 37) % 400), fallzahlJahr: Number(heute.slice(0, 4)) - 1 };
  const example = examples[index % examples.length]?.(heute) ?? { zustand: 'nicht-begonnen' };
  return counted ? { ...example, ...cases, fallzahlArt: 'gezaehlt' } : example;
}

const examples: readonly ((heute: LocalDate) => StandAenderung)[] = [
  (heute) => ({ zustand: 'online', umgesetztAm: addDays(heute, -400), reifegrad11: 3, reifegrad20: 3 }),
  () => ({ zustand: 'nicht-begonnen' }),
  (heute) => ({ zustand: 'geplant', geplantFuer: addDays(heute, 120), prioritaet: 2 }),
  (heute) => ({ zustand: 'in-umsetzung', geplantFuer: addDays(heute, -30), prioritaet: 1, reifegrad11: 1 }),
  () => ({ zustand: 'vorgemerkt', prioritaet: 3 }),
  (heute) => ({ zustand: 'in-erprobung', geplantFuer: addDays(heute, 30), reifegrad11: 2 }),
  (heute) => ({ zustand: 'online', umgesetztAm: addDays(heute, -40), reifegrad11: 2, reifegrad20: 2 }),
  () => ({ zustand: 'nicht-anwendbar', grund: 'Kommt hier nicht vor (Beispiel).' }),
];

function need<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}
