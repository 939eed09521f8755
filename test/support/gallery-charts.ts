import { readFileSync } from 'node:fs';
import { localDate } from '#kernel';
import {
  type ChartPoint,
  type Html,
  heatMap,
  histogram,
  lineChart,
  nrwMap,
  smallMultiples,
  stackedBars,
  type TimetableRow,
  timetable,
} from '#ui';

/** A map with every class and some Kommunen that state nothing. */
export function galleryMap(): Html {
  const ags = readFileSync(new URL('../../data/karte/kacheln-nrw.jsonl', import.meta.url), 'utf8').match(
    /05\d{6}/g,
  );
  const values = new Map((ags ?? []).map((key, index) => [key, index % 7 === 0 ? null : (index * 37) % 101]));
  return nrwMap({
    id: 'online',
    caption: 'Anteil der eigenen Leistungen, die online sind',
    description: 'Im Ruhrgebiet sind mehr Leistungen online als in der Eifel.',
    values,
    legend: {
      title: 'Anteil online',
      classes: [
        { from: 0, label: 'unter 20 %' },
        { from: 20, label: '20 bis unter 40 %' },
        { from: 40, label: '40 bis unter 60 %' },
        { from: 60, label: '60 bis unter 80 %' },
        { from: 80, label: '80 % und mehr' },
      ],
    },
    href: (key) => `/kommunen/${key}`,
    format: (value) => `${value} %`,
  });
}

const quarters = [
  '2026-01-01',
  '2026-04-01',
  '2026-07-01',
  '2026-10-01',
  '2027-01-01',
  '2027-04-01',
  '2027-07-01',
  '2027-10-01',
].map((day) => localDate(day));

function course(values: readonly (number | null)[]): readonly ChartPoint[] {
  return quarters.flatMap((day, index) =>
    index < values.length ? [{ day, value: values[index] ?? null }] : [],
  );
}

/** Every kind of chart. */
export function galleryCharts(): readonly Html[] {
  return [
    lineChart({
      id: 'verlauf',
      caption: 'Leistungen online, Plan und Ist',
      description: 'Lemgo liegt Ende 2026 um zwölf Leistungen hinter dem Plan.',
      steps: true,
      today: localDate('2026-11-22'),
      series: [
        { label: 'Lemgo, geplant', kind: 'plan', points: course([20, 40, 70, 90, 130, 170, 210, 260]) },
        { label: 'Lemgo, tatsächlich', kind: 'ist', points: course([18, 31, 55, 78]), tone: '1' },
        { label: 'Detmold, tatsächlich', kind: 'ist', points: course([35, null, 60, 64]) },
      ],
    }),
    stackedBars({
      id: 'zustand',
      caption: 'Zustand je Fachbereich',
      description: 'Im Bauamt ist das meiste geplant, im Bürgerbüro das meiste online.',
      parts: [
        { label: 'online' },
        { label: 'in Umsetzung' },
        { label: 'geplant' },
        { label: 'keine Angabe', tone: 'open' },
      ],
      rows: [
        { label: 'Bürgerdienste', href: '/fachbereiche/1', values: [48, 12, 6, 2] },
        { label: 'Stadtplanung und Bauen', href: '/fachbereiche/2', values: [9, 14, 33, 20] },
        { label: 'Steuern', values: [0, 0, 0, 0] },
      ],
    }),
    stackedBars({
      id: 'anteile',
      caption: 'Zustand je Fachbereich in Anteilen',
      description: 'Bürgerdienste: sieben von zehn Leistungen online.',
      asShares: true,
      parts: [{ label: 'online' }, { label: 'in Umsetzung' }, { label: 'geplant' }],
      rows: [
        { label: 'Bürgerdienste', values: [48, 12, 8] },
        { label: 'Stadtplanung und Bauen', values: [9, 14, 33] },
      ],
    }),
    histogram({
      id: 'streuung',
      caption: 'Wie weit sind Kommunen Ihrer Größe?',
      description: 'Die meisten der 132 Mittleren Städte haben 20 bis 50 Prozent ihrer Leistungen online.',
      noun: 'Kommunen',
      max: 100,
      values: Array.from({ length: 132 }, (_, index) => 5 + ((index * 17) % 60) + ((index * 7) % 25)),
      mark: { value: 34, label: 'Lemgo' },
      format: (value) => `${value} %`,
    }),
    heatMap({
      id: 'schritte',
      caption: 'Kommunen und Schritte',
      description: 'Wie viele Leistungen jeder Kommune in welchem Zustand sind.',
      rowLabel: 'Kommune',
      columns: ['nicht begonnen', 'geplant', 'in Umsetzung', 'in Erprobung', 'online', 'abgeschaltet'].map(
        (label) => ({ label }),
      ),
      rows: ['Augustdorf', 'Bad Salzuflen', 'Barntrup', 'Blomberg', 'Detmold', 'Lemgo'].map((label, row) => ({
        label,
        href: `/kommunen/${row}`,
        values: Array.from({ length: 6 }, (_, column) =>
          (row * 6 + column) % 11 === 0 ? null : (row * 37 + column * 53) % 200,
        ),
      })),
      classes: [0, 40, 80, 120, 160].map((from) => ({
        from,
        label: from === 160 ? '160 und mehr' : `${from} bis ${from + 39}`,
      })),
      format: String,
    }),
    timetable({
      id: 'zeitplan',
      caption: 'Zeitplan der nächsten 24 Monate',
      description: 'Der Pilotbetrieb von „Wohngeld online“ ist überfällig.',
      from: localDate('2026-05-01'),
      today: localDate('2026-11-22'),
      rows: [
        row('Wohngeld online', 'Vorbereitung', ['2026-05-01', '2026-07-31'], ['2026-05-15', '2026-09-10']),
        row('Wohngeld online', 'Pilotbetrieb', ['2026-08-01', '2026-10-31'], ['2026-09-15', null]),
        row('Wohngeld online', 'Landesweiter Roll-out', ['2026-12-01', '2028-10-31'], null),
        row('Baulotse', 'Umsetzung', ['2026-06-01', '2026-10-01'], ['2026-06-01', '2026-09-20']),
        row('Baulotse', 'Beschluss', null, ['2026-03-01', '2026-04-02']),
      ],
    }),
    smallMultiples({
      id: 'viele',
      caption: 'Leistungen online je Themenfeld',
      description: 'Am schnellsten wächst Mobilität und Reisen.',
      charts: [
        'Bauen und Wohnen',
        'Familie und Kind',
        'Mobilität und Reisen',
        'Steuern und Zoll',
        'Gesundheit',
      ].map((label, index) => ({
        label,
        href: `/themenfelder/${index}`,
        points: index === 4 ? [] : course([4, 9, 15 + index * 8, 22 + index * 9]),
      })),
    }),
    lineChart({
      id: 'leer',
      caption: 'Noch ohne Werte',
      description: 'Es wurde noch nichts angegeben.',
      series: [],
    }),
  ];
}

function row(
  group: string,
  label: string,
  planned: readonly [string, string] | null,
  actual: readonly [string, string | null] | null,
): TimetableRow {
  const stretch = (given: readonly [string, string | null] | null) =>
    given && { from: localDate(given[0]), to: given[1] === null ? null : localDate(given[1]) };
  return { group, label, href: '/projekte/1', planned: stretch(planned), actual: stretch(actual) };
}
