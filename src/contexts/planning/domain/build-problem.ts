import { ok, type Refusal, type Result, refuse } from '#kernel';
import type { Planungsgrundlage } from './grundlage.ts';
import type { Planteam, Planungsproblem } from './problem.ts';
import { hinweiseOf, titelOf } from './problem-hinweise.ts';
import { kantenOf } from './problem-kanten.ts';
import { zerlegteTeile } from './problem-teil.ts';
import { findCycle } from './reihenfolge.ts';
import { formatTage } from './tage.ts';
import { kapazitaetIn } from './team.ts';

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

function annahmenOf({ annahmen, teams }: Planungsgrundlage): readonly string[] {
  return annahmen.flatMap(({ team, monatlich }) => {
    const name = teams.find(({ id }) => id === team)?.name;
    if (name === undefined || monatlich === 0) return [];
    const days = `${formatTage(Math.abs(monatlich))} Personentage im Monat`;
    return [`„${name}“ hat ${days} ${monatlich > 0 ? 'mehr' : 'weniger'}`];
  });
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
