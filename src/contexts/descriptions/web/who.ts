import { membersOfActor } from '#identity';
import type { DescriptionsDeps, TextKommune } from '../deps.ts';

const others: Readonly<Record<string, string>> = {
  maschine: 'eine Maschine mit Zugang',
  betreiber: 'der Betrieb an der Befehlszeile',
  system: 'Leitwerk selbst',
};

/** Who did something, in words for the people of a Kommune. */
export async function whoDid(
  { personName }: Pick<DescriptionsDeps, 'personName'>,
  { tenant }: Pick<TextKommune, 'tenant'>,
  actor: string,
): Promise<string> {
  const members = membersOfActor(actor);
  if (members === null) return others[actor.split(':')[0] ?? ''] ?? actor;
  return (await personName(tenant, members.id)) ?? 'nicht (mehr) Mitglied Ihrer Organisation';
}
