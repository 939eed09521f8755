import { html } from 'hono/html';
import { type FieldProblem, isUuid, ok, type Refusal, type Result } from '#kernel';
import type { PageAnswer, PageContent, PageRequest, PageRoute } from '#platform';
import {
  alert,
  button,
  emptyState,
  errorSummary,
  form,
  formatInstant,
  formatNumber,
  type Html,
  inputField,
  type ListResult,
  listIndex,
  listParametersOf,
  type MatrixChange,
  type MatrixRow,
  matrix,
  pagination,
  type ReadMatrix,
  readListQuery,
  readMatrix,
  selectField,
  textLink,
} from '#ui';
import { parseAenderung } from '../domain/parse-aenderung.ts';
import type { Stand } from '../domain/stand.ts';
import type { CompassDeps, LoesungName } from '../doors-deps.ts';
import { invalidStand, isKonflikt } from '../errors.ts';
import type { StandErgebnis, StandWunsch } from '../use-cases/change-stand.ts';
import { type Editor, editorOf } from '../use-cases/editor.ts';
import { changeAndKeep } from '../use-cases/sammel.ts';
import {
  type StandListe,
  type StandZeile,
  standListe,
  type Umfang,
  zeilenIn,
} from '../use-cases/stand-liste.ts';
import { werText } from '../views/feld-text.ts';
import { page, refusal } from './answers.ts';
import { eingabeOfCells, matrixColumns, matrixFelder, matrixValues } from './matrix-columns.ts';
import { sammelAddress } from './sammel-address.ts';
import { standDefinition } from './stand-list.ts';

const address = '/stand/matrix';
const rowsPerPage = 25;

/** Many Leistungen at once, for the keyboard; without script a plain form. */
export function matrixRoutes(deps: CompassDeps): readonly PageRoute[] {
  const access = { permission: 'compass.stand.edit' } as const;
  return [
    {
      capability: 'compass.stand',
      method: 'GET',
      path: address,
      access,
      handle: (request) => show(deps, request),
    },
    {
      capability: 'compass.bulk',
      method: 'POST',
      path: address,
      access,
      handle: (request) => save(deps, request),
    },
  ];
}

interface Sheet {
  readonly editor: Editor;
  readonly liste: StandListe;
  readonly loesungen: readonly LoesungName[];
  readonly umfang: Umfang;
  readonly result: ListResult<StandZeile>;
}

async function sheetOf(
  deps: CompassDeps,
  request: PageRequest,
  query: URLSearchParams,
): Promise<Result<Sheet>> {
  const editor = await editorOf(deps, request.principal);
  if (!editor.ok) return editor;
  const liste = await standListe(deps, editor.value);
  if (!liste.ok) return liste;
  const meine = zeilenIn(liste.value, 'meine');
  const said = query.get('umfang');
  const umfang =
    said === 'meine' || (said === null && meine.length > 0 && !editor.value.darfVerwalten)
      ? 'meine'
      : 'pflichten';
  const index = listIndex(standDefinition, zeilenIn(liste.value, umfang));
  const asked = { ...readListQuery(standDefinition, query).query, size: rowsPerPage };
  return ok({
    editor: editor.value,
    liste: liste.value,
    loesungen: await deps.loesungen(),
    umfang,
    result: index.run({ ...asked, kept: { umfang } }),
  });
}

async function show(deps: CompassDeps, request: PageRequest): Promise<PageAnswer> {
  const sheet = await sheetOf(deps, request, request.query);
  if (!sheet.ok) return refusal(sheet.refusal);
  const saved = request.query.get('gespeichert') ?? '';
  const status = /^\d{1,3}$/.test(saved) ? savedText(Number(saved)) : undefined;
  return page(content(sheet.value, request, { rows: sheet.value.result.rows.map(plainRow), status }));
}

const savedText = (count: number) =>
  count === 0
    ? 'Es hat sich nichts geändert.'
    : count === 1
      ? '1 Leistung gespeichert.'
      : `${formatNumber(count)} Leistungen gespeichert.`;

function plainRow({ ort, stand, pflichtlage }: StandZeile): MatrixRow {
  return {
    key: ort.id,
    label: ort.name,
    href: `/stand/${ort.id}`,
    note: [ort.themenfeld, pflichtlage === 'selbst' ? null : pflichtlage].filter(Boolean).join(', '),
    fassung: stand?.fassung ?? 0,
    values: matrixValues(stand),
  };
}

interface Shown {
  readonly rows: readonly MatrixRow[];
  readonly status?: string | undefined;
  readonly problems?: readonly FieldProblem[];
  readonly conflicts?: number;
}

/** Each row is answered singly: what is good is saved, the rest stands again as it was typed. */
async function save(deps: CompassDeps, request: PageRequest): Promise<PageAnswer> {
  const query = new URLSearchParams(request.form.get('abfrage') ?? '');
  const before = await sheetOf(deps, request, query);
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
    return { kind: 'redirect', to: `${address}?${query}` };
  }
  return again(deps, request, query, { outcome, typed: read.typed, answers, form: request.form });
}

function wuenscheOf(changes: readonly MatrixChange[], zeilen: ReadonlyMap<string, StandZeile>) {
  const wuensche: StandWunsch[] = [];
  const refused = new Map<string, Refusal>();
  for (const { row, fassung, values } of changes) {
    const parsed = parseAenderung(eingabeOfCells(values, zeilen.get(row)?.stand ?? null));
    if (parsed.ok) wuensche.push({ leistungId: row, grundlage: fassung, aenderung: parsed.value });
    else refused.set(row, invalidStand(parsed.refusal));
  }
  return { wuensche, refused };
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
  const sheet = await sheetOf(deps, request, query);
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
    { ...content(sheet.value, request, shownRows), error: true },
    told.length + problems.length > 0 ? 422 : 409,
  );
}

interface UnsavedRow {
  readonly typed: NonNullable<MatrixRow['typed']>;
  readonly reason: Refusal | null;
  readonly refused: Readonly<Record<string, string>>;
  readonly undecided: boolean;
  readonly liste: StandListe;
}

function unsavedRow(zeile: StandZeile, { typed, reason, refused, undecided, liste }: UnsavedRow): MatrixRow {
  const row = plainRow(zeile);
  const newest = reason && isKonflikt(reason) ? reason.konflikt.inzwischen : undecided ? zeile.stand : null;
  const cells = cellProblems(zeile.ort.id, reason).map(({ field, message }) => [
    field.split(':')[0] ?? '',
    message,
  ]);
  const problems = { ...refused, ...Object.fromEntries(cells) };
  if (newest === null) return { ...row, typed, problems };
  return {
    ...row,
    typed,
    problems,
    fassung: newest.fassung,
    values: matrixValues(newest),
    conflict: conflictOf(newest, liste),
  };
}

function conflictOf({ angegebenVon, angegebenAm }: Stand, { personen }: StandListe) {
  return {
    by: werText(personen, angegebenVon),
    at: `${formatInstant(angegebenAm)} Uhr`.replace('Uhr Uhr', 'Uhr'),
  };
}

/** What is wrong with cells of a row; what belongs to no column stands at the Zustand. */
function cellProblems(row: string, reason: Refusal | null): readonly FieldProblem[] {
  if (reason === null || isKonflikt(reason)) return [];
  const fields = reason.fields ?? [{ field: 'zustand', message: reason.message }];
  return fields.map(({ field, message }) => ({
    field: `${matrixFelder.find((each) => each === field) ?? 'zustand'}:${row}`,
    message,
  }));
}

function content(sheet: Sheet, request: PageRequest, shown: Shown): PageContent {
  const { editor, liste, loesungen, result } = sheet;
  const { name } = editor.kommune;
  const query = listParametersOf(standDefinition, result.query).toString();
  return {
    title: 'Umsetzungsstand als Tabelle',
    preline: name,
    lead: 'Viele Leistungen auf einmal, mit der Tastatur. Gespeichert wird, was Sie ändern; was jemand anderes inzwischen gespeichert hat, wird nie überschrieben.',
    breadcrumb: [{ label: 'Umsetzungsstand', href: '/stand' }],
    wide: true,
    scripts: ['matrix'],
    main: html`${filterForm(sheet)}<p class="kern-body">${formatNumber(result.total)} ${result.total === 1 ? 'Leistung' : 'Leistungen'}</p>${
      shown.rows.length === 0
        ? emptyState({ title: 'Keine Leistung gefunden', body: 'Bitte ändern Sie die Auswahl.' })
        : matrix({
            id: 'stand-matrix',
            caption: `Umsetzungsstand von ${name}`,
            rowLabel: 'Leistung',
            columns: matrixColumns({ ...liste, loesungen }),
            rows: shown.rows,
            action: address,
            csrfToken: request.csrfToken,
            hidden: { abfrage: query },
            notice: notice(shown),
            status: shown.status,
            pages: html`${undoLink(request.query.get('sammel'))}${pagination({
              page: result.page,
              pages: Math.max(1, Math.ceil(result.total / rowsPerPage)),
              href: (number) => pageAddress(result, number),
            })}`,
          })
    }`,
    nextSteps: [
      { label: 'Zur Liste', href: '/stand' },
      { label: 'Aus Excel einfügen', href: '/stand/einfuegen' },
    ],
  };
}

function pageAddress(result: ListResult<StandZeile>, number: number): string {
  return `${address}?${listParametersOf(standDefinition, { ...result.query, page: number })}`;
}

function notice({ problems = [], conflicts = 0 }: Shown): Html | '' {
  if (problems.length > 0) return errorSummary(problems);
  return conflicts > 0
    ? alert({
        kind: 'warning',
        title: 'Jemand anderes hat inzwischen gespeichert',
        body: 'Ihre Angaben stehen noch da und sind nicht gespeichert. Bitte entscheiden Sie in jeder markierten Zeile, was gilt.',
        live: true,
      })
    : '';
}

/** A link and no form: it stands inside the form of the matrix. */
function undoLink(id: string | null): Html | '' {
  return id !== null && isUuid(id)
    ? html`<p class="kern-body">${textLink(`${sammelAddress}/${id}`, 'Letztes Speichern ansehen oder rückgängig machen')}</p>`
    : '';
}

const filterKeys = ['themenfeld', 'zustand', 'fachbereich'] as const;

function filterForm({ umfang, result }: Sheet): Html {
  const { query, options } = result;
  const selects = filterKeys.map((key) => {
    const filter = standDefinition.filters?.find((each) => each.key === key);
    return selectField({
      name: key,
      label: filter?.label ?? key,
      options: options[key] ?? [],
      value: query.filters[key]?.[0] ?? '',
      placeholder: 'alle',
      optional: true,
    });
  });
  return form(
    { action: address, method: 'get', label: 'Leistungen auswählen' },
    html`<div class="lw-matrix__filter">${inputField({ name: 'suche', label: 'Suchen', type: 'search', value: query.search, optional: true })}${selects}${selectField(
      {
        name: 'umfang',
        label: 'Welche Leistungen?',
        options: [
          { value: 'pflichten', label: 'Pflichten und Angaben' },
          { value: 'meine', label: 'Meine Leistungen' },
        ],
        value: umfang,
        placeholder: null,
      },
    )}</div>${button('Anzeigen', { kind: 'secondary' })}`,
  );
}
