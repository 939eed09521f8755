import type { Refusal } from '#kernel';
import type { PageAnswer, PageContent, PageRequest } from '#platform';
import { alert, errorSummary } from '#ui';

export function page(content: PageContent, status = 200): PageAnswer {
  return { kind: 'page', content, status };
}

export function refusal(reason: Refusal): PageAnswer {
  return { kind: 'refusal', refusal: reason };
}

/** What is wrong, above the forms: with its fields, or as a notice. */
export function refusalNotice(reason: Refusal | null) {
  if (reason === null) return '';
  if (reason.fields?.length) return errorSummary(reason.fields);
  return alert({ kind: 'danger', title: reason.message, live: true });
}

const flashes = {
  gefragt: 'Die Rückfrage ist gestellt. Wen sie angeht, der hat sie jetzt ungelesen.',
  antwort: 'Ihre Antwort steht in der Rückfrage.',
  ergaenzung: 'Ihre Ergänzung steht in der Rückfrage.',
  'wieder-offen': 'Die Rückfrage ist wieder offen.',
  zurueckgezogen: 'Die Rückfrage ist zurückgezogen.',
  bearbeitet: 'Ihr Beitrag ist geändert. Die frühere Fassung bleibt lesbar.',
  folgen: 'Sie folgen dieser Rückfrage und sehen Neues als ungelesen.',
  stumm: 'Die Rückfrage ist für Sie stumm. Wenn jemand Sie mit Namen erwähnt, erfahren Sie es trotzdem.',
  gelesen: 'Alles ist als gelesen markiert.',
  veroeffentlicht: 'Die Antwort ist für alle betreuten Kommunen veröffentlicht.',
  zurueckgenommen: 'Die veröffentlichte Antwort ist zurückgenommen.',
} as const;

export type FlashName = keyof typeof flashes;

/** Leads to a page that says once what was done. */
export function done(address: string, flash: FlashName): PageAnswer {
  return { kind: 'redirect', to: `${address}?getan=${flash}` };
}

/** What the last action did, as the address names it. */
export function flashOf({ query }: PageRequest): Pick<PageContent, 'flash'> {
  const name = query.get('getan') ?? '';
  return Object.hasOwn(flashes, name)
    ? { flash: { kind: 'success', title: flashes[name as FlashName] } }
    : {};
}
