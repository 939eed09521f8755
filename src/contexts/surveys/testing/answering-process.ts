// Answers as several people of one Kommune do who type at the same Leistungen, and prints each answer once it is
// acknowledged. Runs until it is killed.
import type { Kommune } from '#compass';
import { clockFrom } from '#kernel';
import { actorOf, openDatabase, parseTenantId } from '#platform';
import { saveAntwort } from '../use-cases/save-antwort.ts';

const [, , url = '', tenantText = '', umfrage = '', run = '', list = ''] = process.argv;
const leistungen = list.split(',');
const tenant = parseTenantId(tenantText);
if (tenant === null) throw new Error('no tenant');
const kommune: Kommune = { tenant, ags: '05766044', name: 'Lemgo' };
const deps = { db: openDatabase(url, { max: 4 }), clock: clockFrom(() => new Date('2026-11-21T09:00:00Z')) };

await Promise.all(
  [1, 2, 3, 4].map(async (person) => {
    const who = {
      actor: actorOf('system', `person-${person}`),
      kommune,
      mitglied: null,
      darfAntworten: true,
      darfVerteilen: true,
      darfFreigeben: false,
    };
    const gelesen = new Map<string, number>();
    for (let nr = 0; ; nr += 1) {
      const leistungId = leistungen[nr % leistungen.length] ?? '';
      const text = `${run}-${person}-${nr}`;
      // Each person writes into a field of its own, so nobody contradicts anybody.
      const grundlage = gelesen.get(leistungId) ?? 0;
      const wunsch = { leistungId, grundlage, gelesen: null, felder: { [`frei.p${person}`]: text } };
      const saved = await saveAntwort(deps, who, umfrage, wunsch);
      if (saved.ok) gelesen.set(leistungId, saved.value.antwort?.fassung ?? 0);
      process.stdout.write(`${saved.ok ? `${leistungId} p${person} ${text}` : saved.refusal.code}\n`);
    }
  }),
);
