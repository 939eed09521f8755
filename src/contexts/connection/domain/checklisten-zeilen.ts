import { formatLocalDate } from '#kernel';
import { istVorStart } from './phase.ts';
import type { Line } from './probes.ts';
import type { Lage, Partei, Punkt } from './punkt.ts';
import { istErledigt, type Punktstand } from './stand.ts';

const zustaendig = {
  kommune: 'Kommune',
  dienstleister: 'IT-Dienstleister',
  buendler: 'Land oder Bündler',
  betreiber: 'Betreiber',
} as const satisfies Record<Partei, Line['who']>;

/** What of a checklist the gate looks at. */
export interface Gelesen {
  readonly dienst: string;
  readonly punkte: readonly Punkt[];
  readonly staende: ReadonlyMap<string, Punktstand>;
  readonly lage: Lage;
  /** Citizens know the service already. */
  readonly laeuft: boolean;
}

/**
 * One line for every required line of the checklist that comes before the start and is not done; one where all are. What runs
 * already is held up only by what somebody stated and what then ran out or was opened again: a line about which nobody ever
 * said anything came after the start, and stands there as advice.
 */
export function checklistenZeilen({ dienst, punkte, staende, lage, laeuft }: Gelesen): readonly Line[] {
  const needed = punkte.filter(({ pflicht, gruppe }) => pflicht && istVorStart(gruppe));
  const open = needed.filter(({ id }) => !istErledigt(staende.get(id)));
  const href = `/anbindungen/${dienst}/checkliste`;
  const common = { id: 'checkliste', who: 'Kommune', href } as const;
  if (open.length === 0)
    return [
      {
        ...common,
        what: 'Checkliste bis zum Start',
        ok: true,
        required: true,
        how: `Alle ${needed.length} nötigen Punkte sind erledigt oder entfallen.`,
      },
    ];
  const holding = laeuft ? open.filter(({ id }) => lage.has(id)) : open;
  const later = open.length - holding.length;
  const advice: readonly Line[] =
    later === 0
      ? []
      : [
          {
            ...common,
            what: 'Punkte der Checkliste, die seit dem Start dazukamen',
            ok: false,
            required: false,
            how: `${later === 1 ? 'Ein Punkt ist' : `${later} Punkte sind`} noch offen. Der Dienst läuft weiter; bitte holen Sie sie nach.`,
          },
        ];
  return [
    ...holding.map((punkt) => openLine(punkt, staende.get(punkt.id) ?? 'offen', lage, href)),
    ...advice,
  ];
}

function openLine(punkt: Punkt, stand: Punktstand, lage: Lage, href: string): Line {
  return {
    id: `checkliste-${punkt.id}`,
    what: punkt.titel,
    ok: false,
    required: true,
    who: zustaendig[punkt.wer],
    how: howOf(punkt, stand, lage),
    href: `${href}/${punkt.id}`,
  };
}

function howOf({ id, wie }: Punkt, stand: Punktstand, lage: Lage): string {
  const gueltigBis = lage.get(id)?.gueltigBis ?? null;
  if (stand === 'abgelaufen' && gueltigBis !== null)
    return `Abgelaufen am ${formatLocalDate(gueltigBis)}. Bitte erneuern und neu eintragen.`;
  return stand === 'wartet' ? `Wartet auf einen anderen Punkt. Danach: ${wie}` : wie;
}
