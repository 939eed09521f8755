import type { LocalDate } from '#kernel';
import { type Befunde, befundZu } from './befunde.ts';
import { haeltStartAuf } from './phase.ts';
import { type NeuerFakt, pruefeFakt } from './pruefe-fakt.ts';
import type { Fakt, Lage, Punkt } from './punkt.ts';
import { istErledigt, staendeOn } from './stand.ts';

/** Somebody says of all open lines before the start, in one word with one reason, that they are done. */
export interface Erklaerung {
  readonly grund: string;
  /** Until when what must have a last day counts: `YYYY-MM-DD`, or empty. */
  readonly gueltigBis: string;
  /** Also of lines against which a probe found something. */
  readonly auchGegenPruefung: boolean;
}

/** What an explanation comes to: what is ticked off, in an order that can be walked, and what stays open, and why. */
export interface Erklaert {
  readonly zeilen: readonly {
    readonly punkt: Punkt;
    readonly nummer: number;
    readonly fakt: NeuerFakt;
  }[];
  readonly bleibt: readonly { readonly punkt: Punkt; readonly warum: string }[];
}

const nachweis = 'Erklärt für alle offenen Punkte zugleich';

interface Lagebild {
  readonly punkte: readonly Punkt[];
  readonly lage: Lage;
  readonly befunde: Befunde;
  readonly today: LocalDate;
}

/** Walks the open lines as long as one of them can be ticked off; what waits for a line that stays open stays open too. */
export function erklaert({ punkte, lage, befunde, today }: Lagebild, wunsch: Erklaerung): Erklaert {
  const now = staendeOn(punkte, lage, today);
  const zeilen: Erklaert['zeilen'][number][] = [];
  const bleibt: Erklaert['bleibt'][number][] = [];
  const working = new Map(lage);
  let left = punkte.filter((punkt) => haeltStartAuf(punkt, now.get(punkt.id)));
  for (;;) {
    const staende = staendeOn(punkte, working, today);
    const ready = left.filter(({ haengtAb }) => haengtAb.every((id) => istErledigt(staende.get(id))));
    if (ready.length === 0) break;
    left = left.filter((punkt) => !ready.includes(punkt));
    for (const punkt of ready) {
      const said = say(punkt, { punkte, lage: working, befunde, today }, wunsch);
      if (typeof said === 'string') {
        bleibt.push({ punkt, warum: said });
        continue;
      }
      const nummer = lage.get(punkt.id)?.nummer ?? 0;
      zeilen.push({ punkt, nummer, fakt: said });
      working.set(punkt.id, factOf(punkt.id, nummer + 1, said));
    }
  }
  const waiting = left.map((punkt) => ({ punkt, warum: 'Wartet auf einen Punkt, der offen bleibt.' }));
  return { zeilen, bleibt: [...bleibt, ...waiting] };
}

/** The next fact of a line, or why it stays open. */
function say(
  punkt: Punkt,
  { punkte, lage, befunde, today }: Lagebild,
  { grund, gueltigBis, auchGegenPruefung }: Erklaerung,
): NeuerFakt | string {
  const befund = befundZu(punkt, befunde);
  if (befund !== null && !auchGegenPruefung) return befund;
  const eingabe = {
    art: 'erledigt',
    nachweis,
    grund,
    gueltigBis: punkt.ablauf === 'pflicht' ? gueltigBis : '',
  } as const;
  const { fakt, problems } = pruefeFakt(punkt, punkte, lage, eingabe, today, { fuer: null, befund });
  return fakt ?? problems.map(({ message }) => message).join(' ');
}

/** Enough of a fact to see what follows from it. */
function factOf(punkt: string, nummer: number, fakt: NeuerFakt): Fakt {
  return { ...fakt, punkt, nummer, am: new Date(0), von: '', haus: '' };
}
