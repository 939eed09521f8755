import { formatLocalDate, type LocalDate } from '#kernel';
import { efaStand } from './efa-kriterien.ts';
import type { EnthalteneLeistung, LoesungStand } from './loesung.ts';
import { type Begruendung, type MatchingGrund, matchingGewichte, type Nutzung } from './matching-gewichte.ts';

/** A part of a weight, rounded down: no share gives the full points before it is whole. */
function part(grund: MatchingGrund, of: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((matchingGewichte[grund] * Math.min(of, whole)) / whole);
}

function begruendung(
  grund: MatchingGrund,
  punkte: number,
  zahlen: Begruendung['zahlen'],
  satz: string,
): Begruendung {
  return { grund, punkte, hoechstens: matchingGewichte[grund], zahlen, satz };
}

/** How many of the gaps it covers. */
export function deckung(covered: number, gaps: number): Begruendung {
  const satz = `Deckt ${covered} von ${gaps} ${gaps === 1 ? 'Leistung' : 'Leistungen'}.`;
  return begruendung('deckung', part('deckung', covered, gaps), { deckt: covered, luecken: gaps }, satz);
}

/** Available counts fully, a planned day in the future half, a plan without a day or with a passed one an eighth. */
export function verfuegbarkeit(
  { status, inhalt, terminVerstrichen }: LoesungStand,
  covered: readonly EnthalteneLeistung[],
  today: LocalDate,
): Begruendung {
  const ready = covered.filter((each) => each.status === 'verfuegbar').length;
  const zahlen = { status, verfuegbarAb: inhalt.verfuegbarAb, verfuegbareLeistungen: ready };
  const answer = (eighths: number, satz: string) =>
    begruendung('verfuegbarkeit', part('verfuegbarkeit', eighths, 8), zahlen, satz);
  if (terminVerstrichen && inhalt.verfuegbarAb !== null)
    return answer(
      1,
      `War für den ${formatLocalDate(inhalt.verfuegbarAb)} geplant; dass es sie gibt, hat niemand gesagt.`,
    );
  const later = inhalt.verfuegbarAb !== null && inhalt.verfuegbarAb > today ? inhalt.verfuegbarAb : null;
  if (later !== null) return answer(4, `Verfügbar ab ${formatLocalDate(later)} (geplant).`);
  if (status !== 'verfuegbar')
    return answer(
      1,
      status === 'angekuendigt' ? 'Angekündigt, ohne Termin.' : 'In Entwicklung, ohne Termin.',
    );
  if (ready === covered.length) return answer(8, 'Schon verfügbar.');
  return begruendung(
    'verfuegbarkeit',
    part('verfuegbarkeit', ready + covered.length, 2 * covered.length),
    zahlen,
    `Verfügbar, aber erst für ${ready} von ${covered.length} der gedeckten Leistungen.`,
  );
}

/** Ten Kommunen of the same class prove as much as a hundred. */
const provenBy = 10;

/** Who uses it already. */
export function nutzung(counts: Nutzung | null): Begruendung {
  if (counts === null)
    return begruendung('nutzung', 0, { kommunen: null, klasse: null }, 'Zur Nutzung liegt keine Angabe vor.');
  const { kommunen, klasse } = counts;
  const counted = klasse ?? kommunen;
  const word = counted === 1 ? 'Kommune' : 'Kommunen';
  const where = klasse === null ? '' : ' Ihrer Klasse';
  const satz =
    counted === 0
      ? `Von keiner Kommune${where} genutzt, die das teilt.`
      : `Genutzt von ${counted} ${word}${where}.`;
  return begruendung('nutzung', part('nutzung', counted, provenBy), { kommunen, klasse }, satz);
}

/** Half the points where nothing is needed or nothing is known: neither speaks against it. */
export function fachverfahren({ inhalt }: LoesungStand, own: readonly string[]): Begruendung {
  const needed = inhalt.fachverfahren;
  const names = needed.join(', ');
  const answer = (halves: number, passend: string | null, satz: string) =>
    begruendung(
      'fachverfahren',
      part('fachverfahren', halves, 2),
      { benoetigt: names || null, passend },
      satz,
    );
  if (needed.length === 0) return answer(1, null, 'Nennt kein Fachverfahren als Voraussetzung.');
  const folded = new Set(own.map(foldName));
  const fits = needed.find((name) => folded.has(foldName(name)));
  if (fits !== undefined) return answer(2, fits, `Passt zu Ihrem Fachverfahren ${fits}.`);
  if (own.length === 0)
    return answer(1, null, `Verlangt eines dieser Fachverfahren: ${names}. Ihre kennen wir nicht.`);
  return answer(0, null, `Verlangt ein Fachverfahren, das Sie nicht nennen: ${names}.`);
}

function foldName(name: string): string {
  return name.trim().toLowerCase();
}

/** The weakest covered Leistung decides; one without a statement counts nothing. */
export function reifegrad(covered: readonly EnthalteneLeistung[]): Begruendung {
  const stated = covered.flatMap((each) => {
    const shares: { readonly of: number; readonly whole: number; readonly name: string }[] = [];
    if (each.reifegrad11 !== null)
      shares.push({ of: each.reifegrad11, whole: 4, name: `${each.reifegrad11} (Modell 1.1)` });
    else if (each.reifegrad20 !== null)
      shares.push({ of: each.reifegrad20, whole: 7, name: `${each.reifegrad20} (Modell 2.0)` });
    return shares;
  });
  if (stated.length < covered.length || stated[0] === undefined) {
    const zahlen = { mitAngabe: stated.length, deckt: covered.length };
    const satz =
      stated.length === 0
        ? 'Zum Reifegrad liegt keine Angabe vor.'
        : `Reifegrad nur zu ${stated.length} von ${covered.length} Leistungen angegeben.`;
    return begruendung('reifegrad', 0, zahlen, satz);
  }
  const weakest = stated.reduce(
    (low, each) => (each.of * low.whole < low.of * each.whole ? each : low),
    stated[0],
  );
  const satz = `Reifegrad ${covered.length === 1 ? '' : 'mindestens '}${weakest.name}.`;
  return begruendung(
    'reifegrad',
    part('reifegrad', weakest.of, weakest.whole),
    { mitAngabe: stated.length, deckt: covered.length, stufe: weakest.of, hoechste: weakest.whole },
    satz,
  );
}

/** How many of the EfA minimum requirements it meets. */
export function efa({ inhalt }: LoesungStand): Begruendung {
  const { erfuellt, unbekannt, von } = efaStand(inhalt.efa);
  const open = unbekannt > 0 && unbekannt < von ? `, ${unbekannt} ohne Angabe` : '';
  const satz =
    unbekannt === von
      ? 'Zu den EfA-Mindestanforderungen liegt keine Angabe vor.'
      : `Erfüllt ${erfuellt} von ${von} EfA-Mindestanforderungen${open}.`;
  return begruendung('efa', part('efa', erfuellt, von), { erfuellt, unbekannt, von }, satz);
}
