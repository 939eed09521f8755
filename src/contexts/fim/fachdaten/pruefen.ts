import { type Answers, inRow } from '#forms';
import type { XfallElement } from '#standards/xfall';
import { belegung, type Platz } from './belegung.ts';
import type { Definition } from './definition-teile.ts';
import { elementeFuer } from './element.ts';
import { elementName, type Struktur, type Strukturknoten } from './struktur.ts';
import { antwortAus, mitTeil } from './werte.ts';

/** What is wrong with case data, and where. `fehlt`: the schema wants it; a form may have had no reason to ask. */
export interface Fachbefund {
  readonly art: 'wurzel' | 'unbekannt' | 'reihenfolge' | 'zuviel' | 'fehlt' | 'wert';
  readonly schwere: 'fehler' | 'hinweis';
  readonly ort: string;
  readonly text: string;
}

/** What came of reading case data back. */
export interface Fachpruefung {
  readonly befunde: readonly Fachbefund[];
  readonly answers: Answers;
}

/** Checks case data against the structure of their schema, and reads the answers of the form out of them again. */
export function pruefeFachdaten(
  definition: Definition,
  struktur: Struktur,
  wurzel: XfallElement,
): Fachpruefung {
  const befunde: Fachbefund[] = [];
  const name = elementName(struktur);
  if (wurzel.name !== name) befunde.push(fehler('wurzel', wurzel.name, `Das sind keine Daten nach ${name}.`));
  else pruefe(wurzel, struktur.kinder, name, befunde);
  let answers: Answers = {};
  if (wurzel.name === name)
    for (const platz of belegung(definition, struktur).plaetze)
      for (const { rows, texts } of gelesen(
        struktur.kinder,
        wurzel,
        platz,
        0,
        platz.gruppen.map(() => 0),
      ))
        answers = inRow(
          answers,
          platz.gruppen.map((group, at) => ({ group, index: rows[at] ?? 0 })),
          (row) => mitWert(row, platz, texts.filter(Boolean), befunde),
        );
  return { befunde, answers };
}

function fehler(art: Fachbefund['art'], ort: string, text: string): Fachbefund {
  return { art, schwere: art === 'fehlt' ? 'hinweis' : 'fehler', ort, text };
}

function pruefe(
  element: XfallElement,
  knoten: readonly Strukturknoten[],
  ort: string,
  befunde: Fachbefund[],
): void {
  pruefeReihe(element, knoten, ort, befunde);
  for (const each of knoten) {
    const all = elementeFuer(each, knoten, element.kinder);
    const there = `${ort}/${elementName(each)}`;
    pruefeAnzahl(all.length, each, there, befunde);
    for (const [index, one] of all.entries())
      if (each.kinder.length > 0)
        pruefe(one, each.kinder, all.length > 1 ? `${there}[${index + 1}]` : there, befunde);
  }
}

/** Only what the schema knows here, in its order. */
function pruefeReihe(
  element: XfallElement,
  knoten: readonly Strukturknoten[],
  ort: string,
  befunde: Fachbefund[],
): void {
  // Of a group that stands there twice the last place counts.
  const order = new Map(knoten.map((each, index) => [elementName(each), index]));
  let before = -1;
  for (const { name } of element.kinder) {
    const at = order.get(name);
    if (at === undefined)
      befunde.push(fehler('unbekannt', `${ort}/${name}`, `${name} gibt es hier im Schema nicht.`));
    else if (at < before)
      befunde.push(fehler('reihenfolge', `${ort}/${name}`, `${name} steht im Schema weiter vorn.`));
    before = Math.max(before, at ?? before);
  }
}

function pruefeAnzahl(
  count: number,
  { name, min, max }: Strukturknoten,
  ort: string,
  befunde: Fachbefund[],
): void {
  if (max !== null && count > max)
    befunde.push(
      fehler('zuviel', ort, `„${name}“ steht ${count} Mal da, vorgesehen ist es höchstens ${max} Mal.`),
    );
  if (count < min)
    befunde.push(fehler('fehlt', ort, `„${name}“ fehlt; das Schema sieht es mindestens ${min} Mal vor.`));
}

interface Fund {
  readonly rows: readonly number[];
  readonly texts: readonly string[];
}

/** The texts at a place, by the rows in which they stand. */
function gelesen(
  oben: readonly Strukturknoten[],
  element: XfallElement,
  platz: Platz,
  depth: number,
  rows: readonly number[],
): readonly Fund[] {
  const knoten = platz.weg[depth];
  if (!knoten) return [];
  const all = elementeFuer(knoten, depth === 0 ? oben : (platz.weg[depth - 1]?.kinder ?? []), element.kinder);
  const group = platz.zeilen.indexOf(depth);
  if (depth < platz.weg.length - 1)
    return all.flatMap((each, index) =>
      gelesen(oben, each, platz, depth + 1, group < 0 ? rows : rows.with(group, index)),
    );
  const texts = all.map(({ text }) => text);
  // Rows for which the way has no repetition stand one after the other.
  const own = group < 0 ? platz.zeilen.indexOf(-1) : group;
  if (own < 0) return texts.length === 0 ? [] : [{ rows, texts }];
  return texts.map((text, index) => ({ rows: rows.with(own, index), texts: [text] }));
}

/** The answers of a row with what one place says there. */
function mitWert(answers: Answers, platz: Platz, texts: readonly string[], befunde: Fachbefund[]): Answers {
  const { feld, teil, type, weg, frage } = platz;
  const [first] = texts;
  if (first === undefined) return answers;
  if (teil !== null) return { ...answers, [feld]: mitTeil(type, answers[feld], teil, first) };
  const read = antwortAus(type, texts);
  if (read.ok) return { ...answers, [feld]: read.wert };
  const leaf = weg.at(-1);
  befunde.push(fehler('wert', leaf ? elementName(leaf) : feld, `„${frage}“: ${read.falsch}.`));
  return answers;
}
