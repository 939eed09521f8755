import { auslastungOf, engpaesse } from '../domain/auslastung.ts';
import { lueckeOf, verspaetung } from '../domain/kosten.ts';
import type { Massnahme } from '../domain/massnahme.ts';
import { preisOf } from '../domain/preis.ts';
import { ohnePlatz } from '../domain/problem.ts';
import { pruefe } from '../domain/pruefung.ts';
import { spaeteWuensche } from '../domain/spaete-wuensche.ts';
import type { Team } from '../domain/team.ts';
import type { Vergleich } from '../domain/vergleich.ts';
import type { Vorlage } from '../domain/vorlage.ts';
import { einheitText, platzText, quartalText, verstossText } from '../messages.ts';
import type { Planzeile } from '../store-plan.ts';
import type { ZieleDerKommune } from '../store-ziele.ts';
import { type FertigerPlan, fertig, type Planstand } from '../use-cases/read-plan.ts';
import { preisText } from './preis-text.ts';

// What the API and the command line answer of this context's values, as plain JSON.

export function teamAnswer({ angegebenAm, ...team }: Team) {
  return { ...team, abweichungen: { ...team.abweichungen }, angegebenAm: angegebenAm.toISOString() };
}

export function vorlageAnswer({ angegebenAm, ...vorlage }: Vorlage) {
  return { ...vorlage, angegebenAm: angegebenAm.toISOString() };
}

export function massnahmeAnswer({ angegebenAm, ...massnahme }: Massnahme) {
  return { ...massnahme, angegebenAm: angegebenAm.toISOString() };
}

export function planzeileAnswer({ id, nummer, titel, fassung, zielwert, schranke, angelegtAm }: Planzeile) {
  return { id, nummer, titel, fassung, zielwert, schranke, angelegtAm: angelegtAm.toISOString() };
}

/** A plan: while it is made its progress, then all places with what is proven of them. */
export function planAnswer(stand: Planstand) {
  const { plan, vorgang, entscheide } = stand;
  const made = fertig(stand);
  return {
    id: plan.id,
    nummer: plan.nummer,
    titel: plan.titel,
    angelegtAm: plan.angelegtAm.toISOString(),
    stand: vorgang && {
      zustand: vorgang.state,
      prozent: vorgang.percent,
      text: vorgang.message,
    },
    entscheide: entscheide.map((one) => ({ ...one })),
    annahmen: plan.problem.annahmen,
    hinweise: plan.problem.hinweise,
    ergebnis: made.ok ? ergebnisAnswer(made.value) : null,
  };
}

function ergebnisAnswer({ plan: { problem }, fassung }: FertigerPlan) {
  const { zielwert, schranke } = fassung;
  const auslastung = auslastungOf(problem, fassung.zuteilung);
  return {
    fassung: fassung.fassung,
    verfahren: fassung.verfahren,
    verspaetung: zielwert,
    schranke,
    luecke: lueckeOf(zielwert, schranke),
    verstoesse: pruefe(problem, fassung.zuteilung).map((one) => verstossText(problem, one)),
    engpaesse: engpaesse(problem, fassung.zuteilung).map(({ team, quartal, anteil, wartende }) => ({
      team: problem.teams[team]?.name ?? '',
      quartal: problem.quartale[quartal] ?? null,
      anteil,
      wartende,
    })),
    auslastung: problem.teams.map(({ name, ags }, team) => ({
      team: name,
      ags,
      quartale: (auslastung[team] ?? []).map(({ belegt, kapazitaet }, index) => ({
        quartal: problem.quartale[index] ?? null,
        belegt,
        kapazitaet,
      })),
    })),
    plaetze: plaetzeOf({ problem, zuteilung: fassung.zuteilung }),
  };
}

function plaetzeOf({
  problem,
  zuteilung,
}: {
  readonly problem: FertigerPlan['plan']['problem'];
  readonly zuteilung: readonly number[];
}) {
  return problem.einheiten.map(({ massnahme, ags, wunsch, lasten }, index) => {
    const platz = zuteilung[index] ?? ohnePlatz;
    return {
      massnahme: problem.massnahmen[massnahme]?.id ?? '',
      ags,
      quartal: problem.quartale[platz] ?? null,
      spaeter: verspaetung(wunsch, platz, problem.quartale.length),
      teams: lasten.map(({ team, tage }) => ({ team: problem.teams[team]?.name ?? '', tage })),
    };
  });
}

/** What each late wish for a Massnahme (all of them, where none is named) would cost. */
export function preiseAnswer(
  { plan: { problem }, fassung: { zuteilung } }: FertigerPlan,
  massnahme: string | null,
) {
  return spaeteWuensche(problem, zuteilung)
    .filter(([first]) => {
      const id = problem.massnahmen[problem.einheiten[first?.einheit ?? -1]?.massnahme ?? -1]?.id;
      return massnahme === null || id === massnahme;
    })
    .slice(0, 20)
    .map((wuensche) => ({
      wuensche: wuensche.map(({ einheit, quartal }) => ({
        was: einheitText(problem, einheit),
        geplant: platzText(problem, zuteilung[einheit] ?? ohnePlatz),
        gewuenscht: platzText(problem, quartal),
      })),
      preis: preisText(problem, preisOf(problem, zuteilung, wuensche)),
    }));
}

export function vergleichAnswer({ gewinnt, verliert, gleich, grundlage }: Vergleich) {
  return { gewinnt, verliert, gleich, grundlage };
}

export function zieleAnswer({ ziele, ...rest }: ZieleDerKommune) {
  return { ...rest, ziele: ziele.map((ziel) => ({ ...ziel, wann: quartalText(ziel.quartal) })) };
}
