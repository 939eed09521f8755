import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { localDate } from '#kernel';
import { galleryCharts } from '../../../test/support/gallery-charts.ts';
import { heatMap } from './heat-map.ts';
import { histogramClasses } from './histogram.ts';
import { type ChartPoint, lineChart } from './line-chart.ts';
import { monthEnd, monthMarks, monthStart, valueScale } from './scale.ts';
import { stackedBars } from './stacked-bars.ts';
import { slipOf, timetable } from './timetable.ts';

const frame = { id: 'x', caption: 'Bild', description: 'Es zeigt etwas.' };
const point = (day: string, value: number | null): ChartPoint => ({ day: localDate(day), value });

test('a scale ends on a round number above every value and has few marks', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (largest) => {
      const { max, marks } = valueScale(largest);
      assert.ok(max >= largest);
      assert.ok(marks.length >= 2 && marks.length <= 7, String(marks));
      assert.equal(marks.at(-1), max);
    }),
  );
});

test('months begin and end where the calendar says, over the turn of a year too', () => {
  assert.equal(monthStart(localDate('2026-11-22'), 2), '2027-01-01');
  assert.equal(monthEnd(localDate('2026-11-22'), 3), '2027-02-28');
  assert.deepEqual(monthMarks(localDate('2026-11-22'), localDate('2027-02-01'), 12), [
    '2026-12-01',
    '2027-01-01',
    '2027-02-01',
  ]);
  assert.ok(monthMarks(localDate('2000-01-01'), localDate('2026-01-01'), 5).length <= 6);
});

test('every value falls into exactly one class, the largest into the last', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 1, maxLength: 50 }), (values) => {
      const classes = histogramClasses(values);
      assert.equal(
        classes.reduce((sum, { count }) => sum + count, 0),
        values.length,
      );
      assert.ok(classes.length <= 12);
    }),
  );
  assert.deepEqual(histogramClasses([100], 100).at(-1), { from: 90, to: 100, count: 1 });
});

test('plan and course differ by more than colour, and a gap stays a gap', () => {
  const series = (kind: 'ist' | 'plan', points: readonly ChartPoint[]) => ({ label: kind, kind, points });
  const points = [point('2026-01-01', 1), point('2026-02-01', null), point('2026-03-01', 3)];
  const picture = String(lineChart({ ...frame, series: [series('plan', points), series('ist', points)] }));
  assert.match(picture, /lw-line--plan/);
  assert.match(picture, /lw-mark-ist/);
  assert.match(picture, /d="M0 [\d.]+M100 [\d.]+"/);
  assert.match(picture, /<td[^>]*><div class="lw-cell">–<\/div><\/td>/);
});

test('stairs hold a value until the next one', () => {
  const points = [point('2026-01-01', 0), point('2026-12-31', 10)];
  const picture = String(lineChart({ ...frame, steps: true, series: [{ label: 'a', kind: 'ist', points }] }));
  assert.match(picture, /d="M0 100H100V0"/);
});

test('a slip is counted in days: later, earlier, overdue, or not known', () => {
  const day = localDate;
  const today = day('2026-11-22');
  const planned = { from: day('2026-01-01'), to: day('2026-03-31') };
  const actual = (to: string | null) => ({ from: day('2026-01-01'), to: to === null ? null : day(to) });
  assert.equal(slipOf({ planned, actual: actual('2026-04-10') }, today), 10);
  assert.equal(slipOf({ planned, actual: actual('2026-03-30') }, today), -1);
  assert.equal(slipOf({ planned, actual: actual(null) }, today), 236);
  assert.equal(slipOf({ planned: { ...planned, to: day('2027-01-01') }, actual: null }, today), null);
  assert.equal(slipOf({ planned: null, actual: actual('2026-04-10') }, today), null);
});

test('a timetable says in words what it draws', () => {
  const rows = [
    {
      label: 'Pilot',
      planned: { from: localDate('2026-08-01'), to: localDate('2026-10-31') },
      actual: { from: localDate('2026-09-15'), to: null },
    },
  ];
  const page = String(
    timetable({ ...frame, from: localDate('2026-05-01'), today: localDate('2026-11-22'), rows }),
  );
  assert.match(
    page,
    /geplant 01\.08\.2026 bis 31\.10\.2026, tatsächlich seit 15\.09\.2026, Abweichung 22 Tage überfällig/,
  );
});

test('a heat map writes every value into its cell and tells nothing stated from nothing', () => {
  const page = String(
    heatMap({
      ...frame,
      rowLabel: 'K',
      columns: [{ label: 'a' }, { label: 'b' }],
      rows: [{ label: 'Lemgo', values: [0, null] }],
      classes: [
        { from: 0, label: 'wenig' },
        { from: 5, label: 'viel' },
      ],
      format: String,
    }),
  );
  assert.match(page, /<td class="lw-shade-1">0<\/td>/);
  assert.match(page, /<td class="lw-shade-0">.*keine Angabe/);
});

test('many long heads of a heat map are turned, none is cut, and a sign in a cell is read as its words', () => {
  const map = (columns: readonly { readonly label: string }[]) =>
    String(
      heatMap({
        ...frame,
        rowLabel: 'K',
        columns,
        rows: [{ label: 'Lemgo', values: columns.map(() => 1) }],
        classes: [{ from: 0, label: 'erledigt', sign: '✓' }],
        format: () => 'erledigt',
      }),
    );
  const long = Array.from({ length: 28 }, (_, index) => ({
    label: `Rahmenvereinbarung gezeichnet ${index}`,
  }));
  assert.match(map(long), /class="lw-heat lw-heat--turned".*Rahmenvereinbarung gezeichnet 27<\/span>/s);
  assert.match(map(long.slice(0, 8)), /class="lw-heat lw-heat--turned-narrow"/);
  assert.match(map([{ label: '1/27' }, { label: '2/27' }]), /class="lw-heat"/);
  assert.match(map(long), /<span aria-hidden="true">✓<\/span><span class="kern-sr-only">erledigt<\/span>/);
});

test('shares never say all where something is missing', () => {
  const page = String(
    stackedBars({
      ...frame,
      asShares: true,
      parts: [{ label: 'a' }, { label: 'b' }],
      rows: [{ label: 'r', values: [99_999, 1] }],
    }),
  );
  assert.match(page, /über 99,9 %/);
});

test('the same numbers give the same picture, and no text becomes markup', () => {
  assert.deepEqual(galleryCharts().map(String), galleryCharts().map(String));
  const evil = '<script>x</script>"';
  const page = String(
    stackedBars({
      id: evil,
      caption: evil,
      description: evil,
      parts: [{ label: evil }],
      rows: [{ label: evil, values: [1] }],
    }),
  );
  assert.ok(!page.includes('<script>'));
});
