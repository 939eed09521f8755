import { type CompassDeps, zustandLabel } from '#compass';
import type { DiscussionDeps } from '#discussion';
import { readAllLive } from '#efa';
import { listBeschluesse, mitwirkendeOf, type PaketQuelle } from '#workgroup';
import type { Services } from '../services.ts';
import { begriffe } from './begriffe.ts';
import { standFuer } from './einarbeitung/eigener-stand.ts';
import { leute } from './einarbeitung/leute.ts';
import { aufgabenUndFragen } from './einarbeitung/offene-punkte.ts';
import { termine } from './einarbeitung/termine.ts';
import { type Deps, gekuerzt, zeile } from './einarbeitung/zeile.ts';

/** The sources of the newcomer's pack: each context says what is its own. */
export function paketQuellen(
  services: Services,
  compass: CompassDeps,
  discussion: DiscussionDeps,
  workgroup: Deps,
): readonly PaketQuelle[] {
  return [
    pflichten(compass),
    aufgabenUndFragen(discussion, workgroup),
    dienste(services),
    beschluesse(workgroup),
    termine(compass, workgroup),
    leute(workgroup, compass),
    glossar,
  ];
}

function pflichten(compass: CompassDeps): PaketQuelle {
  return {
    key: 'pflichten',
    titel: 'Pflichten: für diese Leistungen ist die Person zuständig',
    leer: 'Dieser Person ist keine Leistung zugeordnet. Alle Leistungen der Kommune stehen unter „Stand“.',
    zeilen: async (wunsch) => {
      const liste = await standFuer(compass, wunsch);
      if (liste === null) return gekuerzt([], null);
      // A role that coordinates answers for every duty of the Kommune where none is the person's own.
      const mine = liste.zeilen.filter(({ meine }) => meine);
      const koordiniert = wunsch.rolle === 'koordination' && mine.length === 0;
      const shown = koordiniert ? liste.zeilen.filter(({ pflichtlage }) => pflichtlage === 'selbst') : mine;
      return gekuerzt(
        shown.map(({ ort, stand }) =>
          zeile(ort.name, stand ? zustandLabel[stand.zustand] : 'keine Angabe', `/stand/${ort.id}`),
        ),
        '/stand',
      );
    },
  };
}

function dienste(services: Services): PaketQuelle {
  return {
    key: 'dienste',
    titel: 'Onlinedienste, die laufen',
    leer: 'Es ist kein Onlinedienst freigeschaltet.',
    zeilen: async ({ house }) => {
      const live = await services.db.withPublic(readAllLive);
      const own = live.filter(({ tenant }) => tenant === house.id);
      return gekuerzt(
        own.map(({ titel, seit, ausgesetztGrund }) =>
          zeile(titel, ausgesetztGrund ? `ausgesetzt: ${ausgesetztGrund}` : 'läuft', '/anbindungen', seit),
        ),
        house.isProvider ? null : '/anbindungen',
      );
    },
  };
}

function beschluesse(workgroup: Deps): PaketQuelle {
  return {
    key: 'beschluesse',
    titel: 'Beschlüsse, die zählen',
    leer: 'Die Arbeitsgruppe hat noch nichts beschlossen.',
    zeilen: async ({ principal }) => {
      const deps = workgroup();
      const wer = await mitwirkendeOf(deps, principal);
      const all = wer.ok ? await listBeschluesse(deps, wer.value) : [];
      const taken = all.filter(({ zustand }) => zustand === 'angenommen');
      return gekuerzt(
        taken.map(({ id, titel, ziele, sitzung }) =>
          zeile(
            titel,
            ziele.map(({ name }) => name).join(', '),
            `/arbeitsgruppe/beschluesse/${id}`,
            sitzung?.tag ?? null,
          ),
        ),
        '/arbeitsgruppe/beschluesse',
      );
    },
  };
}

const glossar: PaketQuelle = {
  key: 'glossar',
  titel: 'Wörter, die man braucht',
  leer: '',
  zeilen: async () => ({
    zeilen: begriffe.map(([wort, was]) => zeile(wort, was)),
    gesamt: begriffe.length,
    alle: null,
  }),
};
