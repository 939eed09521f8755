import { flashesOf, type PageAnswer } from '#platform';

export const manage = { permission: 'fields.manage' } as const;

const flashes = {
  feld: 'Das Feld ist gespeichert.',
  neu: 'Das Feld ist angelegt.',
  datei: 'Die Definition ist übernommen.',
} as const;

const said = flashesOf(flashes);
export const { flashOf } = said;

/** Leads to the fields of a kind, which say once what was done. */
export function done(art: string, flash: keyof typeof flashes): PageAnswer {
  return said.done(`/felder/${art}`, flash);
}
