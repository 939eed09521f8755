import { addDays, type LocalDate, localDate } from '#kernel';
import { type Fakt, type Lage, type Partei, type Punkt, parteien } from './punkt.ts';
import { istAmZug, staendeOn } from './stand.ts';

/** How long a party had the ball, and since when it has it now; `seit` is `null` where it has not. */
export interface Uhrstand {
  readonly partei: Partei;
  readonly seit: Date | null;
  /** Whole days over all stretches. */
  readonly tage: number;
}

const day = 86_400_000;

/**
 * Who had the ball when, replayed from the facts: a party has it while a required line of its own is open and waits for
 * nothing. Several parties can have it at once; a proof that runs out gives it back.
 */
export function wartetAuf(
  punkte: readonly Punkt[],
  fakten: readonly Fakt[],
  { beginn, jetzt }: { readonly beginn: Date; readonly jetzt: Date },
): readonly Uhrstand[] {
  const since = new Map<Partei, Date>();
  const total = new Map<Partei, number>();
  for (const { from, to, having } of stretchesOf(punkte, fakten, momentsOf(fakten, beginn, jetzt))) {
    for (const partei of parteien) {
      if (!having.has(partei)) {
        since.delete(partei);
        continue;
      }
      if (!since.has(partei)) since.set(partei, from);
      total.set(partei, (total.get(partei) ?? 0) + to.getTime() - from.getTime());
    }
  }
  return parteien.map((partei) => ({
    partei,
    seit: since.get(partei) ?? null,
    tage: Math.floor((total.get(partei) ?? 0) / day),
  }));
}

interface Stretch {
  readonly from: Date;
  readonly to: Date;
  readonly having: ReadonlySet<Partei>;
}

/** Who has the ball between each moment and the next; the last one is a moment only. */
function stretchesOf(
  punkte: readonly Punkt[],
  fakten: readonly Fakt[],
  moments: readonly Date[],
): readonly Stretch[] {
  const waiting = fakten.toSorted((a, b) => a.am.getTime() - b.am.getTime() || a.nummer - b.nummer);
  const lage = new Map<string, Fakt>();
  let next = 0;
  return moments.map((from, index) => {
    for (let fakt = waiting[next]; fakt !== undefined && fakt.am <= from; fakt = waiting[next]) {
      lage.set(fakt.punkt, fakt);
      next += 1;
    }
    return { from, to: moments[index + 1] ?? from, having: amBall(punkte, lage, dayOf(from)) };
  });
}

/** The parties that can do something now. */
export function amBall(punkte: readonly Punkt[], lage: Lage, tag: LocalDate): ReadonlySet<Partei> {
  const staende = staendeOn(punkte, lage, tag);
  return new Set(
    punkte.filter(({ id, pflicht }) => pflicht && istAmZug(staende.get(id))).map(({ wer }) => wer),
  );
}

/** Every moment at which something may change, first and last included, in order. */
function momentsOf(fakten: readonly Fakt[], beginn: Date, jetzt: Date): readonly Date[] {
  const expiries = fakten.flatMap(({ gueltigBis }) =>
    gueltigBis === null ? [] : [new Date(`${addDays(gueltigBis, 1)}T00:00:00Z`)],
  );
  const times = [...fakten.map(({ am }) => am), ...expiries]
    .map((date) => date.getTime())
    .filter((time) => time > beginn.getTime() && time < jetzt.getTime());
  const all = [beginn.getTime(), ...times, Math.max(jetzt.getTime(), beginn.getTime())];
  return [...new Set(all)].sort((a, b) => a - b).map((time) => new Date(time));
}

function dayOf(moment: Date): LocalDate {
  return localDate(moment.toISOString().slice(0, 10));
}
