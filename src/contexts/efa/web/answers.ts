import { flashesOf, type PageAnswer, type PageContent, type PageRequest, page } from '#platform';
import { type AnsweredList, answerList, type ListDefinition, type ListFile } from '#ui';
import type { EfaDeps } from '../doors-deps.ts';

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

export const { done, flashOf } = flashesOf(flashes);

export type FlashName = keyof typeof flashes;

/** A list as page or as file, as the address asks. */
export async function listAnswer<Row>(
  deps: Pick<EfaDeps, 'clock' | 'demo'>,
  request: PageRequest,
  list: { readonly definition: ListDefinition<Row>; readonly rows: readonly Row[] },
  file: ListFile,
  show: (list: AnsweredList<Row>) => PageContent | Promise<PageContent>,
): Promise<PageAnswer> {
  const answered = await answerList(deps, list, request, file);
  return answered.kind === 'list' ? page(await show(answered)) : answered;
}
