import {
  type CompassDeps,
  fachbereiche as fachbereichDoor,
  type Reader,
  readerOf,
  standListe,
  zustandLabel,
} from '#compass';
import { type DiscussionDeps, readRueckfragen } from '#discussion';
import { readAllLive } from '#efa';
import { compareLocalDates, type LocalDate } from '#kernel';
import {
  listAufgaben,
  listBeschluesse,
  listSitzungen,
  type Mitwirkende,
  mitwirkendeOf,
  type PaketQuelle,
  type PaketWunsch,
  type PaketZeile,
  readFragen,
  type WorkgroupDeps,
} from '#workgroup';
import type { Services } from './services.ts';
import { begriffe } from './workgroup-begriffe.ts';

/** What a part of the pack shows at most; the rest stands where its link leads. */
const hoechstens = 15;

type Deps = () => WorkgroupDeps;

const zeile = (
  text: string,
  zusatz = '',
  href: string | null = null,
  tag: LocalDate | null = null,
): PaketZeile => ({ text, zusatz, href, tag });

function gekuerzt(zeilen: readonly PaketZeile[], alle: string | null) {
  return { zeilen: zeilen.slice(0, hoechstens), gesamt: zeilen.length, alle };
}

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

/** The Stand of the Kommune as the person answers for it; `null` where there is none to see. */
async function standFuer(compass: CompassDeps, { principal, person }: PaketWunsch) {
  const reader = await readerOf(compass, principal);
  if (!reader.ok) return null;
  const own: Reader = { ...reader.value, mitglied: person };
  const liste = await standListe(compass, own);
  return liste.ok ? liste.value : null;
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

function aufgabenUndFragen(discussion: DiscussionDeps, workgroup: Deps): PaketQuelle {
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

function termine(compass: CompassDeps, workgroup: Deps): PaketQuelle {
  return {
    key: 'termine',
    titel: 'Termine',
    leer: 'Es steht kein Termin fest.',
    zeilen: async (wunsch) => {
      const deps = workgroup();
      const today = deps.clock.today();
      const wer = await mitwirkendeOf(deps, wunsch.principal);
      const sessions = wer.ok
        ? (await listSitzungen(deps, wer.value)).filter(
            ({ sitzung }) => sitzung.tag >= today && sitzung.zustand !== 'abgesagt',
          )
        : [];
      const liste = await standFuer(compass, wunsch);
      const planned = (liste?.zeilen ?? []).flatMap(({ ort, stand, meine }) => {
        const tag = stand?.geplantFuer ?? null;
        return tag !== null && tag >= today && (meine || wunsch.rolle === 'koordination')
          ? [zeile(`${ort.name}: geplant`, 'Umsetzungsstand', `/stand/${ort.id}`, tag)]
          : [];
      });
      const dates = [
        ...sessions.map(({ sitzung }) =>
          zeile(
            sitzung.titel,
            `Sitzung, ${sitzung.beginn} Uhr`,
            `/arbeitsgruppe/sitzungen/${sitzung.id}`,
            sitzung.tag,
          ),
        ),
        ...planned,
      ];
      return gekuerzt(
        dates.toSorted((a, b) => compareLocalDates(a.tag ?? today, b.tag ?? today)),
        '/arbeitsgruppe/sitzungen',
      );
    },
  };
}

function leute(workgroup: Deps, compass: CompassDeps): PaketQuelle {
  return {
    key: 'leute',
    titel: 'Wen man fragen kann',
    leer: 'Noch niemand ist genannt.',
    zeilen: async ({ house, principal }) => {
      const deps = workgroup();
      const people = (await deps.colleagues(house.id)).filter(({ email }) => email !== null);
      const areas = await bereicheOf(compass, principal);
      const own = people.map(({ id, name }) => zeile(name, areas.get(id) ?? house.name, null));
      const providers = house.betreuer.map(({ name }) =>
        zeile(name, 'IT-Dienstleister: Rückfrage stellen', '/rueckfragen'),
      );
      return gekuerzt([...providers, ...own], null);
    },
  };
}

/** In which Fachbereich each person works today. */
async function bereicheOf(
  compass: CompassDeps,
  principal: PaketWunsch['principal'],
): Promise<ReadonlyMap<string, string>> {
  const reader = await readerOf(compass, principal);
  if (!reader.ok) return new Map();
  const { fachbereiche, personen } = await fachbereichDoor.of(compass, reader.value);
  const today = compass.clock.today();
  const there = personen.filter(({ von, bis }) => von <= today && (bis === null || bis >= today));
  return new Map(
    there.map(({ mitgliedId, fachbereichId }) => [
      mitgliedId,
      fachbereiche.find(({ id }) => id === fachbereichId)?.name ?? '',
    ]),
  );
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
