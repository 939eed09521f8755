import { type StandZeile, standListe } from '#compass';
import { addDays, type LocalDate, ok, type Result } from '#kernel';
import { formatNumber } from '#ui';
import type { ReportsDeps } from '../reports-deps.ts';
import type { Berichtende } from '../use-cases/people.ts';
import { berichteOf } from '../use-cases/read-reports.ts';
import { changedList, dueList, gapList, reportList, staleList, stepList } from './kommune-lists.ts';
import type { Aufteilung, Kennzahl, Rolle, Schritt, Uebersicht } from './uebersicht.ts';

interface Lage {
  readonly zeilen: readonly StandZeile[];
  readonly heute: LocalDate;
  readonly umfang: 'meine' | 'pflichten';
}

/** What a Kommune's people should see first: coordination, a Fachbereich, or whoever leads. */
export async function kommuneOverview(deps: ReportsDeps, who: Berichtende): Promise<Result<Uebersicht>> {
  const { reader } = who;
  const liste = await standListe(deps.compass, reader);
  if (!liste.ok) return liste;
  const { date: heute, zeilen: alle } = liste.value;
  const rolle = rolleOf(who);
  const own = rolle === 'fachbereich';
  const zeilen = alle.filter((zeile) => (own ? zeile.meine : zeile.pflichtlage === 'selbst'));
  const lage: Lage = { zeilen, heute, umfang: own ? 'meine' : 'pflichten' };
  const berichte = own ? [] : await berichteOf(deps, reader);
  const { name } = reader.kommune;
  return ok({
    rolle,
    titel: own ? 'Meine Leistungen' : `Übersicht ${name}`,
    lead: own
      ? `Was Ihr Fachbereich für ${name} pflegt: was offen ist, was alt ist und was sich am leichtesten verbessern lässt.`
      : `Was in ${name} ansteht, was sich geändert hat und wo die Lücken sind.`,
    anfang: anfangOf(lage, rolle),
    kennzahlen: kennzahlen(lage),
    aufteilung: aufteilung(lage),
    listen: own
      ? [dueList(lage), staleList(lage), stepList(deps, lage)]
      : [
          ...(berichte.length > 0 || rolle === 'leitung' ? [reportList(berichte)] : []),
          dueList(lage),
          gapList(lage),
          changedList(lage, addDays(heute, -30)),
          staleList(lage),
        ],
    schritte: schritte(rolle, who),
  });
}

function rolleOf({ reader, gibtFrei }: Berichtende): Rolle {
  if (reader.darfVerwalten) return 'koordination';
  if (reader.darfPflegen) return 'fachbereich';
  return gibtFrei ? 'leitung' : 'koordination';
}

function anfangOf({ zeilen }: Lage, rolle: Rolle): Uebersicht['anfang'] {
  if (zeilen.some(({ stand }) => stand !== null)) return null;
  if (rolle === 'fachbereich')
    return {
      text:
        zeilen.length === 0
          ? 'Ihnen ist noch keine Leistung zugeordnet. Ihre OZG-Koordination ordnet Leistungen einem Fachbereich zu.'
          : 'Zu keiner Ihrer Leistungen gibt es eine Angabe. Öffnen Sie eine und sagen Sie, wo sie steht.',
      schritte: [{ label: 'Meine Leistungen öffnen', href: '/stand?umfang=meine' }],
    };
  return {
    text: 'Noch gibt es keine Angabe zum Umsetzungsstand. So kommen Sie in einer Sitzung zum ersten Bericht:',
    schritte: [
      { label: 'Fachbereiche anlegen und ihnen Leistungen zuordnen', href: '/fachbereiche' },
      { label: 'Zu den ersten Leistungen sagen, wo sie stehen', href: '/stand' },
      { label: 'Bericht anlegen, lesen und vorlegen', href: '/berichte/neu' },
    ],
  };
}

function kennzahlen({ zeilen, umfang }: Lage): readonly Kennzahl[] {
  const count = (matches: (zeile: StandZeile) => boolean) => zeilen.filter(matches).length;
  const whole = `von ${formatNumber(zeilen.length)} ${umfang === 'meine' ? 'Leistungen' : 'Pflichten'}`;
  const href = (filter: string) =>
    `/stand?umfang=${umfang}${umfang === 'pflichten' ? '&pflicht=selbst' : ''}&${filter}`;
  return [
    {
      label: 'Online',
      wert: count(({ stand }) => stand?.zustand === 'online'),
      text: `${whole}, nach eigener Angabe`,
      href: href('zustand=online'),
    },
    {
      label: 'Ohne Angabe',
      wert: count(({ stand }) => stand === null),
      text: whole,
      href: href('zustand=keine-angabe'),
    },
    {
      label: 'Termin verstrichen',
      wert: count(({ verstrichen }) => verstrichen),
      text: 'geplant, aber nicht online',
      href: href('hinweis=verstrichen'),
    },
    {
      label: 'Älter als ein Jahr',
      wert: count(({ frische }) => frische === 'veraltet'),
      text: 'bitte bestätigen oder ändern',
      href: href('hinweis=veraltet'),
    },
  ];
}

const frischeTeile = ['frisch', 'älter als ein halbes Jahr', 'älter als ein Jahr', 'keine Angabe'] as const;

/** How fresh the statements of each Fachbereich are. */
function aufteilung({ zeilen, umfang }: Lage): Aufteilung | null {
  if (zeilen.length === 0) return null;
  const groups = [
    ...Map.groupBy(zeilen, ({ zuordnung }) => zuordnung?.fachbereich.name ?? 'ohne Fachbereich'),
  ];
  const rows = groups
    .toSorted(([a], [b]) => a.localeCompare(b, 'de'))
    .map(([name, own]) => ({
      label: name,
      href: `/stand?umfang=${umfang}&fachbereich=${encodeURIComponent(name)}`,
      werte: (['frisch', 'alternd', 'veraltet', null] as const).map(
        (frische) => own.filter((zeile) => zeile.frische === frische).length,
      ),
    }));
  const sums = frischeTeile.map((_, at) => rows.reduce((sum, { werte }) => sum + (werte[at] ?? 0), 0));
  return {
    titel: 'Wie frisch sind die Angaben?',
    text: `${frischeTeile.map((label, at) => `${label}: ${formatNumber(sums[at] ?? 0)}`).join('; ')}.`,
    teile: frischeTeile,
    zeilen: rows,
  };
}

function schritte(rolle: Rolle, { schreibt, gibtFrei }: Berichtende): readonly Schritt[] {
  if (rolle === 'fachbereich') return [{ label: 'Meine Leistungen', href: '/stand?umfang=meine' }];
  return [
    { label: 'Umsetzungsstand', href: '/stand' },
    ...(schreibt ? [{ label: 'Neuer Bericht', href: '/berichte/neu' }] : []),
    ...(gibtFrei ? [{ label: 'Berichte', href: '/berichte' }] : []),
    { label: 'Lösungen für Lücken', href: '/loesungen' },
  ];
}
