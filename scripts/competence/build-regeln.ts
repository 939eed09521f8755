import { type LocalDate, localDate } from '#kernel';
import type { Verteilung, Verteilungswert } from '../../src/contexts/duties/domain/regel.ts';
import { type Regel, verteilungswerte } from '../../src/contexts/duties/domain/regel.ts';
import { keineReichweite } from '../../src/contexts/duties/domain/reichweite.ts';
import type { RegelRow } from '../../src/contexts/duties/reference-files.ts';
import { readSource, type SourceRow, textOrNull } from '../reference-data/source-csv.ts';
import { type Overlay, overlays } from './overlay.ts';

/** The 31 rules of the source table joined with the overlay, in the order of the source. */
export function buildRegeln(folder: string): readonly RegelRow[] {
  const rows = readSource(folder, 'zustaendigkeiten_nrw.csv');
  if (rows.length !== overlays.length) {
    throw new Error(`Die Quelle hat ${rows.length} Regeln, die Ergänzung ${overlays.length}.`);
  }
  return rows.map((row) => regelRow(row, overlayFor(row)));
}

function dayOrNull(text: string | undefined): LocalDate | null {
  return text === undefined ? null : localDate(text);
}

function overlayFor(row: SourceRow): Overlay {
  const overlay = overlays.find((each) => each.aufgabe === row('aufgabe'));
  if (!overlay) throw new Error(`Zu „${row('aufgabe')}“ fehlt die Ergänzung.`);
  return overlay;
}

function regelRow(row: SourceRow, overlay: Overlay): RegelRow {
  const remark = textOrNull(row('bemerkung'));
  const beleg = row('beleg');
  return {
    id: overlay.id,
    land: '05',
    aufgabe: overlay.aufgabe,
    reichweite: reichweite(row, overlay),
    verteilung: verteilung(row),
    stelle: overlay.stelle ?? null,
    norm: overlay.norm ?? row('rechtsgrundlage'),
    quellen: quellen(row('quelle'), overlay),
    beleg,
    evidenz: evidenz(beleg),
    gueltigVon: dayOrNull(overlay.gueltigVon),
    gueltigBis: dayOrNull(overlay.gueltigBis),
    ausserKraft: beleg.includes('Altfassung'),
    nachfolgeGeprueft: false,
    auchTyp1: overlay.auchTyp1 ?? null,
    vorbehalte: vorbehalte(remark, overlay),
    bemerkung: remark,
  };
}

function reichweite(row: SourceRow, { statt }: Overlay) {
  const ozgIds = row('ozg_ids').split(' ').filter(Boolean).map(Number);
  const gone = ozgIds.filter((id) => statt?.ozgIds.includes(id));
  if (gone.length !== (statt?.ozgIds.length ?? 0))
    throw new Error('Ersetzte OZG-Leistung fehlt in der Quelle.');
  return {
    ...keineReichweite,
    ozgIds: ozgIds.filter((id) => !gone.includes(id)),
    objekte: statt?.objekte ?? [],
  };
}

/** Where the source writes „-“ for the classes and „L“ for the Land, the Land acts for all of them. */
function verteilung(row: SourceRow): Verteilung {
  const wert = (column: string) => {
    const text = row(column);
    return wertOf(text === '-' && row('land') === 'L' ? 'L' : text);
  };
  return {
    'kreisfreie-stadt': wert('kreisfreie_stadt'),
    'grosse-kreisangehoerige-stadt': wert('grosse_kreisangehoerige_stadt'),
    'mittlere-kreisangehoerige-stadt': wert('mittlere_kreisangehoerige_stadt'),
    'kreisangehoerige-gemeinde': wert('kleine_kreisangehoerige_gemeinde'),
    kreis: wert('kreis'),
    staedteregion: wert('kreis'),
  };
}

function wertOf(text: string): Verteilungswert {
  const wert = verteilungswerte.find((each) => each === text);
  if (!wert) throw new Error(`„${text}“ ist kein Wert der Verteilung.`);
  return wert;
}

/** The addresses of the source with the titles of the overlay; text without an address becomes part of the title. */
function quellen(text: string, overlay: Overlay) {
  const urls = text.match(/https?:\/\/[^\s);]+/g) ?? [];
  if (urls.length > 0 && urls.length !== overlay.quellen.length) {
    throw new Error(`${overlay.id}: ${urls.length} Adressen, ${overlay.quellen.length} Titel.`);
  }
  return overlay.quellen.map((title, index) => ({ title, url: urls[index] ?? null }));
}

function evidenz(beleg: string): Regel['evidenz'] {
  if (beleg.startsWith('primär (Ministerium)') || beleg.startsWith('sekundär')) return 'sekundaerquelle';
  if (beleg.startsWith('teilweise') || beleg.startsWith('unbelegt')) return 'einschaetzung';
  const read = [
    'primär',
    'primär zitiert',
    'primär (Abschrift)',
    'primär (Erlass)',
    'primär (Abschrift, Altfassung)',
  ];
  if (read.includes(beleg)) return 'norm-gelesen';
  throw new Error(`Für den Beleg „${beleg}“ gibt es keine Evidenz.`);
}

function vorbehalte(remark: string | null, overlay: Overlay) {
  const own = overlay.vorbehalt;
  if (own && remark === null) throw new Error(`${overlay.id}: ein Vorbehalt braucht eine Bemerkung.`);
  const whole = own && remark !== null ? [{ grund: remark, fuer: null, ausser: own.ausser }] : [];
  return [...(overlay.nichtGemeint ?? []), ...whole];
}
