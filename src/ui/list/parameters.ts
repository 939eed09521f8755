/** The names of a list's parameters in addresses. */
export const listParameters = {
  search: 'suche',
  sort: 'sortierung',
  further: 'dann',
  columns: 'spalte',
  grouping: 'gruppieren',
  page: 'seite',
  size: 'anzahl',
} as const;

/** How much of what an address says is said back. */
export function shorten(text: string): string {
  return text.length <= 60 ? text : `${text.slice(0, 60)}…`;
}
