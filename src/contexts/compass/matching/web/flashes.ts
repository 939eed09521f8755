import type { PageAnswer, PageContent, PageRequest } from '#platform';

const flashes = {
  interesse: 'Ihr Interesse ist vorgemerkt.',
  zurueckgenommen: 'Ihr Interesse ist zurückgenommen.',
  eingewilligt: 'Ihre Kommune darf jetzt in Bündeln genannt werden.',
  widerrufen: 'Ihre Kommune wird ab sofort in keinem Bündel mehr genannt.',
  eingetragen: 'Das Fachverfahren ist eingetragen.',
  beendet: 'Das Ende ist eingetragen.',
  korrigiert: 'Der Widerspruch ist behoben. Die Angabe ist jetzt von heute.',
} as const;

type FlashName = keyof typeof flashes;

/** Leads to a page that says once what was done. */
export function gesagt(to: string, name: FlashName): PageAnswer {
  return { kind: 'redirect', to: `${to}?getan=${name}` };
}

/** What the last action did, as the address names it. */
export function zeige({ query }: PageRequest): Pick<PageContent, 'flash'> {
  const found = Object.entries(flashes).find(([name]) => name === query.get('getan'));
  return found ? { flash: { kind: 'success', title: found[1] } } : {};
}
