import type { RecordKind } from '#discussion';
import { ok } from '#kernel';
import type { BeschlussZiel } from '#workgroup';

const beispiele: Readonly<Record<string, string>> = {
  leistung: 'leistung:L02950',
  regel: 'regel:wohngeld',
  loesung: 'loesung:wohngeld-sh',
  projekt: 'projekt:bewohnerparken-online',
  onlinedienst: 'onlinedienst:hund-anmelden',
};

/** What the rooms of plan, scheme and strategy are called and where they stand; each has its own page. */
const vorhaben = [
  {
    art: 'strategie',
    label: 'Einführungsstrategie',
    href: '/einfuehrungsstrategie',
    beispiel: 'strategie:einfuehrung',
  },
  { art: 'schema', label: 'Prioritätenschema', href: '/prioritaeten', beispiel: 'schema:aktuell' },
] as const;

/** What a decision can concern: the same records on which questions hang, and what the working group decides itself. */
export function beschlussZiele(records: readonly RecordKind[]): readonly BeschlussZiel[] {
  const kinds = records
    .filter(({ art }) => Object.hasOwn(beispiele, art))
    .map(
      ({ art, label, mayRead, find }): BeschlussZiel => ({
        art,
        label,
        beispiel: beispiele[art] ?? art,
        mayRead,
        find: async (principal, text) => {
          const found = await find(principal, text);
          return found.ok
            ? ok({ id: found.value.id, name: found.value.name, href: found.value.href })
            : found;
        },
      }),
    );
  const named = vorhaben.map(
    ({ art, label, href, beispiel }): BeschlussZiel => ({
      art,
      label,
      beispiel,
      mayRead: () => true,
      find: async (_, id) => ok({ id: id.slice(0, 200) || 'aktuell', name: label, href }),
    }),
  );
  return [...kinds, ...named];
}
