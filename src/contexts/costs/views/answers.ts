import type { Foerderprogramm } from '../domain/foerderprogramm.ts';
import { toJson } from '../domain/json.ts';
import { guthabenOf, kontostand } from '../domain/kontostand.ts';
import type { Schluesseltabelle } from '../domain/schluesseltabelle.ts';
import { summeText } from '../domain/schluesseltabelle.ts';
import type { Simulation } from '../domain/simulate.ts';
import type { Plan } from '../plan-inhalt.ts';
import type { Abrechnungskopf } from '../store-abrechnung.ts';
import type { Anteil } from '../store-anteil.ts';
import type { Kommunalbudget } from '../use-cases/budget.ts';
import type { Konto } from '../use-cases/konto.ts';
import type { Planstand } from '../use-cases/plan.ts';
import type { Rechnungsansicht } from '../use-cases/rechnungsbild.ts';

// What the API and the command line answer of this context's values, as plain JSON: cents as texts of digits.

export function planzeileAnswer({ dienst, jahr, art, fassung, inhalt, angegebenAm }: Plan) {
  const { titel, positionen, zahler } = inhalt;
  return {
    ...{ dienst, jahr, art, fassung, titel },
    positionen: positionen.length,
    zahler: zahler.length,
    angegebenAm: angegebenAm.toISOString(),
  };
}

export function planAnswer({ plan, rechnung }: Planstand) {
  return {
    ...planzeileAnswer(plan),
    inhalt: toJson(plan.inhalt),
    summe: rechnung.ok ? toJson(rechnung.value.summe) : null,
    hindernis: rechnung.ok ? null : rechnung.refusal.message,
    hinweise: rechnung.ok ? rechnung.value.hinweise.map(({ text }) => text) : [],
  };
}

export function schluesselAnswer(one: Schluesseltabelle) {
  const { angegebenAm, gewichte: _, angewandtFuer, ...rest } = one;
  return {
    ...rest,
    angewandtFuer: angewandtFuer ?? null,
    summe: summeText(one),
    zahler: Object.keys(one.gewichte).length,
    angegebenAm: angegebenAm.toISOString(),
  };
}

export function kopfAnswer(kopf: Abrechnungskopf) {
  const { erstelltAm, geprueftAm, gestelltAm, geprueftVon: _, ...rest } = kopf;
  return {
    ...toJson(rest),
    erstelltAm: erstelltAm.toISOString(),
    geprueftAm: geprueftAm?.toISOString() ?? null,
    gestelltAm: gestelltAm?.toISOString() ?? null,
  };
}

export function anteilAnswer({ gestelltAm, recipient: _, storno, ...rest }: Anteil) {
  const { guthabenCent } = kontostand(rest);
  return {
    ...toJson({ ...rest, guthabenCent }),
    gestelltAm: gestelltAm.toISOString(),
    stornonummer: storno?.nummer ?? null,
  };
}

export function abrechnungAnswer({ kopf, bild, zeilen }: Rechnungsansicht) {
  return {
    ...kopfAnswer(kopf),
    summe: toJson(bild.summe),
    hinweise: [...bild.hinweise],
    zahlungen: zeilen.map(({ zahler, name, netto, steuer, brutto, bezahlt, zurueckgezahlt }) =>
      toJson({
        ...{ zahler, name, nettoCent: netto, steuerCent: steuer, bruttoCent: brutto },
        ...{ bezahltCent: bezahlt, zurueckgezahltCent: zurueckgezahlt },
        guthabenCent: guthabenOf(kopf, { brutto, bezahlt, zurueckgezahlt }),
      }),
    ),
  };
}

/** The account of one share; `stand` is what somebody names who books on it. */
export function kontoAnswer({ anteil, buchungen, stand }: Konto) {
  const { zahler, name, rechnungsnummer, bruttoCent, bezahltCent, zurueckgezahltCent, gilt } = anteil;
  return {
    ...{ zahler, name, rechnungsnummer, gilt },
    ...toJson({ bruttoCent, bezahltCent, zurueckgezahltCent, ...stand }),
    stand: buchungen.length,
    buchungen: buchungen.map((one) => ({ ...one, cent: String(one.cent) })),
  };
}

export function simulationAnswer({ before, after, unterschiede }: Simulation) {
  return {
    vorher: toJson(before.summe),
    nachher: toJson(after.summe),
    unterschiede: toJson(unterschiede),
    hinweise: after.hinweise.map(({ text }) => text),
  };
}

export function budgetAnswer({ posten, summen, weitere, frage }: Kommunalbudget) {
  return {
    ...{ abJahr: frage.abJahr, weitere },
    summen: toJson(summen),
    posten: posten.map(({ dienst, titel, vorhanden, budget, hinweise }) => ({
      ...{ dienst, titel, vorhanden },
      jahre: toJson(budget.jahre),
      hinweise: [...hinweise, ...budget.annahmen],
    })),
  };
}

export function programmAnswer({ tenant: _, angegebenAm, ...rest }: Foerderprogramm) {
  return { ...rest, angegebenAm: angegebenAm.toISOString() };
}
