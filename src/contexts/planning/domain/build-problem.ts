import { formatLocalDate, type LocalDate, ok, type Refusal, type Result, refuse } from '#kernel';
import { type Zerlegt, zerlege } from './build-einheiten.ts';
import type { Planungsgrundlage } from './grundlage.ts';
import type { Massnahme } from './massnahme.ts';
import type { Einheit, Kante, Planteam, Planungsproblem } from './problem.ts';
import { findCycle } from './reihenfolge.ts';
import { formatTage } from './tage.ts';
import { kapazitaetIn } from './team.ts';
import { gesamtaufwand, verteiler } from './verteile-lasten.ts';
import type { Vorlage } from './vorlage.ts';

interface Teil extends Zerlegt {
  readonly massnahme: Massnahme;
  readonly vorlage: Vorlage;
  readonly verfuegbarAb: LocalDate | null;
}

/** Makes of teams, templates and Massnahmen what a solver can work on. Refuses what no plan can come from, and says why. */
export function buildProblem(grundlage: Planungsgrundlage): Result<Planungsproblem> {
  const known = withKnownKommunen(grundlage);
  const massnahmen = known.massnahmen;
  if (massnahmen.length === 0) return refuse(nichts);
  const cycle = findCycle(new Map(massnahmen.map(({ id, inhalt }) => [id, inhalt.nach])));
  if (cycle) return refuse(kreis(cycle.map((id) => titelOf(massnahmen, id))));
  const teams = planteams(grundlage);
  if (!teams.some(({ ags, kapazitaet }) => ags === null && kapazitaet.some((tage) => tage > 0)))
    return refuse(keineKapazitaet);
  const teile = zerlegteTeile({ ...grundlage, massnahmen }, teams);
  const einheiten = teile.flatMap((teil) => teil.einheiten);
  const namen = grundlage.kommunen;
  const gefragt = new Set(einheiten.flatMap(({ ags }) => ags ?? []));
  return ok({
    quartale: grundlage.quartale,
    teams,
    kommunen: [...namen].flatMap(([ags, name]) => (gefragt.has(ags) ? [{ ags, name }] : [])),
    massnahmen: teile.map(({ massnahme: { id, inhalt }, vorlage, verfuegbarAb }) => ({
      id,
      titel: inhalt.titel,
      leistungId: inhalt.leistungId,
      art: vorlage.name,
      gewicht: inhalt.gewicht,
      begruendung: inhalt.begruendung,
      verfuegbarAb,
      frist: inhalt.frist,
      vorbereitung: vorlage.vorbereitung,
    })),
    einheiten,
    kanten: kantenOf(teile),
    annahmen: annahmenOf(grundlage),
    hinweise: [...known.hinweise, ...hinweiseOf(teile, teams, namen)],
  });
}

/** Only Massnahmen with a template and Kommunen that may still be planned; what is left out is told. */
function withKnownKommunen({ massnahmen, kommunen, vorlagen }: Planungsgrundlage) {
  const hinweise: string[] = [];
  const arten = new Set(vorlagen.map(({ id }) => id));
  const kept = massnahmen.flatMap((massnahme) => {
    if (massnahme.beendet) return [];
    const { inhalt } = massnahme;
    const there = inhalt.kommunen.filter(({ ags }) => kommunen.has(ags));
    const left = inhalt.kommunen.length - there.length;
    if (left > 0)
      hinweise.push(`„${inhalt.titel}“: ${left} Kommunen fehlen, weil sie nicht mehr betreut werden.`);
    if (!arten.has(inhalt.vorlage)) {
      hinweise.push(`„${inhalt.titel}“ fehlt im Plan: Die Aufwandsvorlage gibt es nicht mehr.`);
      return [];
    }
    return there.length > 0 ? [{ ...massnahme, inhalt: { ...inhalt, kommunen: there } }] : [];
  });
  return { massnahmen: kept, hinweise };
}

function planteams({ teams, quartale, annahmen }: Planungsgrundlage): readonly Planteam[] {
  return teams
    .filter(({ beendet }) => !beendet)
    .map((team) => {
      const more = annahmen.find((annahme) => annahme.team === team.id)?.monatlich ?? 0;
      return {
        id: team.id,
        name: team.name,
        ags: team.ags,
        kapazitaet: quartale.map((quartal) => Math.max(0, kapazitaetIn(team, quartal) + 3 * more)),
      };
    });
}

/** The largest choose their teams first; the order of the parts is that of the Massnahmen. */
function zerlegteTeile(
  { massnahmen, vorlagen, teams, quartale, verfuegbar }: Planungsgrundlage,
  planteamList: readonly Planteam[],
): readonly Teil[] {
  const byId = new Map(vorlagen.map((vorlage) => [vorlage.id, vorlage]));
  const give = verteiler(teams, quartale);
  const teamIndex = new Map(planteamList.map(({ id }, index) => [id, index]));
  const orders = massnahmen.flatMap((massnahme, position) => {
    const vorlage = byId.get(massnahme.inhalt.vorlage);
    const { verfuegbarAb, leistungId } = massnahme.inhalt;
    const ab = verfuegbarAb ?? verfuegbar.get(leistungId ?? '') ?? null;
    return vorlage
      ? [{ massnahme, position, vorlage, verfuegbarAb: ab, quartale, teamIndex, verteiler: give }]
      : [];
  });
  const size = ({ massnahme, vorlage }: (typeof orders)[number]) => gesamtaufwand(massnahme, vorlage);
  const made = orders
    .toSorted((a, b) => size(b) - size(a) || a.position - b.position)
    .map((order) => ({ order, teil: { ...order, ...zerlege(order) } }));
  return made.toSorted((a, b) => a.order.position - b.order.position).map(({ teil }) => teil);
}

function kantenOf(teile: readonly Teil[]): readonly Kante[] {
  let next = 0;
  const places = new Map(
    teile.map(({ massnahme, einheiten }) => {
      const start = next;
      next += einheiten.length;
      return [massnahme.id, new Map(einheiten.map(({ ags }, index) => [ags, start + index]))] as const;
    }),
  );
  return teile.flatMap(({ massnahme }) => {
    const own = places.get(massnahme.id) ?? new Map<string | null, number>();
    const once = own.get(null);
    const inner: readonly Kante[] =
      once === undefined
        ? []
        : [...own].flatMap(([ags, nach]) => (ags === null ? [] : [{ vor: once, nach, abstand: 0 as const }]));
    const outer = massnahme.inhalt.nach.flatMap((id) => kantenBetween(places.get(id), own));
    return [...inner, ...outer];
  });
}

/** For each Kommune after its own part of the earlier Massnahme, else after what is done once for all. */
function kantenBetween(
  earlier: ReadonlyMap<string | null, number> | undefined,
  later: ReadonlyMap<string | null, number>,
): readonly Kante[] {
  if (!earlier) return [];
  return [...later].flatMap(([ags, nach]) => {
    const vor = earlier.get(ags) ?? earlier.get(null);
    return vor === undefined ? [] : [{ vor, nach, abstand: 1 as const }];
  });
}

function annahmenOf({ annahmen, teams }: Planungsgrundlage): readonly string[] {
  return annahmen.flatMap(({ team, monatlich }) => {
    const name = teams.find(({ id }) => id === team)?.name;
    if (name === undefined || monatlich === 0) return [];
    const days = `${formatTage(Math.abs(monatlich))} Personentage im Monat`;
    return [`„${name}“ hat ${days} ${monatlich > 0 ? 'mehr' : 'weniger'}`];
  });
}

function hinweiseOf(
  teile: readonly Teil[],
  teams: readonly Planteam[],
  namen: ReadonlyMap<string, string>,
): readonly string[] {
  const ohne = [...new Set(teile.flatMap(({ ohneFachbereich }) => ohneFachbereich))];
  const stumm = ohne.map((ags) => namen.get(ags) ?? ags);
  return [
    ...teile.flatMap((teil) => [
      ...teil.ohneTeam.map((skill) => ohneTeamSatz(teil, skill)),
      ...fensterSatz(teil),
    ]),
    ...teile.flatMap((teil) => zuGrosseSaetze(teil, teams)),
    ...(stumm.length > 0
      ? [
          `Keinen Fachbereich angegeben ${stumm.length === 1 ? 'hat' : 'haben'}: ${stumm.join(', ')}. Dort sind nur die Tage des IT-Dienstleisters geprüft.`,
        ]
      : []),
  ];
}

function ohneTeamSatz({ massnahme }: Teil, skill: string): string {
  return `„${massnahme.inhalt.titel}“ findet keinen Platz: Kein Team kann „${skill}“.`;
}

function fensterSatz({ massnahme, einheiten, verfuegbarAb, ohneTeam }: Teil): readonly string[] {
  const { titel, frist } = massnahme.inhalt;
  const [first] = einheiten;
  if (!first || first.von <= first.bis || ohneTeam.length > 0) return [];
  const ab = verfuegbarAb ? formatLocalDate(verfuegbarAb) : '';
  if (!frist) return [`„${titel}“ findet keinen Platz: Erst ab ${ab} verfügbar, nach dem Ende des Plans.`];
  const bis = formatLocalDate(frist);
  return [
    verfuegbarAb
      ? `„${titel}“ findet keinen Platz: Frist ${bis}, verfügbar erst ab ${ab}. Dazwischen liegt kein ganzes Quartal des Plans.`
      : `„${titel}“ findet keinen Platz: Bis zur Frist ${bis} liegt kein ganzes Quartal des Plans.`,
  ];
}

function zuGrosseSaetze({ massnahme, einheiten }: Teil, teams: readonly Planteam[]): readonly string[] {
  const told = new Set<string>();
  for (const { lasten, ags } of einheiten satisfies readonly Einheit[])
    for (const { team, tage } of lasten) {
      const { name, kapazitaet } = teams[team] ?? { name: '', kapazitaet: [] };
      const most = Math.max(0, ...kapazitaet);
      if (tage > most)
        told.add(
          `„${massnahme.inhalt.titel}“ ${ags === null ? 'einmalig' : 'je Kommune'} braucht ${formatTage(tage)} Personentage von „${name}“, das in keinem Quartal mehr als ${formatTage(most)} hat. Teilen Sie die Maßnahme oder stocken Sie auf.`,
        );
    }
  return [...told];
}

function titelOf(massnahmen: readonly Massnahme[], id: string): string {
  return massnahmen.find((one) => one.id === id)?.inhalt.titel ?? id;
}

const nichts: Refusal = {
  kind: 'invalid',
  code: 'PLANNING_NOTHING_TO_PLAN',
  message:
    'Es gibt noch keine Maßnahme mit Kommunen, die sie wollen. Bitte legen Sie zuerst Maßnahmen an oder übernehmen Sie den Bedarf.',
};

const keineKapazitaet: Refusal = {
  kind: 'invalid',
  code: 'PLANNING_NO_CAPACITY',
  message:
    'In diesen Quartalen hat kein Team des IT-Dienstleisters Personentage. Bitte geben Sie unter „Teams“ an, wie viele Tage je Monat da sind.',
};

/** The refusal that names a circle of Massnahmen, each waiting for the next. */
export function kreis(titel: readonly string[]): Refusal {
  const all = [...titel, titel[0] ?? ''].map((one) => `„${one}“`).join(' wartet auf ');
  return {
    kind: 'invalid',
    code: 'PLANNING_CYCLE',
    message: `Diese Maßnahmen warten im Kreis aufeinander: ${all}. Bitte nehmen Sie eine der Abhängigkeiten heraus.`,
    fields: [{ field: 'nach', message: `Im Kreis: ${all}.` }],
  };
}
