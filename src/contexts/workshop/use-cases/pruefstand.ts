import type { Onlinedienst } from '#forms/onlinedienst';
import { beispielwerte, type Durchlauf, parseTestfaelle, spiele } from '#forms/testfaelle';
import { type FieldProblem, ok, type Result } from '#kernel';
import { type Befund, befundeVon, type VerorteterBefund, verortet } from '../befund.ts';
import { angabeAmOrt } from '../befund-worte.ts';
import type { WorkshopDeps } from '../deps.ts';
import { uebersetzt } from '../dokumente.ts';
import { platzhalterIn } from '../domain/platzhalter.ts';
import type { Dokumente } from '../domain/unterschied.ts';
import { worteVon } from '../domain/worte.ts';

/** What is wrong or could be better with a draft, and what came of its test cases. */
export interface Pruefstand {
  /** `null` where it does not compile. */
  readonly dienst: Onlinedienst | null;
  readonly befunde: readonly VerorteterBefund[];
  readonly durchlauf: Durchlauf | null;
}

/** Only what compiles, quickly: for pages that show problems at their place. */
export function schnellPruefung(dokumente: Dokumente): Pruefstand {
  const compiled = uebersetzt(dokumente);
  const befunde = compiled.ok ? [] : befundeVon(compiled.refusal.fields ?? []);
  return {
    dienst: compiled.ok ? compiled.value : null,
    befunde: befunde.map((befund) => verortet(befund, dokumente.formular)),
    durchlauf: null,
  };
}

/** Everything: what does not compile, what the prover finds, and the test cases. */
export async function pruefung(
  deps: Pick<WorkshopDeps, 'pruefe' | 'clock'>,
  dokumente: Dokumente,
): Promise<Pruefstand> {
  const quick = schnellPruefung(dokumente);
  if (quick.dienst === null) return quick;
  const found = await deps.pruefe(quick.dienst, deps.clock.today());
  const worte = worteVon(dokumente.formular);
  const cases = parseTestfaelle(dokumente.testfaelle);
  const durchlauf = cases.ok
    ? spiele(quick.dienst, cases.value, beispielwerte(quick.dienst.definition.parameters), worte)
    : null;
  const befunde = [...found, ...platzhalterBefunde(dokumente), ...spielBefunde(durchlauf, worte.seite)];
  return { ...quick, durchlauf, befunde: befunde.map((befund) => verortet(befund, dokumente.formular)) };
}

/** Texts of the beginning that nobody wrote anew or confirmed would be read by people as if somebody had. */
function platzhalterBefunde({ dienst, formular }: Dokumente): readonly Befund[] {
  const found = [
    ...platzhalterIn(dienst).map((each) => ({ ...each, datei: 'dienst' })),
    ...platzhalterIn(formular).map((each) => ({ ...each, datei: 'formular' })),
  ];
  return found.map(({ datei, place, text, vorschlag }) => ({
    schwere: 'fehler',
    art: 'Platzhalter',
    stelle: `${datei}.json: ${place}`,
    was:
      vorschlag === null
        ? `Hier steht noch der Platzhalter „${text}“.`
        : `„${vorschlag}“ ist ein Vorschlag. Stimmt das?`,
    abhilfe:
      vorschlag === null
        ? 'Schreiben Sie, was hier gilt.'
        : 'Bestätigen Sie den Vorschlag, oder schreiben Sie, was hier gilt.',
    weg: null,
  }));
}

/** Pages that no test case leads to are worth a hint; without any case there is one for all. */
function spielBefunde(durchlauf: Durchlauf | null, seite: (id: string) => string): readonly Befund[] {
  if (durchlauf === null || durchlauf.unbesucht.length === 0) return [];
  const none = durchlauf.ergebnisse.length === 0;
  const pages = durchlauf.unbesucht.map(seite).join(', ');
  return [
    {
      schwere: 'hinweis',
      art: 'Testfälle',
      stelle: 'formular.json: pages',
      was: none ? 'Es gibt noch keinen Testfall.' : `Kein Testfall führt auf diese Seiten: ${pages}.`,
      abhilfe: 'Füllen Sie die Vorschau aus und behalten Sie die Eingaben als Testfall.',
      weg: null,
    },
  ];
}

/** What keeps a draft from being published. */
export function hindernisse({ befunde, durchlauf }: Pruefstand): readonly FieldProblem[] {
  const errors = befunde
    .filter(({ schwere }) => schwere === 'fehler')
    .map((befund) => ({
      field: befund.stelle,
      message: `${[befund.ortTitel, angabeAmOrt(befund)].filter(Boolean).join(', ')}: ${befund.was}`,
    }));
  const failed = (durchlauf?.ergebnisse ?? [])
    .filter(({ bestanden }) => !bestanden)
    .map(({ id, titel, abweichungen }) => ({
      field: `testfaelle.json: ${id}`,
      message: `Testfall „${titel}“: ${abweichungen[0] ?? 'nicht bestanden'}`,
    }));
  return [...errors, ...failed];
}

/** The service of a draft, or why it does not compile. */
export function dienstVon(dokumente: Dokumente): Result<Onlinedienst> {
  const compiled = uebersetzt(dokumente);
  return compiled.ok ? ok(compiled.value) : compiled;
}
