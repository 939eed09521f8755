import type { Seed } from './seeds.ts';

/** Each organisation has a view that its IT-Dienstleister could share, were it one, and opens a list with it. */
export const viewsSeeds: Readonly<Record<string, Seed>> = {
  'views.ansicht': (t) =>
    `insert into views.ansicht (tenant_id, id, besitzer, name, pfad, abfrage, liste, geteilt, haus, version, angelegt_am,
        geaendert_am)
      values ('${t.id}', '${t.uuid(1)}', '${t.uuid(11)}', 'Ansicht ${t.letter}', '/katalog/leistungen', 'suche=${t.letter}',
        'Leistungen', 'kreis', 'Stadt ${t.letter}', 1, now(), now())`,
  'views.startansicht': (t) =>
    `insert into views.startansicht values ('${t.id}', '${t.uuid(11)}', '/katalog/leistungen', '${t.uuid(1)}')`,
};
