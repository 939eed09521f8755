import { formatCents, formatLocalDate, ok, type Refusal, type Result, ratio, refuse } from '#kernel';
import type { Kostenplan } from './kostenplan.ts';
import { planRefusal, unknownKey } from './refusals.ts';
import { rueckfallOf } from './rueckfall.ts';
import { percent } from './schluesselwerte.ts';

/** What must hold of a plan before anything is computed; the first that does not is refused. */
export function pruefePlan(plan: Kostenplan): Result<null> {
  for (const check of checks) {
    const refusal = check(plan);
    if (refusal !== null) return refuse(refusal);
  }
  return ok(null);
}

type Check = (plan: Kostenplan) => Refusal | null;

const checks: readonly Check[] = [
  ({ zahler, jahr }) =>
    zahler.length > 0
      ? null
      : planRefusal(
          'COSTS_NO_PAYERS',
          `Für ${jahr} ist kein Zahler eingetragen. Ordnen Sie mindestens eine Kommune oder ein Land zu.`,
          'zahler',
        ),
  ({ positionen, uebertraege, jahr }) =>
    positionen.length + uebertraege.length > 0
      ? null
      : planRefusal(
          'COSTS_NO_POSITIONS',
          `Für ${jahr} steht noch keine Kostenposition fest. Tragen Sie mindestens eine ein.`,
          'positionen',
        ),
  ({ zahler }) =>
    doubled(
      'Zahler',
      zahler.map(({ kennung }) => kennung),
    ),
  ({ positionen, uebertraege }) =>
    doubled(
      'Position',
      [...positionen, ...uebertraege].map(({ id }) => id),
    ),
  ({ schluessel }) =>
    doubled(
      'Schlüssel',
      schluessel.map(({ id }) => id),
    ),
  ({ finanzierung: { schichten, vorab } }) =>
    doubled(
      'Schicht',
      [...schichten, ...vorab].map(({ id }) => id),
    ),
  wholeLayers,
  knownKeys,
  unitPrices,
  wholeMonths,
  knownPayers,
  fallback,
];

function doubled(what: string, ids: readonly string[]): Refusal | null {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id))
      return planRefusal(
        'COSTS_DOUBLED',
        `${what} „${id}“ kommt zweimal vor. Jede Kennung darf nur einmal stehen; entfernen Sie eine.`,
        'id',
      );
    seen.add(id);
  }
  return null;
}

function wholeLayers({ finanzierung: { schichten, vorab, titel } }: Kostenplan): Refusal | null {
  for (const { titel: layer, anteil } of [...schichten, ...vorab]) {
    const share = ratio.parse(anteil);
    if (!share.ok || share.value.n < 0n || ratio.cmp(share.value, ratio.one) > 0)
      return planRefusal(
        'COSTS_LAYER_INVALID',
        `Der Anteil von „${layer}“ ist „${anteil}“. Ein Anteil liegt zwischen 0 und 1, zum Beispiel 0,25 oder 1/3.`,
        'finanzierung',
      );
  }
  const sum = ratio.sum(schichten.map(({ anteil }) => ratio.ofDecimal(anteil)));
  if (ratio.cmp(sum, ratio.one) === 0) return null;
  return planRefusal(
    'COSTS_LAYERS_NOT_WHOLE',
    `Die Finanzierung „${titel}“ deckt ${percent(ratio.mul(sum, ratio.rational(100n)))} statt genau 100 Prozent der Kosten. Ändern Sie die Anteile der Schichten.`,
    'finanzierung',
  );
}

function knownKeys({ schluessel, positionen, uebertraege, finanzierung }: Kostenplan): Refusal | null {
  const known = new Set(schluessel.map(({ id }) => id));
  const named = [...positionen, ...finanzierung.schichten, ...uebertraege];
  for (const { titel, schluessel: key } of named)
    if (key !== null && !known.has(key)) return unknownKey(key, titel);
  const lost = uebertraege.find((each) => each.schluessel === null && each.zahler === null);
  return lost === undefined
    ? null
    : planRefusal(
        'COSTS_CARRY_NOBODY',
        `Der Übertrag „${lost.titel}“ gehört niemandem. Nennen Sie einen Zahler oder einen Schlüssel.`,
        'uebertraege',
      );
}

function wholeMonths({ positionen }: Kostenplan): Refusal | null {
  for (const { titel, steuer } of positionen)
    for (const { ab } of steuer)
      if (ab !== null && !ab.endsWith('-01'))
        return planRefusal(
          'COSTS_TAX_DAY',
          `Die Steuer von „${titel}“ wechselt am ${formatLocalDate(ab)}. Gerechnet wird nach Monaten; nennen Sie den Ersten eines Monats.`,
          'steuer',
        );
  return null;
}

function unitPrices({ positionen, schluessel }: Kostenplan): Refusal | null {
  for (const { titel, betrag, schluessel: key } of positionen) {
    if (betrag.art === 'fest') continue;
    const price = ratio.parse(betrag.preisCent);
    if (!price.ok || price.value.n < 0n)
      return planRefusal(
        'COSTS_POSITION_NEGATIVE',
        `Der Preis je Fall von „${titel}“ ist „${betrag.preisCent}“ Cent. Ein Preis ist eine Zahl ab 0, zum Beispiel 12,5.`,
        'betrag',
      );
    if (schluessel.find(({ id }) => id === key)?.art !== 'nutzung')
      return planRefusal(
        'COSTS_CASES_NEEDED',
        `„${titel}“ kostet je Fall und braucht deshalb einen Schlüssel der Art „tatsächliche Nutzung“ mit den Fällen je Zahler.`,
        'schluessel',
      );
  }
  return null;
}

function knownPayers({ zahler, uebertraege, finanzierung }: Kostenplan): Refusal | null {
  const known = new Set(zahler.map(({ kennung }) => kennung));
  const strange = [...uebertraege, ...finanzierung.vorab].find(
    (each) => each.zahler !== null && !known.has(each.zahler),
  );
  if (strange === undefined) return null;
  const sum = 'cent' in strange ? ` (${formatCents(strange.cent)})` : '';
  return planRefusal(
    'COSTS_PAYER_UNKNOWN',
    `„${strange.titel}“${sum} gehört zum Zahler „${strange.zahler}“, der in diesem Jahr nicht eingetragen ist. Tragen Sie ihn ein oder rechnen Sie den Betrag gesondert ab.`,
    'zahler',
  );
}

function fallback(plan: Kostenplan): Refusal | null {
  if (plan.beschluss?.einstimmig !== false || rueckfallOf(plan) !== undefined) return null;
  return planRefusal(
    'COSTS_FALLBACK_MISSING',
    `${plan.beschluss.gremium} war nicht einstimmig. Dann gilt die tatsächliche Nutzung (Beschluss 2021/24 des IT-Planungsrats), doch der Kostenplan hat dafür keine Fallzahlen. Ergänzen Sie einen Schlüssel der Art „tatsächliche Nutzung“.`,
    'schluessel',
  );
}
