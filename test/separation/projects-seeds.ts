import { provider } from './seed-tenant.ts';
import type { Seed } from './seeds.ts';

const day = `'2026-01-01'`;

/** Each organisation leads a project, has shown interest in it, and holds a table that waits to be taken over. */
export const projectsSeeds: Readonly<Record<string, Seed>> = {
  'projects.fassung': (t) =>
    `insert into projects.fassung (id, fassung, tenant_id, haus, inhalt, stand, angegeben_am)
      values ('projekt-${t.letter}', 1, '${t.id}', 'Haus', '{}', ${day}, ${day})`,
  'projects.intern': (t) =>
    `insert into projects.intern (tenant_id, id, fassung, inhalt) values ('${t.id}', 'projekt-${t.letter}', 1, '{}')`,
  'projects.interesse': (t) =>
    `insert into projects.interesse (tenant_id, projekt_id, nummer, recipient_id, ags, kommune, interessiert, genannt,
        bemerkung, stand, angegeben_am)
      values ('${t.id}', 'projekt-${t.letter}', 1, '${provider}', '0576604${t.number}', 'Ort', true, false, '', ${day},
        ${day})`,
  'projects.interesse_schritt': (t) =>
    `insert into projects.interesse_schritt (projekt_id, schritt, stand) values ('projekt-${t.letter}', 1, ${day})`,
  'projects.einlesung': (t) =>
    `insert into projects.einlesung (tenant_id, id, dateiname, zeilen, angelegt_am)
      values ('${t.id}', '${t.uuid(1)}', 'projekte.csv', '[]', ${day})`,
};
