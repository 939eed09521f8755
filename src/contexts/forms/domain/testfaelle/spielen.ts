import { localDate } from '#kernel';
import { evaluate } from '../evaluate/evaluate.ts';
import type { Evaluation } from '../evaluate/evaluation.ts';
import { feeOf } from '../evaluate/fee.ts';
import { nextPage, reachablePages } from '../evaluate/navigation.ts';
import { pageModel } from '../evaluate/page-model.ts';
import { missing } from '../evaluate/problems.ts';
import { coveredLeistungen, type Onlinedienst } from '../onlinedienst/onlinedienst.ts';
import { parseParameters } from '../parameters/parse-parameters.ts';
import type { Testfall } from './testfall.ts';
import { differ, endWord, euro, ids, type Worte } from './worte.ts';

/** What came of a test case. */
export interface Ergebnis {
  readonly id: string;
  readonly titel: string;
  readonly bestanden: boolean;
  /** What is not as the author wrote it, as sentences. */
  readonly abweichungen: readonly string[];
  readonly seiten: readonly string[];
  readonly ende: 'summary' | 'end';
  readonly maengel: readonly string[];
  readonly gebuehrCent: number | null;
  /** The kinds of offices to which the Antrag goes; none where the way ends on an exit page. */
  readonly stellen: readonly string[];
}

/** All test cases of a service, and the pages that no case leads to. */
export interface Durchlauf {
  readonly ergebnisse: readonly Ergebnis[];
  readonly bestanden: boolean;
  readonly unbesucht: readonly string[];
}

/** Plays all cases on a service. `beispiel` are the values of a Kommune where a case has none. */
export function spiele(
  dienst: Onlinedienst,
  faelle: readonly Testfall[],
  beispiel: Readonly<Record<string, unknown>>,
  worte: Worte = ids,
): Durchlauf {
  const ergebnisse = faelle.map((fall) => spieleFall(dienst, fall, beispiel, worte));
  const visited = new Set(ergebnisse.flatMap(({ seiten }) => seiten));
  const all = dienst.form.definition.pages.map(({ id }) => id);
  return {
    ergebnisse,
    bestanden: ergebnisse.every(({ bestanden }) => bestanden),
    unbesucht: all.filter((id) => !visited.has(id)),
  };
}

function spieleFall(
  dienst: Onlinedienst,
  fall: Testfall,
  beispiel: Readonly<Record<string, unknown>>,
  worte: Worte,
): Ergebnis {
  const nothing = { seiten: [], ende: 'summary', maengel: [], gebuehrCent: null, stellen: [] } as const;
  const { id, title: titel } = fall;
  const values = { ...beispiel, ...fall.parameters };
  const parameters = parseParameters(dienst.definition.parameters, values);
  if (!parameters.ok)
    return { id, titel, bestanden: false, abweichungen: [parameters.refusal.message], ...nothing };
  const context = { parameters: parameters.value, today: localDate(fall.today) };
  return vergleiche(dienst, fall, evaluate(dienst.form, fall.answers, context), worte);
}

function vergleiche(dienst: Onlinedienst, fall: Testfall, evaluation: Evaluation, worte: Worte): Ergebnis {
  const { seiten, ende } = vorwaerts(dienst, evaluation);
  const maengel = missing(evaluation).map(({ field }) => field);
  const fee = feeOf(evaluation);
  const gebuehrCent = fee.complete ? fee.cents : null;
  const { pages, end, problems, feeCents, offices } = fall.expect;
  const stellen = ende === 'end' ? [] : stellenOf(dienst, evaluation);
  const back = rueckwaerts(evaluation, seiten.at(-1) ?? '');
  const abweichungen = [
    ...differ(
      'Der Weg',
      pages,
      seiten.map((seite) => vorlageOf(evaluation, seite)),
      worte.seite,
    ),
    ...(end === ende ? [] : [`Das Ende: erwartet „${endWord[end]}“, gekommen „${endWord[ende]}“.`]),
    ...differ('Was fehlt oder nicht passt', problems.toSorted(), maengel.toSorted(), worte.frage),
    ...(feeCents === null || feeCents === gebuehrCent
      ? []
      : [
          `Die Gebühr: erwartet ${euro(feeCents)}, gekommen ${gebuehrCent === null ? 'offen' : euro(gebuehrCent)}.`,
        ]),
    ...(offices === null ? [] : differ('Die Stellen', offices.toSorted(), stellen.toSorted())),
    ...(back.toReversed().join() === seiten.join()
      ? []
      : [`„Zurück“ führt nicht denselben Weg: ${back.map(worte.seite).join(', ')}.`]),
  ];
  return {
    id: fall.id,
    titel: fall.title,
    bestanden: abweichungen.length === 0,
    abweichungen,
    seiten: [...new Set(seiten.map((seite) => vorlageOf(evaluation, seite)))],
    ende,
    maengel,
    gebuehrCent,
    stellen,
  };
}

function stellenOf(dienst: Onlinedienst, evaluation: Evaluation): readonly string[] {
  return [...new Set(coveredLeistungen(dienst, evaluation).map(({ office }) => office))];
}

/** „Weiter“ from the first page to the check of all answers or an exit. */
function vorwaerts(dienst: Onlinedienst, evaluation: Evaluation) {
  const seiten = [reachablePages(evaluation)[0] ?? dienst.form.pages[0]?.id ?? ''];
  for (let rest = dienst.form.pages.length; rest >= 0; rest -= 1) {
    const next = nextPage(evaluation, seiten.at(-1) ?? '');
    if (next.kind !== 'page') return { seiten, ende: next.kind };
    seiten.push(next.page);
  }
  return { seiten, ende: 'end' as const };
}

/** „Zurück“ from the last page to the first, as the pages themselves offer it. */
function rueckwaerts(evaluation: Evaluation, from: string): readonly string[] {
  const seiten = [from];
  for (let rest = evaluation.pages.length; rest >= 0; rest -= 1) {
    const model = pageModel(evaluation, seiten.at(-1) ?? '');
    if (!model.ok || model.value.previous === null) return seiten;
    seiten.push(model.value.previous);
  }
  return seiten;
}

/** The page as the author wrote it, where each of its questions is a page for itself. */
function vorlageOf(evaluation: Evaluation, seite: string): string {
  return evaluation.pages.find(({ page }) => page.id === seite)?.page.authored ?? seite;
}
