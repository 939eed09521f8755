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

/** What a decision can concern: the records on which questions hang, and what a session decides at once. */
export function beschlussZiele(
  records: readonly RecordKind[],
  entschieden: readonly BeschlussZiel[],
): readonly BeschlussZiel[] {
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
  return [...kinds, ...entschieden];
}
