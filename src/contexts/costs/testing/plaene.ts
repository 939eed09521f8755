import { localDate } from '#kernel';
import type { Kostenplan, Position, Schluessel, Steuerregel, Zahler } from '../domain/kostenplan.ts';
import { monat } from '../domain/monat.ts';

/** Parts of plans for tests and benchmarks. */

export const laender = [
  'BW',
  'BY',
  'BE',
  'BB',
  'HB',
  'HH',
  'HE',
  'MV',
  'NI',
  'NW',
  'RP',
  'SL',
  'SN',
  'ST',
  'SH',
  'TH',
];

export const nichtSteuerbar: Steuerregel = {
  id: 'nicht-steuerbar-2b',
  titel: 'Nicht steuerbar nach § 2b UStG',
  art: 'nicht-steuerbar',
  normNoetig: false,
  fassungen: [{ von: localDate('2017-01-01'), bis: null, satz: '0', norm: '§ 2b UStG' }],
  quelle: 'Test',
};

export const altesRecht: Steuerregel = {
  id: 'altes-recht',
  titel: 'Nicht steuerbar nach altem Recht',
  art: 'nicht-steuerbar',
  normNoetig: false,
  fassungen: [
    { von: localDate('2016-01-01'), bis: localDate('2026-12-31'), satz: '0', norm: '§ 27 Abs. 22a UStG' },
  ],
  quelle: 'Test',
};

export const regelsatz: Steuerregel = {
  id: 'regelsatz',
  titel: 'Steuerpflichtig zum Regelsatz',
  art: 'steuerpflichtig',
  normNoetig: false,
  fassungen: [{ von: localDate('2021-01-01'), bis: null, satz: '0.19', norm: '§ 12 Abs. 1 UStG' }],
  quelle: 'Test',
};

export const steuerfrei: Steuerregel = {
  id: 'steuerfrei',
  titel: 'Steuerfrei',
  art: 'steuerfrei',
  normNoetig: true,
  fassungen: [{ von: localDate('2016-01-01'), bis: null, satz: '0', norm: '' }],
  quelle: 'Test',
};

export const gleich: Schluessel = { id: 'gleich', titel: 'Gleiche Teile', art: 'gleich' };

export function position(cent: bigint, changes: Partial<Position> = {}): Position {
  return {
    id: 'betrieb',
    titel: 'Betrieb',
    art: 'd',
    betrag: { art: 'fest', cent },
    schluessel: 'gleich',
    steuer: [{ ab: null, regel: 'nicht-steuerbar-2b' }],
    ...changes,
  };
}

export function zahlerOf(
  kennungen: readonly string[],
  gruppen: readonly string[] = ['alle'],
): readonly Zahler[] {
  return kennungen.map((kennung) => ({ kennung, name: kennung, gruppen }));
}

/** Three payers, 100 euros, equal shares; whatever a test changes. */
export function planOf(changes: Partial<Kostenplan> = {}): Kostenplan {
  const jahr = changes.jahr ?? 2026;
  return {
    dienst: 'hundesteuer',
    titel: 'Hundesteuer',
    jahr,
    art: 'plan',
    von: monat(`${jahr}-01`),
    bis: monat(`${jahr}-12`),
    positionen: [position(10_000n)],
    schluessel: [gleich],
    finanzierung: {
      modell: 'eigen',
      titel: 'Alle gemeinsam',
      vorab: [],
      schichten: [{ id: 'alle', titel: 'Alle', anteil: '1', gruppen: ['alle'], schluessel: null }],
    },
    zahler: zahlerOf(['C', 'A', 'B']),
    uebertraege: [],
    steuerregeln: [nichtSteuerbar, altesRecht, regelsatz, steuerfrei],
    rundung: 'groesster-rest',
    beitritt: 'monatsgenau',
    betreiber: 'Zweckverband',
    ...changes,
  };
}
