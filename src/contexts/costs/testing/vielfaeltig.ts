import { localDate } from '#kernel';
import type { Kostenplan } from '../domain/kostenplan.ts';
import { gleich, planOf, position } from './plaene.ts';

const werte = (all: string) =>
  Object.fromEntries(
    all
      .trim()
      .split(/\s+/)
      .map((pair) => [pair.split(':')[0] ?? '', pair.split(':')[1] ?? '']),
  );

/** A plan with all that a plan can have, for checks that nothing is left out. */
export function vielfaeltigerPlan(changes: Partial<Kostenplan> = {}): Kostenplan {
  return planOf({
    zahler: [
      { kennung: '05315000', name: 'Köln', gruppen: ['kommune', 'kreisfrei'] },
      { kennung: '05711000', name: 'Bielefeld', gruppen: ['kommune'], von: localDate('2026-10-15') },
      { kennung: '05766044', name: 'Lemgo', gruppen: ['kommune'], bis: localDate('2026-08-31') },
      {
        kennung: '05766020',
        name: 'Detmold',
        gruppen: ['kommune'],
        von: localDate('2026-03-02'),
        vertragAm: localDate('2025-11-11'),
      },
      { kennung: '05766008', name: 'Bad Salzuflen', gruppen: ['kommune'] },
      { kennung: '05', name: 'Nordrhein-Westfalen', gruppen: ['land'] },
      { kennung: '06', name: 'Hessen', gruppen: ['land'] },
      { kennung: '02', name: 'Hamburg', gruppen: ['land'] },
      { kennung: '00', name: 'Bund', gruppen: ['bund'] },
    ],
    schluessel: [
      {
        id: 'ew',
        titel: 'Einwohner',
        art: 'einwohner',
        werte: werte('05315000:1073096 05711000:331519 05766044:40457 05766020:73586 05766008:53897'),
        stichtag: localDate('2022-05-15'),
        quelle: 'Zensus 2022',
      },
      {
        id: 'faelle',
        titel: 'Fälle',
        art: 'nutzung',
        werte: werte('05315000:801 05711000:13 05766044:0 05766020:77 05766008:5'),
        quelle: 'Zählung',
      },
      {
        id: 'ks',
        titel: 'Königsteiner Schlüssel 2016, angepasst',
        art: 'koenigsteiner_angepasst',
        jahr: 2016,
        renormiert: true,
        werte: werte('05:21.14424 06:7.39885 02:2.55752'),
        quelle: 'KommunalWiki',
      },
      {
        id: 'mix',
        titel: 'Einwohner und Fälle',
        art: 'kombination',
        teile: [
          { schluessel: 'ew', gewicht: '2/3' },
          { schluessel: 'faelle', gewicht: '1/3' },
        ],
      },
      gleich,
    ],
    finanzierung: {
      modell: 'eigen',
      titel: 'Bund, Länder und Kommunen',
      vorab: [{ id: 'sitz', titel: 'Sitzland', anteil: '0.1', zahler: '06', merkmal: 'personal-verwaltung' }],
      schichten: [
        { id: 'bund', titel: 'Bund', anteil: '0.25', gruppen: ['bund'], schluessel: null },
        { id: 'laender', titel: 'Länder', anteil: '0.25', gruppen: ['land'], schluessel: 'ks' },
        { id: 'kommunen', titel: 'Kommunen', anteil: '0.50', gruppen: ['kommune'], schluessel: null },
      ],
    },
    positionen: [
      position(12_345_678n, {
        id: 'betrieb',
        schluessel: 'mix',
        merkmal: 'personal-verwaltung',
        steuer: [
          { ab: null, regel: 'nicht-steuerbar-2b' },
          { ab: localDate('2026-10-01'), regel: 'regelsatz' },
        ],
      }),
      position(777_777n, {
        id: 'plattform',
        art: 'c',
        schluessel: 'ew',
        steuer: [{ ab: null, regel: 'regelsatz' }],
      }),
      position(99_991n, {
        id: 'schulung',
        art: 'b',
        steuer: [{ ab: null, regel: 'steuerfrei', norm: '§ 4 Nr. 29 UStG' }],
      }),
      position(0n, {
        id: 'druck',
        art: 'e',
        schluessel: 'faelle',
        betrag: { art: 'je-fall', preisCent: '85.7' },
        steuer: [{ ab: null, regel: 'regelsatz' }],
      }),
    ],
    uebertraege: [
      {
        id: 'guthaben-koeln',
        titel: 'Guthaben aus 2025',
        ausJahr: 2025,
        cent: -12_345n,
        zahler: '05315000',
        schluessel: null,
        steuer: { regel: 'regelsatz', satz: '0.19', norm: '§ 12 Abs. 1 UStG' },
      },
      {
        id: 'aufrundung-2025',
        titel: 'Aufrundung auf volle Euro 2025',
        ausJahr: 2025,
        cent: -313n,
        zahler: null,
        schluessel: 'ew',
        steuer: { regel: 'nicht-steuerbar-2b', satz: '0', norm: '§ 2b UStG' },
      },
    ],
    ...changes,
  });
}
