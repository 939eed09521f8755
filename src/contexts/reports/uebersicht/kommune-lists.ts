import { naechsterSchritt, type StandZeile, zustandLabel } from '#compass';
import { addDays, formatLocalDate, type LocalDate } from '#kernel';
import { formatInstant } from '#ui';
import { zustandNamen } from '../domain/bericht.ts';
import type { ReportsDeps } from '../reports-deps.ts';
import type { BerichtKurz } from '../use-cases/read-reports.ts';
import { gezeigt, type Liste } from './uebersicht.ts';

interface Lage {
  readonly zeilen: readonly StandZeile[];
  readonly heute: LocalDate;
  readonly umfang: 'meine' | 'pflichten';
}

const soon = 60;

const zustandOf = ({ stand }: StandZeile) => (stand ? zustandLabel[stand.zustand] : 'keine Angabe');
const rowOf = (zeile: StandZeile, ...werte: readonly string[]) => ({
  label: zeile.ort.name,
  href: `/stand/${zeile.ort.id}`,
  werte,
});

/** Passed plans first, the oldest on top, then what falls due soon. */
export function dueList({ zeilen, heute, umfang }: Lage): Liste {
  const until = addDays(heute, soon);
  const due = zeilen
    .filter(({ stand, verstrichen }) => {
      const day = stand?.geplantFuer ?? null;
      return verstrichen || (day !== null && day >= heute && day <= until && stand?.zustand !== 'online');
    })
    .toSorted((a, b) => (a.stand?.geplantFuer ?? '').localeCompare(b.stand?.geplantFuer ?? ''));
  return {
    titel: 'Was ansteht',
    spalten: ['Leistung', 'Zustand', 'Termin'],
    zeilen: due.slice(0, gezeigt).map((zeile) => {
      const day = zeile.stand?.geplantFuer;
      const text = day ? formatLocalDate(day) : '–';
      return rowOf(zeile, zustandOf(zeile), zeile.verstrichen ? `${text}, verstrichen` : text);
    }),
    leer: `Kein Termin ist verstrichen oder steht in den nächsten ${soon} Tagen an.`,
    mehr: due.length > gezeigt ? `/stand?umfang=${umfang}&hinweis=verstrichen` : null,
  };
}

/** What is not online, the most important first. */
export function gapList({ zeilen }: Lage): Liste {
  const closed = new Set(['online', 'nicht-anwendbar']);
  const gaps = zeilen
    .filter(({ stand }) => stand !== null && stand.prioritaet !== null && !closed.has(stand.zustand))
    .toSorted((a, b) => (a.stand?.prioritaet ?? 9) - (b.stand?.prioritaet ?? 9));
  return {
    titel: 'Lücken nach Priorität',
    spalten: ['Leistung', 'Priorität', 'Zustand'],
    zeilen: gaps
      .slice(0, gezeigt)
      .map((zeile) => rowOf(zeile, String(zeile.stand?.prioritaet ?? ''), zustandOf(zeile))),
    leer: 'Keine offene Leistung hat eine Priorität. Vergeben Sie welche, dann steht das Wichtigste hier oben.',
    mehr: gaps.length > gezeigt ? '/stand?umfang=pflichten&prioritaet=1&prioritaet=2&prioritaet=3' : null,
  };
}

/** What was said lately, the newest on top. */
export function changedList({ zeilen }: Lage, since: LocalDate): Liste {
  const at = ({ stand }: StandZeile) => stand?.angegebenAm.getTime() ?? 0;
  const changed = zeilen
    .filter((zeile) => zeile.stand !== null && zeile.stand.angegebenAm.toISOString().slice(0, 10) >= since)
    .toSorted((a, b) => at(b) - at(a));
  return {
    titel: 'Was sich in 30 Tagen geändert hat',
    spalten: ['Leistung', 'Zustand', 'Angabe vom'],
    zeilen: changed
      .slice(0, gezeigt)
      .map((zeile) =>
        rowOf(zeile, zustandOf(zeile), zeile.stand ? formatInstant(zeile.stand.angegebenAm) : '–'),
      ),
    leer: 'In den letzten 30 Tagen hat niemand etwas angegeben.',
    mehr: null,
  };
}

/** What nobody has looked at for long. */
export function staleList({ zeilen, umfang }: Lage): Liste {
  const at = ({ stand }: StandZeile) => stand?.angegebenAm.getTime() ?? 0;
  const stale = zeilen
    .filter(({ frische }) => frische === 'alternd' || frische === 'veraltet')
    .toSorted((a, b) => at(a) - at(b));
  return {
    titel: 'Angaben, die alt werden',
    spalten: ['Leistung', 'Zustand', 'Angabe vom'],
    zeilen: stale
      .slice(0, gezeigt)
      .map((zeile) =>
        rowOf(zeile, zustandOf(zeile), zeile.stand ? formatInstant(zeile.stand.angegebenAm) : '–'),
      ),
    leer: 'Keine Angabe ist älter als ein halbes Jahr.',
    mehr: stale.length > gezeigt ? `/stand?umfang=${umfang}&hinweis=alternd&hinweis=veraltet` : null,
  };
}

/** The cheapest ways to a higher Reifegrad, the least effort on top. */
export function stepList({ compass }: ReportsDeps, { zeilen }: Lage): Liste {
  const ways = zeilen
    .flatMap((zeile) => {
      const kriterien = zeile.stand?.kriterien11 ?? null;
      const weg = kriterien === null ? null : naechsterSchritt(compass.modelle.modell11, kriterien);
      return weg ? [{ zeile, weg }] : [];
    })
    .toSorted((a, b) => a.weg.aufwand - b.weg.aufwand);
  return {
    titel: 'Der nächste günstige Schritt',
    spalten: ['Leistung', 'Was zu tun ist', 'Reifegrad 1.1 danach'],
    zeilen: ways
      .slice(0, gezeigt)
      .map(({ zeile, weg }) =>
        rowOf(zeile, weg.schritte.map(({ kriterium }) => kriterium.name).join('; '), String(weg.ziel)),
      ),
    leer: 'Sobald Sie bei einer Leistung die Kriterien zum Reifegrad 1.1 beantworten, steht hier, was am wenigsten kostet.',
    mehr: null,
  };
}

/** Reports that wait, and the newest others. */
export function reportList(berichte: readonly BerichtKurz[]): Liste {
  const order = { vorgelegt: 0, entwurf: 1, freigegeben: 2, zurueckgezogen: 3 } as const;
  const sorted = berichte.toSorted((a, b) => order[a.zustand] - order[b.zustand] || b.nummer - a.nummer);
  return {
    titel: 'Berichte',
    spalten: ['Bericht', 'Zustand', 'zuletzt geändert'],
    zeilen: sorted.slice(0, 4).map(({ id, nummer, titel, zustand, geaendertAm }) => ({
      label: `${nummer}. ${titel}`,
      href: `/berichte/${id}`,
      werte: [zustandNamen[zustand], formatInstant(geaendertAm)],
    })),
    leer: 'Noch kein Bericht. Die OZG-Koordination legt ihn an; Sie geben ihn frei.',
    mehr: berichte.length > 4 ? '/berichte' : null,
  };
}
