import { type AnswerDocument, answerDocument } from '../evaluate/answer-document.ts';
import {
  type Answers,
  type Evaluation,
  type FieldState,
  inRow,
  isGroupState,
  type PageState,
} from '../evaluate/evaluation.ts';
import { type Fee, feeOf } from '../evaluate/fee.ts';
import { pruned } from '../evaluate/prune.ts';
import { coveredLeistungen, type Onlinedienst } from './onlinedienst.ts';

/** What the offices behind one Zustellpunkt get of an Antrag: the shared part and what only they are concerned with. */
export interface OfficePart {
  readonly leistungen: ReturnType<typeof coveredLeistungen>;
  readonly answers: Answers;
  /** The answers whose files go to these offices; each file goes to one Zustellpunkt only. */
  readonly withFiles: Answers;
  readonly document: AnswerDocument;
  readonly fee: Fee;
}

/**
 * The kinds of office that these answers concern, in the order in which the definition names them; where they concern
 * none, the first looks at them.
 */
export function concernedOffices(dienst: Onlinedienst, evaluation: Evaluation): readonly string[] {
  const concerned = [...new Set(coveredLeistungen(dienst, evaluation).map(({ office }) => office))];
  return concerned.length > 0 ? concerned : dienst.covers.slice(0, 1).map(({ office }) => office);
}

/**
 * The concerned offices that get the answers of a page; to the first its files are encrypted. Each page reaches at least
 * one.
 */
export function officesOfPage(dienst: Onlinedienst, evaluation: Evaluation, page: string): readonly string[] {
  const concerned = concernedOffices(dienst, evaluation);
  const known = evaluation.pages.find((state) => state.page.id === page)?.page.authored ?? page;
  const reserved = dienst.offices.filter(({ pages }) => pages.has(known)).map(({ office }) => office);
  if (reserved.length === 0) return concerned;
  const own = concerned.filter((office) => reserved.includes(office));
  return own.length > 0 ? own : concerned.slice(0, 1);
}

/** The part of the answers for some of the concerned offices; their numbering stays as the applicant saw it. */
export function partFor(
  dienst: Onlinedienst,
  evaluation: Evaluation,
  offices: readonly string[],
): OfficePart {
  const leistungen = coveredLeistungen(dienst, evaluation).filter(({ office }) => offices.includes(office));
  const keys = new Set(leistungen.map(({ leika }) => leika));
  const part: Evaluation = {
    ...evaluation,
    pages: evaluation.pages.map((state) => pageFor(dienst, evaluation, state, offices)),
  };
  const owned = part.pages.filter(({ page }) =>
    offices.includes(officesOfPage(dienst, evaluation, page.authored)[0] ?? ''),
  );
  return {
    leistungen,
    answers: pruned(part),
    withFiles: pruned({ ...part, pages: owned }),
    document: answerDocument(part),
    fee: feeOf(evaluation, (leika) => leika === null || keys.has(leika)),
  };
}

function pageFor(
  dienst: Onlinedienst,
  evaluation: Evaluation,
  state: PageState,
  offices: readonly string[],
): PageState {
  const isTheirs = officesOfPage(dienst, evaluation, state.page.authored).some((office) =>
    offices.includes(office),
  );
  if (!isTheirs) return { ...state, reachable: false, fields: [] };
  return { ...state, fields: state.fields.map((field) => fieldFor(dienst, evaluation, field, offices)) };
}

/** A group with the rows that one of the offices gets. */
function fieldFor(
  dienst: Onlinedienst,
  { env }: Evaluation,
  state: FieldState,
  offices: readonly string[],
): FieldState {
  if (!isGroupState(state)) return state;
  const tests = offices.map((id) =>
    dienst.offices.find(({ office }) => office === id)?.rows.get(state.field.id),
  );
  const wanted = tests.filter((test) => test !== undefined);
  if (wanted.length < offices.length) return state;
  const rows = state.rows.filter(({ row }) => inRow(env, 0, row, () => wanted.some((test) => test(env))));
  return { ...state, rows };
}
