import { addedFields } from '#fields';
import type { ListColumn } from '#ui';
import { schreibweisen } from '../domain/namen-liste.ts';
import type { Kriterien, Stand } from '../domain/stand.ts';
import { spaltenLabel, ueberschriftOfFeld } from '../domain/tabellen-spalten.ts';
import { fallzahlArtLabel, frischeLabel, nachweisArtLabel, zustandLabel } from '../messages.ts';
import type { StandZeile } from '../use-cases/stand-liste.ts';
import type { Namen } from './feld-text.ts';

type Column = ListColumn<StandZeile>;

/**
 * The columns of the files: everything that a statement says, in a way that reading the file again takes for the same,
 * and what helps people to find their way in it.
 */
export function transferColumns(ags: string, namen: Namen, zeilen: readonly StandZeile[]): readonly Column[] {
  const personen = schreibweisen(namen.personen);
  const loesungen = schreibweisen(namen.loesungen);
  const fachbereiche = schreibweisen(namen.fachbereiche.fachbereiche);
  const named = (names: ReadonlyMap<string, string>, id: string | null | undefined) =>
    id ? (names.get(id) ?? id) : null;
  return [
    column('nummer', ({ ort }) => ort.id),
    column('name', ({ ort }) => ort.name, 'wide'),
    column('leika', ({ ort }) => ort.leika),
    info('OZG-Nummer', ({ ort }) => ort.ozgId),
    info('OZG-Leistung', ({ ort }) => ort.ozgName),
    info('Themenfeld', ({ ort }) => ort.themenfeld),
    info('Pflicht?', ({ pflichtlage }) => pflichtlage),
    info('Fachbereich nach Regel', ({ zuordnung }) => zuordnung?.fachbereich.name ?? null),
    column('ags', () => ags),
    said('fassung', ({ fassung }) => fassung),
    said('zustand', ({ zustand }) => zustandLabel[zustand]),
    said('grund', ({ grund }) => grund),
    day('giltAb', ({ giltAb }) => giltAb),
    day('geplantFuer', ({ geplantFuer }) => geplantFuer),
    day('umgesetztAm', ({ umgesetztAm }) => umgesetztAm),
    day('abgeschaltetAm', ({ abgeschaltetAm }) => abgeschaltetAm),
    said('reifegrad11', ({ reifegrad11 }) => reifegrad11),
    said('kriterien11', ({ kriterien11 }) => kriterienText(kriterien11)),
    said('reifegrad20', ({ reifegrad20 }) => reifegrad20),
    said('kriterien20', ({ kriterien20 }) => kriterienText(kriterien20)),
    said('fallzahl', ({ fallzahl }) => fallzahl),
    said('fallzahlJahr', ({ fallzahlJahr }) => fallzahlJahr),
    said('fallzahlArt', ({ fallzahlArt }) => fallzahlArt && fallzahlArtLabel[fallzahlArt]),
    said('loesungId', ({ loesungId }) => named(loesungen, loesungId)),
    said('prioritaet', ({ prioritaet }) => prioritaet),
    said('fachbereichId', ({ fachbereichId }) => named(fachbereiche, fachbereichId)),
    said('zustaendig', ({ zustaendig }) => named(personen, zustaendig)),
    said('vertretung', ({ vertretung }) => named(personen, vertretung)),
    said('nachweisArt', ({ nachweis }) => nachweis && nachweisArtLabel[nachweis.art]),
    said('nachweisLink', ({ nachweis }) => nachweis?.link ?? null),
    said('nachweisText', ({ nachweis }) => nachweis?.text ?? null),
    said('bemerkung', ({ bemerkung }) => bemerkung, 'wide'),
    ...eigeneSpalten(namen, zeilen),
    {
      ...info('angegeben am', ({ stand }) => stand?.angegebenAm.toISOString().slice(0, 10) ?? null),
      kind: 'date',
    },
    info('Alter der Angabe', ({ frische }) => frische && frischeLabel[frische]),
  ];
}

function column(key: string, value: Column['value'], width?: 'wide'): Column {
  return { key, label: spaltenLabel(key), value, width };
}

function info(label: string, value: Column['value']): Column {
  return { key: `hinweis-${label}`, label, value };
}

/** A column of what was stated; empty where nothing was. */
function said(key: string, value: (stand: Stand) => string | number | null, width?: 'wide'): Column {
  return column(key, ({ stand }) => (stand ? value(stand) : null), width);
}

function day(key: string, value: (stand: Stand) => string | null): Column {
  return { ...said(key, value), kind: 'date' };
}

function kriterienText(kriterien: Kriterien | null): string | null {
  return (
    kriterien &&
    Object.entries(kriterien)
      .map(([key, level]) => `${key}=${level}`)
      .join('; ')
  );
}

/** Every own field that is asked for or that anybody has filled in, by label and key: labels may change, keys do not. */
function eigeneSpalten({ felder }: Namen, zeilen: readonly StandZeile[]): readonly Column[] {
  const labels = new Map(addedFields(felder).map(({ key, label }) => [key, label]));
  const filled = zeilen.flatMap(({ stand }) => Object.keys(stand?.felder ?? {}));
  return [...new Set([...labels.keys(), ...filled])].toSorted().map((key) => ({
    ...said(`feld.${key}`, (stand) => stand.felder[key] ?? null),
    label: ueberschriftOfFeld(key, labels.get(key)),
  }));
}
