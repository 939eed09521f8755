import { parseDefinition } from '#forms';
import { type Onlinedienst, parseOnlinedienst } from '#forms/onlinedienst';
import { keineTestfaelle, parseTestfaelle } from '#forms/testfaelle';
import { type FieldProblem, ok, type Result, refuse } from '#kernel';
import { type Json, jsonOf, property } from './domain/json.ts';
import type { Dokumente } from './domain/unterschied.ts';
import { brokenFile, invalidEntwurf } from './errors.ts';

/** The files of a service's folder, as `data/onlinedienste` has them, and its test cases. */
export const dateien = {
  dienst: 'dienst.json',
  formular: 'formular.json',
  testfaelle: 'testfaelle.json',
} as const;

export type Datei = keyof typeof dateien;

/** A document as its file. */
export function dateiText(dokument: Json): string {
  return `${JSON.stringify(dokument, null, 2)}\n`;
}

/** The documents of a service that is proven already. */
export function dokumenteVon(dienst: Onlinedienst, testfaelle: Json = keineTestfaelle): Dokumente {
  return { dienst: jsonOf(dienst.definition), formular: jsonOf(dienst.form.definition), testfaelle };
}

/** Reads the documents from the texts of their files; refuses what is no JSON (`WORKSHOP_FILE_BROKEN`). */
export function leseDateien(texte: Readonly<Record<Datei, string | null>>): Result<Dokumente> {
  const read: Partial<Record<Datei, Json>> = {};
  for (const datei of ['dienst', 'formular', 'testfaelle'] as const) {
    const text = texte[datei];
    if (text === null) continue;
    if (text.length > 1_000_000) return refuse(brokenFile(dateien[datei], 'Sie ist größer als 1 MB.'));
    try {
      read[datei] = jsonOf(JSON.parse(text.replace(/^\uFEFF/, '')));
    } catch (fault) {
      return refuse(brokenFile(dateien[datei], fault instanceof Error ? fault.message : String(fault)));
    }
  }
  const { dienst, formular, testfaelle = keineTestfaelle } = read;
  if (dienst === undefined) return refuse(brokenFile(dateien.dienst, 'Sie fehlt.'));
  return formular === undefined
    ? refuse(brokenFile(dateien.formular, 'Sie fehlt.'))
    : ok({ dienst, formular, testfaelle });
}

/** Refuses documents that are no drafts: of a wrong shape, or about another service. What does not compile may be kept. */
export function geformt(dokumente: Dokumente, name: string): Result<Dokumente> {
  const problems = [
    ...dienstProblems(dokumente.dienst),
    ...inFile('formular', parseDefinition(JSON.stringify(dokumente.formular))),
    ...inFile('testfaelle', parseTestfaelle(dokumente.testfaelle)),
    ...(['dienst', 'formular'] as const)
      .filter((datei) => property(dokumente[datei], 'id') !== name)
      .map((datei) => ({ field: `${dateien[datei]}: id`, message: `Der Kurzname muss „${name}“ bleiben.` })),
  ];
  return problems.length === 0 ? ok(dokumente) : refuse(invalidEntwurf(problems.slice(0, 100)));
}

/** The service's own file is read before the form; so with an empty form only its shape can be complained about. */
function dienstProblems(dienst: Json): readonly FieldProblem[] {
  const parsed = parseOnlinedienst(JSON.stringify(dienst), '{}');
  if (parsed.ok) return [];
  return (parsed.refusal.fields ?? []).filter(({ field }) => field.startsWith(dateien.dienst));
}

function inFile(datei: Datei, parsed: Result<unknown>): readonly FieldProblem[] {
  if (parsed.ok) return [];
  const { message, fields = [{ field: '(Anfang)', message }] } = parsed.refusal;
  return fields.map((problem) => ({ ...problem, field: `${dateien[datei]}: ${problem.field}` }));
}

/** Proves and compiles the documents. */
export function uebersetzt({ dienst, formular }: Dokumente): Result<Onlinedienst> {
  return parseOnlinedienst(JSON.stringify(dienst), JSON.stringify(formular));
}
