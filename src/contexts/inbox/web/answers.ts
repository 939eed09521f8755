import { flashesOf, type PageAnswer } from '#platform';

const flashes = {
  uebernehmen: 'Sie bearbeiten diesen Vorgang jetzt.',
  abgeben: 'Der Vorgang ist abgegeben.',
  rueckfragen: 'Die Rückfrage steht auf der Statusseite der antragstellenden Person.',
  nachfordern:
    'Die Nachforderung steht auf der Statusseite der antragstellenden Person. Hat sie eine E-Mail-Adresse angegeben, bekommt sie eine Nachricht ohne Inhalt.',
  'nachforderung-zuruecknehmen': 'Die Nachforderung ist zurückgenommen.',
  notieren: 'Die Notiz ist gespeichert. Nur Ihre Behörde sieht sie.',
  entscheiden: 'Die Entscheidung ist festgehalten. Der Bescheid kommt per Post.',
  abschliessen: 'Der Vorgang ist als unzuständig abgeschlossen.',
  zuleiten: 'Der Vorgang liegt jetzt bei der anderen Stelle. Sie hat eine Nachricht bekommen.',
  weiterleiten: 'Der Antrag ist verschlüsselt an die andere Stelle weitergeleitet.',
} as const;

const said = flashesOf(flashes);
export const { flashOf } = said;

export type FlashName = keyof typeof flashes;

/** Leads to a case that says once what was done. */
export function done(nummer: string, flash: FlashName): PageAnswer {
  // Whoever gave a case to another office may not see it any more.
  const to = flash === 'zuleiten' ? '/eingang' : `/eingang/${nummer}`;
  return said.done(to, flash);
}
