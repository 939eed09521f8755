import { type FieldProblem, ok, type Refusal, type Result } from '#kernel';
import { type PageAnswer, type PageRequest, page, refusal } from '#platform';
import { type MatrixChange, type MatrixRow, type ReadMatrix, readMatrix } from '#ui';
import { parseAenderung } from '../domain/parse-aenderung.ts';
import { keineAngabeWort, parseWunsch } from '../domain/parse-wunsch.ts';
import type { Stand } from '../domain/stand.ts';
import type { CompassDeps } from '../doors-deps.ts';
import { invalidStand } from '../errors.ts';
import { changeAndKeep } from '../use-cases/sammel.ts';
import type { StandZeile } from '../use-cases/stand-liste.ts';
import type { StandErgebnis, StandWunsch } from '../use-cases/stand-wunsch.ts';
import { eingabeOfCells, matrixColumns } from './matrix-columns.ts';
import { matrixContent, savedText } from './matrix-content.ts';
import { cellProblems, plainRow, unsavedRow } from './matrix-rows.ts';
import { matrixAddress, matrixSheetOf } from './matrix-sheet.ts';

/** Each row is answered singly: what is good is saved, the rest stands again as it was typed. */
export async function saveMatrix(deps: CompassDeps, request: PageRequest): Promise<PageAnswer> {
  const query = new URLSearchParams(request.form.get('abfrage') ?? '');
  const before = await matrixSheetOf(deps, request, query);
  if (!before.ok) return refusal(before.refusal);
  const { editor, liste, loesungen } = before.value;
  const read = readMatrix(matrixColumns({ ...liste, loesungen }), request.form);
  const zeilen = new Map(liste.zeilen.map((zeile) => [zeile.ort.id, zeile]));
  const { wuensche, refused } = wuenscheOf(read.changes, zeilen);
  const { id, answers } = await changeAndKeep(deps, editor, { art: 'matrix', titel: 'Tabelle' }, wuensche);
  const outcome = outcomeOf(read, refused, wuensche, answers);
  if (outcome.size === 0) {
    query.set('gespeichert', String(answers.filter((each) => each.ok && each.value.neu).length));
    if (id !== null) query.set('sammel', id);
    return { kind: 'redirect', to: `${matrixAddress}?${query}` };
  }
  return again(deps, request, query, { outcome, typed: read.typed, answers, form: request.form });
}

function wuenscheOf(changes: readonly MatrixChange[], zeilen: ReadonlyMap<string, StandZeile>) {
  const wuensche: StandWunsch[] = [];
  const refused = new Map<string, Refusal>();
  for (const change of changes) {
    const wunsch = wunschOf(change, zeilen.get(change.row)?.stand ?? null);
    if (wunsch.ok) wuensche.push(wunsch.value);
    else refused.set(change.row, invalidStand(wunsch.refusal));
  }
  return { wuensche, refused };
}

/** Who empties the Zustand takes the whole statement back; a Grund typed beside it says why. */
function wunschOf(
  { row: leistungId, fassung: grundlage, values }: MatrixChange,
  stand: Stand | null,
): Result<StandWunsch, readonly FieldProblem[]> {
  if (values.zustand !== '') {
    const parsed = parseAenderung(eingabeOfCells(values, stand));
    return parsed.ok ? ok({ leistungId, grundlage, aenderung: parsed.value }) : parsed;
  }
  const { grund, ...further } = values;
  const parsed = parseWunsch({ ...further, zustand: keineAngabeWort });
  return parsed.ok
    ? ok({ leistungId, grundlage, aenderung: {}, zuruecknehmen: { grund: grund || null } })
    : parsed;
}

/** Why rows were not saved: by cells that cannot be, or by what the use case refused. */
function outcomeOf(
  read: ReadMatrix,
  refused: ReadonlyMap<string, Refusal>,
  wuensche: readonly StandWunsch[],
  answers: readonly StandErgebnis[],
): ReadonlyMap<string, Refusal | null> {
  const unread = [...read.typed.keys()].filter((row) => !read.changes.some((change) => change.row === row));
  const failed = wuensche.flatMap(({ leistungId }, index) => {
    const answer = answers[index];
    return answer && !answer.ok ? [[leistungId, answer.refusal] as const] : [];
  });
  return new Map([...unread.map((row) => [row, null] as const), ...refused, ...failed]);
}

interface Unsaved {
  readonly outcome: ReadonlyMap<string, Refusal | null>;
  readonly typed: ReadMatrix['typed'];
  readonly answers: readonly StandErgebnis[];
  readonly form: URLSearchParams;
}

async function again(
  deps: CompassDeps,
  request: PageRequest,
  query: URLSearchParams,
  { outcome, typed, answers, form: given }: Unsaved,
): Promise<PageAnswer> {
  const sheet = await matrixSheetOf(deps, request, query);
  if (!sheet.ok) return refusal(sheet.refusal);
  const { liste, loesungen, result } = sheet.value;
  const columns = matrixColumns({ ...liste, loesungen });
  const { problems, refused } = readMatrix(columns, given);
  // A row that was saved may no longer be what the filter finds; one that was not must stay in sight.
  const shown = new Set(result.rows.map(({ ort }) => ort.id));
  const hidden = liste.zeilen.filter(({ ort }) => outcome.has(ort.id) && !shown.has(ort.id));
  const rows = [...hidden, ...result.rows].map((zeile): MatrixRow => {
    const reason = outcome.get(zeile.ort.id);
    if (reason === undefined) return plainRow(zeile);
    return unsavedRow(zeile, {
      typed: typed.get(zeile.ort.id) ?? {},
      reason,
      refused: refused.get(zeile.ort.id) ?? {},
      undecided: problems.some(({ field }) => field === `konflikt-${zeile.ort.id}`),
      liste,
    });
  });
  const told = [...outcome].flatMap(([row, reason]) => cellProblems(row, reason));
  const conflicts = rows.filter(({ conflict }) => conflict).length;
  const saved = answers.filter((answer) => answer.ok && answer.value.neu).length;
  const shownRows = { rows, status: savedText(saved), problems: [...problems, ...told], conflicts };
  return page(
    { ...matrixContent(sheet.value, request, shownRows), error: true },
    told.length + problems.length > 0 ? 422 : 409,
  );
}
