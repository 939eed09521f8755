import { type DiscussionDeps, readRueckfragen } from '#discussion';
import {
  listAufgaben,
  type Mitwirkende,
  mitwirkendeOf,
  type PaketQuelle,
  type PaketZeile,
  readFragen,
  type WorkgroupDeps,
} from '#workgroup';
import { type Deps, gekuerzt, zeile } from './zeile.ts';

export function aufgabenUndFragen(discussion: DiscussionDeps, workgroup: Deps): PaketQuelle {
  return {
    key: 'offen',
    titel: 'Offene Punkte: Aufgaben, Fragen und Rückfragen',
    leer: 'Nichts ist offen.',
    zeilen: async ({ principal, house }) => {
      const deps = workgroup();
      const wer = await mitwirkendeOf(deps, principal);
      const group = wer.ok ? await gruppenpunkte(deps, wer.value) : [];
      const threads = await readRueckfragen(discussion, principal);
      const own = (threads.ok ? threads.value : []).filter(
        ({ zustand, tenant, recipient, adressat }) =>
          adressat !== 'verbund' &&
          (zustand === 'offen' || zustand === 'wieder-offen') &&
          (tenant === house.id || recipient === house.id),
      );
      const rest = own.map(({ id, betreff, haus, tenant }) =>
        zeile(
          betreff,
          tenant === house.id
            ? 'Rückfrage, wartet auf Antwort'
            : `Rückfrage von ${haus}, wartet auf Ihre Antwort`,
          `/rueckfragen/${id}`,
        ),
      );
      return gekuerzt([...group, ...rest], '/arbeitsgruppe');
    },
  };
}

async function gruppenpunkte(deps: WorkgroupDeps, wer: Mitwirkende): Promise<readonly PaketZeile[]> {
  const tasks = (await listAufgaben(deps, wer)).filter(
    ({ eigene, zustand }) => eigene && zustand === 'offen',
  );
  const { fragen, sitze } = await readFragen(deps, wer);
  const mine = fragen.filter(
    ({ zustaendig, zustand }) =>
      zustand === 'zugeteilt' && sitze.some(({ id, hausId }) => id === zustaendig && hausId === wer.tenant),
  );
  return [
    ...tasks.map(({ titel, faellig }) =>
      zeile(titel, 'Aufgabe der Arbeitsgruppe', '/arbeitsgruppe/aufgaben', faellig),
    ),
    ...mine.map(({ id, betreff }) =>
      zeile(betreff, 'Frage der Arbeitsgruppe, Sie sind zuständig', `/rueckfragen/${id}`),
    ),
  ];
}
