import { type FieldProblem, type Refusal, statusOfRefusal } from '#kernel';
import type { PageAnswer, PageContent, PageRequest } from '#platform';
import {
  type AnsweredList,
  alert,
  answerList,
  errorSummary,
  type ListDefinition,
  type ListFile,
  listIndex,
} from '#ui';
import type { EfaDeps } from '../doors-deps.ts';

export function page(content: PageContent, status = 200): PageAnswer {
  return { kind: 'page', content, status };
}

export function refusal(reason: Refusal): PageAnswer {
  return { kind: 'refusal', refusal: reason };
}

/** A page on which a form stands again that was refused. */
export function refusedPage(content: PageContent, reason: Refusal): PageAnswer {
  return page({ ...content, error: true }, statusOfRefusal(reason.kind));
}

const flashes = {
  interesse: 'Ihr Interesse ist vermerkt. Füllen Sie jetzt die Parameter aus.',
  parameter: 'Die Parameter sind gespeichert.',
  testen: 'Der Test hat begonnen.',
  'zurueck-zu-parametern': 'Die Anbindung steht wieder bei den Parametern.',
  'live-schalten': 'Der Onlinedienst ist live.',
  aussetzen: 'Der Onlinedienst ruht. Bürgerinnen und Bürger lesen den Grund.',
  fortsetzen: 'Der Onlinedienst ist wieder live.',
  beenden: 'Die Anbindung ist beendet.',
  'neu-beginnen': 'Die Anbindung beginnt neu.',
  plan: 'Der geplante Tag ist gespeichert. Live schalten Sie selbst.',
  fassung: 'Die Anbindung nutzt jetzt die neueste Fassung.',
  angeboten: 'Der Onlinedienst wird jetzt angeboten.',
  freigegeben: 'Der Text ist freigegeben.',
  zurueckgezogen: 'Der Text ist zurückgezogen.',
} as const;

export type FlashName = keyof typeof flashes;

/** Leads to a page that says once what was done. */
export function done(to: string, flash: FlashName): PageAnswer {
  return { kind: 'redirect', to: `${to}?getan=${flash}` };
}

/** What the last action did, as the address names it. */
export function flashOf(request: PageRequest): Pick<PageContent, 'flash'> {
  const name = request.query.get('getan') ?? '';
  const title = Object.hasOwn(flashes, name) ? flashes[name as FlashName] : undefined;
  return title ? { flash: { kind: 'success', title } } : {};
}

/** What is wrong, above a form: with its fields, or as a notice. */
export function refusalNotice(reason: Refusal | null) {
  if (reason === null) return '';
  if (reason.fields?.length && reason.kind === 'invalid') return errorSummary(reason.fields);
  return alert({ kind: 'danger', title: reason.message, live: true });
}

export function problemsOf(reason: Refusal | null): readonly FieldProblem[] {
  return reason?.fields ?? [];
}

/** The version that a form carries; 0 where it is none, which no Anbindung has. */
export function versionIn(text: string | null): number {
  return /^\d{1,9}$/.test(text ?? '') ? Number(text) : 0;
}

/** A list as page or as file, as the address asks. */
export async function listAnswer<Row>(
  deps: Pick<EfaDeps, 'clock' | 'demo'>,
  request: PageRequest,
  { definition, rows }: { readonly definition: ListDefinition<Row>; readonly rows: readonly Row[] },
  file: ListFile,
  show: (list: AnsweredList<Row>) => PageContent | Promise<PageContent>,
): Promise<PageAnswer> {
  const list = { definition, index: listIndex(definition, rows) };
  const answered = await answerList(deps, list, request.query, formatOf(request.path), file);
  return answered.kind === 'list' ? page(await show(answered)) : answered;
}

function formatOf(path: string): 'csv' | 'xlsx' | null {
  if (path.endsWith('.csv')) return 'csv';
  return path.endsWith('.xlsx') ? 'xlsx' : null;
}

/** The page of a list and its two files, all with the same rows. */
export const listEndings = ['', '.csv', '.xlsx'] as const;
