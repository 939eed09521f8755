/** Fields of the preview's forms: the answers so far travel with the page, because nothing is kept. */
export const felder = {
  antworten: '~antworten',
  seite: '~seite',
  gehe: '~gehe',
  sprache: '~sprache',
} as const;

/** What the address of the preview carries from page to page. */
export const mitgetragen = ['kommune', 'stand', 'sprache', 'skript', 'testfall'] as const;
