import {
  flashesOf,
  type IncomingFile,
  type PageAnswer,
  type PageContent,
  type PageRequest,
  page,
  uploadBytes,
} from '#platform';
import { type AnsweredList, answerList, type ListDefinition, type ListFile } from '#ui';
import type { MarketplaceDeps } from '../marketplace-deps.ts';

const flashes = {
  interesse: 'Ihr Interesse ist dem Anbieter mitgeteilt. Ihre Anbindung hat begonnen.',
  'interesse-zurueck': 'Ihr Interesse ist zurückgezogen. Der Anbieter weiß davon.',
  angaben: 'Die Angaben sind gespeichert.',
  preis: 'Das Preisblatt ist gespeichert. Frühere Preise bleiben, wie sie waren.',
  dokument: 'Das Dokument ist gespeichert.',
  ruecknahme:
    'Das Dokument ist zurückgenommen. Wer vorher bestellt hat, liest es weiter bei seiner Bestellung.',
  vorbereitet: 'Die Bestellung ist vorbereitet. Sie bindet noch niemanden: Es fehlt die Unterschrift.',
  bestellt: 'Sie haben verbindlich bestellt. Die Bestellung liegt beim Anbieter.',
  papier: 'Die Unterschrift ist erfasst. Die Bestellung liegt beim Anbieter.',
  zurueckgezogen: 'Die Bestellung ist zurückgezogen.',
  angenommen: 'Die Bestellung ist angenommen. Der Vertrag besteht.',
  abgelehnt: 'Die Bestellung ist abgelehnt. Die Kommune liest Ihre Begründung.',
  beendet: 'Das Ende des Vertrags ist eingetragen.',
  rahmen: 'Die Rahmenvereinbarung ist eingetragen.',
  gekuendigt: 'Die Kündigung ist eingetragen.',
  befugnis: 'Die Zeichnungsbefugnis ist eingetragen.',
  widerrufen: 'Der Widerruf ist eingetragen. Was vorher unterschrieben wurde, gilt weiter.',
  sammel: 'Die Sammelbestellung ist eingetragen.',
  entschieden: 'Ihre Antwort auf die Sammelbestellung ist eingetragen.',
} as const;

export const { done, flashOf } = flashesOf(flashes);
export type FlashName = keyof typeof flashes;

/** A list as page or as file, as the address asks. */
export async function listAnswer<Row>(
  deps: Pick<MarketplaceDeps, 'clock' | 'demo'>,
  request: PageRequest,
  list: { readonly definition: ListDefinition<Row>; readonly rows: readonly Row[] },
  file: ListFile,
  show: (list: AnsweredList<Row>) => PageContent,
): Promise<PageAnswer> {
  const answered = await answerList(deps, list, request, file);
  return answered.kind === 'list' ? page(show(answered)) : answered;
}

/** The file that came with a form; `null` where none was chosen. */
export async function fileOf({ uploads }: PageRequest, field = 'datei'): Promise<IncomingFile | null> {
  const upload = uploads.get(field)?.find(({ bytes }) => bytes > 0);
  if (!upload) return null;
  const { fileName, scanned } = upload;
  return { fileName, scanned, bytes: await uploadBytes(upload) };
}

/** What stands for a file that a form must have. */
export const noFile: IncomingFile = { fileName: '', bytes: Buffer.alloc(0), scanned: null };
