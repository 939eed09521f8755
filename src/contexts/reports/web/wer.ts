import type { Reader } from '#compass';
import type { ReportsDeps } from '../reports-deps.ts';
import { partiesOf } from '../use-cases/people.ts';

/** Names whoever acted: members by name, everybody else by what they are. */
export async function werNames(
  { compass }: ReportsDeps,
  { actor, kommune }: Reader,
): Promise<(actor: string) => string> {
  const names = new Map((await compass.personen(actor, kommune)).map(({ id, name }) => [id, name]));
  return (who) => {
    if (who.startsWith('maschine:')) return 'ein Zugang für Maschinen';
    if (who.startsWith('betreiber:')) return 'der Betrieb der Installation';
    const [name, deputised] = partiesOf(who).map((id) => names.get(id) ?? 'jemand, der nicht mehr dabei ist');
    return deputised ? `${name} in Vertretung von ${deputised}` : (name ?? who);
  };
}
