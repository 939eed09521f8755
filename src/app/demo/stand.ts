import {
  type CompassDeps,
  changeStaende,
  type Editor,
  fachbereiche,
  type StandAenderung,
  type StandWunsch,
  standListe,
  zeilenIn,
} from '#compass';
import { addDays, type LocalDate } from '#kernel';
import { actorOf } from '#platform';
import { need } from './need.ts';

const actor = actorOf('system', 'vorfuehrung');
const bemerkung = 'Beispieldaten der Vorführung, frei erfunden.';

/** Kommunen of the demo that have stated something; the first one has counted no cases, so that estimates can be seen. */
const demoStaende = [
  '05766044',
  '05766020',
  '05766008',
  '05766040',
  '05758012',
  '05758004',
  '05770032',
] as const;

/** Every thirteenth Leistung of the catalogue is stated, the same ones everywhere. */
const every = 13;

/** Two invented Fachbereiche in Lemgo, each with a Themenfeld; the first has somebody who works for it. */
const lemgo = {
  ags: '05766044',
  person: 'Oke Sandgrund',
  fachbereiche: [
    { name: 'Bauamt', themenfeld: 'Bauen & Wohnen' },
    { name: 'Bürgerbüro', themenfeld: 'Querschnitt' },
  ],
} as const;

/** Gives some Kommunen of the demo an invented Umsetzungsstand, once: where Lemgo has Fachbereiche nothing is done. */
export async function makeDemoStaende(deps: CompassDeps): Promise<void> {
  const first = await editorFor(deps, lemgo.ags);
  if (first === null || (await fachbereiche.of(deps, first)).fachbereiche.length > 0) return;
  await makeFachbereiche(deps, first);
  for (const [place, ags] of demoStaende.entries()) {
    const editor = await editorFor(deps, ags);
    if (editor) await makeStaende(deps, editor, place);
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
    const { id } = need(await fachbereiche.create(deps, editor, name));
    ids.push(id);
    const feld = catalogue.themenfelder.find((each) => each.name === themenfeld);
    const rule = { art: 'themenfeld', fachbereichId: id };
    if (feld) need(await fachbereiche.assign(deps, editor, { ...rule, ziel: String(feld.id) }));
  }
  const people = await deps.personen(actor, editor.kommune);
  const person = people.find(({ name }) => name === lemgo.person);
  const [fachbereichId] = ids;
  if (person && fachbereichId)
    need(
      await fachbereiche.addPerson(deps, editor, {
        fachbereichId,
        mitgliedId: person.id,
        rolle: 'leitung',
        von: '',
        bis: null,
      }),
    );
}

async function makeStaende(deps: CompassDeps, editor: Editor, place: number): Promise<void> {
  const liste = need(await standListe(deps, editor));
  const einwohner = (await deps.world()).territory.einwohnerByAgs.get(editor.kommune.ags)?.[0]?.zahl ?? 0;
  const wuensche = zeilenIn(liste, 'pflichten').flatMap(({ ort, stand }): readonly StandWunsch[] => {
    const number = Number(ort.id.slice(1));
    if (stand !== null || number % every !== 0) return [];
    const example = examples[(number / every + place) % examples.length]?.(liste.date);
    if (example === undefined) return [];
    const cases = place === 0 ? {} : casesOf(number, place, einwohner, liste.date);
    return [{ leistungId: ort.id, grundlage: 0, aenderung: { ...example, ...cases, bemerkung } }];
  });
  for (const answer of await changeStaende(deps, editor, wuensche)) need(answer);
}

/** So many cases per 1,000 inhabitants as the number of the Leistung gives, a little more or less in each Kommune. */
function casesOf(number: number, place: number, einwohner: number, heute: LocalDate): StandAenderung {
  const rate = (1 + (number % 12)) * (0.8 + place * 0.1);
  return {
    fallzahl: Math.round((einwohner / 1000) * rate),
    fallzahlJahr: Number(heute.slice(0, 4)) - 1,
    fallzahlArt: 'gezaehlt',
  };
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
