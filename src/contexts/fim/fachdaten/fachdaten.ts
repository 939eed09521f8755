import { type Answers, isJsonObject } from '#forms';
import type { XfallElement } from '#standards/xfall';
import { type Belegung, belegung, type Platz } from './belegung.ts';
import type { Definition } from './definition-teile.ts';
import { type Ast, elementeVon, neuerAst, unter } from './element.ts';
import { elementName, type Struktur } from './struktur.ts';
import { texteVon } from './werte.ts';

type Json = Answers[string];

/** The answers of an Antrag under the ids of a schema of FIM. */
export interface Fachdaten {
  readonly struktur: Struktur;
  readonly wurzel: XfallElement;
  /** Questions that the form asks and the schema does not know. */
  readonly ohnePlatz: readonly string[];
}

/** Puts answers where the schema wants them; each row of a group becomes a repetition. */
export function fachdatenVon(definition: Definition, struktur: Struktur, answers: Answers): Fachdaten {
  const { plaetze, ohnePlatz }: Belegung = belegung(definition, struktur);
  const oben = neuerAst();
  for (const platz of plaetze) setze(oben, platz, answers, platz.gruppen, []);
  const wurzel = { name: elementName(struktur), text: '', kinder: elementeVon(oben, struktur) };
  return { struktur, wurzel, ohnePlatz };
}

function setze(
  oben: Ast,
  platz: Platz,
  scope: Answers,
  gruppen: readonly string[],
  rows: readonly number[],
): void {
  const [group, ...rest] = gruppen;
  if (group !== undefined) {
    for (const [index, row] of rowsOf(scope[group]).entries())
      setze(oben, platz, row, rest, [...rows, index]);
    return;
  }
  for (const [index, text] of texteVon(platz, scope[platz.feld]).entries())
    stelle(oben, platz, rows, index).text = text;
}

/** Where a text goes: at each place of the way the repetition of its row; several texts follow each other at the last one. */
function stelle(oben: Ast, { weg, zeilen }: Platz, rows: readonly number[], index: number): Ast {
  return weg.reduce((ast, knoten, at) => {
    const group = zeilen.indexOf(at);
    if (group >= 0) return unter(ast, knoten, rows[group] ?? 0);
    if (at < weg.length - 1) return unter(ast, knoten, 0);
    // Rows for which the way has no repetition stand one after the other.
    return unter(ast, knoten, zeilen.includes(-1) ? (ast.kinder.get(knoten)?.length ?? 0) : index);
  }, oben);
}

function rowsOf(answer: Json | undefined): readonly Answers[] {
  return Array.isArray(answer) ? answer.filter(isJsonObject) : [];
}
