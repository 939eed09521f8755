import { groessenklassen } from '../../domain/groessenklasse.ts';
import type { Regel } from '../../domain/regel.ts';
import type { DutyLeistung } from '../../domain/reichweite.ts';
import { rowOfRegel } from '../../regelwerk-of-rows.ts';

/** What the form shows for a rule as it stands. */
export function valuesOf(regel: Regel): URLSearchParams {
  const { reichweite, verteilung } = regel;
  const [source] = regel.quellen;
  return new URLSearchParams({
    id: regel.id,
    aufgabe: regel.aufgabe,
    norm: regel.norm,
    ozgId: reichweite.ozgIds.join(' '),
    objekt: reichweite.objekte.join(' '),
    verrichtungen: reichweite.verrichtungen.join(' '),
    einzelne: [...reichweite.schluessel, ...reichweite.leistungen].join(' '),
    ...verteilung,
    stelle: regel.stelle ?? '',
    quelle: source?.title ?? '',
    quelleUrl: source?.url ?? '',
    evidenz: regel.evidenz,
    gueltigVon: regel.validFrom ?? '',
    gueltigBis: regel.validTo ?? '',
    nachfolgeGeprueft: regel.nachfolgeGeprueft ? 'ja' : '',
    bemerkung: regel.bemerkung ?? '',
  });
}

/** What the form shows for a new rule about a Leistung. */
export function valuesFor(leistung: DutyLeistung | null): URLSearchParams {
  return new URLSearchParams(leistung === null ? {} : { einzelne: leistung.leika ?? leistung.id });
}

/** The rule that the form stands for, in the format of the files; what the form does not ask stays as it is. */
export function rowOfForm(base: Regel | null, form: URLSearchParams): unknown {
  const text = (name: string) => (form.get(name) ?? '').trim();
  const orNull = (name: string) => text(name) || null;
  const words = (name: string) =>
    text(name)
      .split(/[\s,;]+/)
      .filter(Boolean);
  const einzelne = words('einzelne');
  const row = base === null ? null : rowOfRegel(base);
  const id = row?.id ?? text('id');
  const unread = text('evidenz') !== base?.evidenz || text('quelle') !== base?.quellen[0]?.title;
  return {
    id,
    aufgabeId: row?.aufgabeId ?? id,
    land: row?.land ?? '05',
    aufgabe: text('aufgabe'),
    reichweite: {
      ozgIds: words('ozgId').map(Number),
      objekte: words('objekt'),
      verrichtungen: words('verrichtungen'),
      schluessel: einzelne.filter((each) => !each.startsWith('L')),
      leistungen: einzelne.filter((each) => each.startsWith('L')),
    },
    verteilung: Object.fromEntries(groessenklassen.map((klasse) => [klasse, text(klasse)])),
    stelle: orNull('stelle'),
    norm: text('norm'),
    quellen: [{ title: text('quelle'), url: orNull('quelleUrl') }, ...(row?.quellen.slice(1) ?? [])],
    beleg: unread || row === null ? 'im Haus geprüft' : row.beleg,
    evidenz: text('evidenz'),
    gueltigVon: orNull('gueltigVon'),
    gueltigBis: orNull('gueltigBis'),
    ausserKraft: row?.ausserKraft ?? false,
    nachfolgeGeprueft: text('nachfolgeGeprueft') === 'ja',
    auchTyp1: row?.auchTyp1 ?? null,
    vorbehalte: text('ohneVorbehalte') === 'ja' ? [] : (row?.vorbehalte ?? []),
    bemerkung: orNull('bemerkung'),
  };
}
