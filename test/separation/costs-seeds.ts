import { provider } from './seed-tenant.ts';
import type { Seed } from './seeds.ts';

const day = `'2026-01-01'`;

/** Each organisation states keys and a plan and issues a bill; shares, payments and counts are addressed to the provider. */
export const costsSeeds: Readonly<Record<string, Seed>> = {
  'costs.schluessel': (t) =>
    `insert into costs.schluessel (tenant_id, id, fassung, inhalt, angegeben_am)
      values ('${t.id}', 'schluessel-${t.letter}', 1, '{}', ${day})`,
  'costs.kostenplan': (t) =>
    `insert into costs.kostenplan (tenant_id, dienst, jahr, art, fassung, inhalt, angegeben_am)
      values ('${t.id}', 'dienst-${t.letter}', 2026, 'plan', 1, '{}', ${day})`,
  'costs.abrechnung': (t) =>
    `insert into costs.abrechnung (tenant_id, id, dienst, jahr, art, plan_fassung, titel, plan, grund, erstellt_am)
      values ('${t.id}', '${t.uuid(1)}', 'dienst-${t.letter}', 2026, 'plan', 1, 'Dienst', '{}', '', ${day})`,
  'costs.abrechnung_schritt': (t) =>
    `insert into costs.abrechnung_schritt (tenant_id, abrechnung_id, schritt, bemerkung, gegangen_am)
      values ('${t.id}', '${t.uuid(1)}', 'geprueft', '', ${day})`,
  'costs.rechnung': (t) =>
    `insert into costs.rechnung (tenant_id, nummernjahr, nummer, abrechnung_id, dienst, jahr, gestellt_am, faellig_am)
      values ('${t.id}', 2026, ${t.number}, '${t.uuid(1)}', 'dienst-${t.letter}', 2026, ${day}, ${day})`,
  'costs.anteil': (t) =>
    `insert into costs.anteil (tenant_id, abrechnung_id, zahler, recipient_id, name, rechnungsnummer, dienst, titel,
        haus, jahr, brutto, blatt, gestellt_am, faellig_am)
      values ('${t.id}', '${t.uuid(1)}', '0576604${t.number}', '${provider}', 'Kommune', '2026-000${t.number}',
        'dienst-${t.letter}', 'Dienst', 'Haus', 2026, 100, '{}', ${day}, ${day})`,
  'costs.zahlung': (t) =>
    `insert into costs.zahlung (tenant_id, abrechnung_id, zahler, nummer, recipient_id, cent, am, bemerkung,
        eingetragen_am)
      values ('${t.id}', '${t.uuid(1)}', '0576604${t.number}', 1, '${provider}', 100, ${day}, '', ${day})`,
  'costs.nutzung': (t) =>
    `insert into costs.nutzung (tenant_id, dienst, monat, ags, recipient_id, anzahl, gezaehlt_am)
      values ('${t.id}', 'dienst-${t.letter}', ${day}, '0576604${t.number}', '${provider}', ${t.number}, ${day})`,
  'costs.preis': (t) =>
    `insert into costs.preis (tenant_id, dienst, jahr, fassung, haus, inhalt, veroeffentlicht_am)
      values ('${t.id}', 'dienst-${t.letter}', 2026, 1, 'Haus', '{}', ${day})`,
  'costs.foerderprogramm': (t) =>
    `insert into costs.foerderprogramm (tenant_id, id, fassung, haus, inhalt, angegeben_am)
      values ('${t.id}', 'programm-${t.letter}', 1, 'Haus', '{}', ${day})`,
  'costs.einlesung': (t) =>
    `insert into costs.einlesung (tenant_id, id, dateiname, zeilen, angelegt_am)
      values ('${t.id}', '${t.uuid(1)}', 'schluessel.csv', '[]', ${day})`,
  'costs.rechnungsbild': (t) =>
    `insert into costs.rechnungsbild (tenant_id, abrechnung_id, von, bis, rundung, finanzierung, modell, zahler, kosten,
        netto, steuer, brutto, rest, aufrundung, hinweise)
      values ('${t.id}', '${t.uuid(1)}', '2026-01', '2026-12', 'groesster-rest', 'Alle', 'eigen', 1, 1, 1, 0, 1, 0, 0, '[]')`,
  'costs.rechnungszeile': (t) =>
    `insert into costs.rechnungszeile (tenant_id, abrechnung_id, zahler, rang, name, netto, steuer, brutto, blatt)
      values ('${t.id}', '${t.uuid(1)}', '0576604${t.number}', 0, 'Kommune', 1, 0, 1, '{}')`,
  'costs.aufhebung': (t) =>
    `insert into costs.aufhebung (tenant_id, abrechnung_id, zahler, recipient_id, durch, aufgehoben_am)
      values ('${t.id}', '${t.uuid(1)}', '0576604${t.number}', '${provider}', '${t.uuid(2)}', ${day})`,
  'costs.rechnungsangaben': (t) =>
    `insert into costs.rechnungsangaben (tenant_id, kennung, fassung, inhalt, angegeben_am)
      values ('${t.id}', '0576604${t.number}', 1, '{}', ${day})`,
  'costs.eigenangaben': (t) =>
    `insert into costs.eigenangaben (tenant_id, kennung, fassung, inhalt, angegeben_am)
      values ('${t.id}', '0576604${t.number}', 1, '{}', ${day})`,
  'costs.dokument': (t) =>
    `insert into costs.dokument (tenant_id, abrechnung_id, zahler, art, teil, stand, recipient_id, inhalt, erstellt_am)
      values ('${t.id}', '${t.uuid(1)}', '0576604${t.number}', 'xrechnung', 1, 'angaben-1', '${provider}', '\\x00', ${day})`,
  'costs.hinweis': (t) =>
    `insert into costs.hinweis (tenant_id, abrechnung_id, member_id, was, gemeldet_am)
      values ('${t.id}', '${t.uuid(1)}', '${t.uuid(3)}', 'gestellt', ${day})`,
};
