import {
  formatLocalDate,
  type LocalDate,
  localDate,
  ok,
  type Refusal,
  type Result,
  ratio,
  refuse,
} from '#kernel';
import type { Position, Steuerregel, Steuerzuordnung } from './kostenplan.ts';
import type { Monat } from './monat.ts';
import { planRefusal } from './refusals.ts';

/** How one month of a position is taxed. */
export interface Besteuerung {
  /** `regel|satz`: equal for all that is taxed alike. */
  readonly gruppe: string;
  readonly norm: string;
}

/** The tax rule of a position in a month, by the law in force then. */
export function besteuerungIn(
  position: Position,
  month: Monat,
  regeln: ReadonlyMap<string, Steuerregel>,
): Result<Besteuerung> {
  const day = localDate(`${month}-01`);
  const assigned = zuordnungAm(position.steuer, day);
  if (assigned === undefined) return refuse(notAssigned(position, day));
  const rule = regeln.get(assigned.regel);
  if (rule === undefined) return refuse(unknownRule(position, assigned.regel));
  const version = rule.fassungen.find(({ von, bis }) => von <= day && (bis === null || day <= bis));
  if (version === undefined) return refuse(notInForce(position, rule, day));
  const norm = assigned.norm ?? (rule.normNoetig ? '' : version.norm);
  if (norm.trim() === '') return refuse(normMissing(position, rule));
  return ok({ gruppe: steuergruppe(rule.id, version.satz), norm });
}

/** The name of a group of equal tax. */
export function steuergruppe(regel: string, satz: string): string {
  return `${regel}|${ratio.toText(ratio.ofDecimal(satz))}`;
}

function zuordnungAm(all: readonly Steuerzuordnung[], day: LocalDate): Steuerzuordnung | undefined {
  return all
    .filter(({ ab }) => ab === null || ab <= day)
    .reduce<Steuerzuordnung | undefined>(
      (last, each) => ((each.ab ?? '') >= (last?.ab ?? '') ? each : last),
      undefined,
    );
}

function notAssigned({ titel }: Position, day: LocalDate): Refusal {
  return planRefusal(
    'COSTS_TAX_MISSING',
    `Für „${titel}“ steht ab ${formatLocalDate(day)} nicht fest, ob Umsatzsteuer anfällt. Ordnen Sie eine Regel zu.`,
    'steuer',
  );
}

function unknownRule({ titel }: Position, rule: string): Refusal {
  return planRefusal(
    'COSTS_TAX_UNKNOWN',
    `„${titel}“ nennt die Steuerregel „${rule}“, die es nicht gibt. Wählen Sie eine aus der Liste.`,
    'steuer',
  );
}

function notInForce({ titel }: Position, rule: Steuerregel, day: LocalDate): Refusal {
  const last = rule.fassungen.at(-1)?.bis;
  const until = last && last < day ? `galt nur bis ${formatLocalDate(last)}` : 'gilt da noch nicht';
  return planRefusal(
    'COSTS_TAX_NOT_IN_FORCE',
    `Für „${titel}“ ist ab ${formatLocalDate(day)} die Regel „${rule.titel}“ eingetragen, die ${until}. Ordnen Sie ab diesem Tag eine geltende Regel zu. Seit 01.01.2027 entscheidet für alle juristischen Personen des öffentlichen Rechts § 2b UStG.`,
    'steuer',
  );
}

function normMissing({ titel }: Position, rule: Steuerregel): Refusal {
  return planRefusal(
    'COSTS_TAX_NORM_MISSING',
    `„${titel}“ ist als „${rule.titel}“ eingetragen. Nennen Sie die Norm, zum Beispiel § 4 Nr. 29 UStG; sie steht auf der Rechnung.`,
    'steuer',
  );
}
