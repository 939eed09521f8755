import { type EfaDeps, type GoLiveProbe, type ProbeSubject, zustellpunktFor } from '#efa';
import { istOeffentlich } from '#efa/many';
import { languageReports, parseDefinition } from '#forms';
import { addDays, dayInGermany, type LocalDate } from '#kernel';
import type { TenantId, Tx } from '#platform';
import type { Bearbeitung, ProbeDeps } from '../connection-deps.ts';
import { checklistenZeilen } from '../domain/checklisten-zeilen.ts';
import { istStreng, punkteFor } from '../domain/katalog.ts';
import {
  type Auftritt,
  adressatenZeilen,
  auftrittZeile,
  gebuehrenZeilen,
  menschenZeilen,
  schluesselReserve,
  sprachenZeilen,
  type Zustellung,
  zustellungsZeilen,
} from '../domain/probes.ts';
import { type Anbindungsstand, readAnbindungsstand } from './read-stand.ts';

type Items = Awaited<ReturnType<GoLiveProbe['probe']>>;
type Zustellpunkt = Awaited<ReturnType<EfaDeps['zustellpunkte']>>[number];

/**
 * What holds the start of a service up that efa cannot know of itself: its checklist, keys that end soon, mailboxes, people,
 * addressees, amounts, languages, the page on data protection. Open lines of the checklist hold every service up; what the
 * others find is advice, but for services that are strict about it.
 */
export function startProbe(deps: ProbeDeps): GoLiveProbe {
  return {
    id: 'anbindung',
    probe: ({ kommune, ...rest }) =>
      deps.db.withTenant(
        kommune.tenant,
        rest.actor,
        async (tx) => (await probeMany(tx, deps, [{ kommune, ...rest }])).get(kommune.tenant) ?? [],
      ),
    probeMany: (subjects, tx) => probeMany(tx, deps, subjects),
  };
}

async function probeMany(
  tx: Tx,
  deps: ProbeDeps,
  subjects: readonly ProbeSubject[],
): Promise<ReadonlyMap<TenantId, Items>> {
  const [first] = subjects;
  if (first === undefined) return new Map();
  const kommunen = subjects.map(({ kommune }) => kommune);
  const staende = new Map(
    (await readAnbindungsstand(tx, deps, { dienst: first.dienst.id, kommunen })).map((stand) => [
      stand.kommune.tenant,
      stand,
    ]),
  );
  const [auftritte, zustellpunkte] = await Promise.all([
    deps.auftritte(kommunen),
    deps.zustellpunkteVieler(kommunen),
  ]);
  const sprachen = languagesOf(first);
  const found = new Map<TenantId, Items>();
  const people = await inTurn(kommunen, (kommune) => deps.bearbeitung(kommune));
  for (const [index, subject] of subjects.entries()) {
    const { tenant } = subject.kommune;
    const known = {
      stand: staende.get(tenant),
      auftritt: auftritte.get(tenant) ?? null,
      zustellpunkte: zustellpunkte.get(tenant) ?? [],
      personen: people[index] ?? [],
      sprachen,
    };
    found.set(tenant, linesOf(deps, subject, known));
  }
  return found;
}

const atOnce = 4;

/** Asks for many, a few at a time, so that a gate over all Kommunen takes no connection from those who wait for a page. */
async function inTurn<Item, T>(
  items: readonly Item[],
  ask: (item: Item) => Promise<T>,
): Promise<readonly T[]> {
  const answers: T[] = [];
  for (let from = 0; from < items.length; from += atOnce)
    answers.push(...(await Promise.all(items.slice(from, from + atOnce).map(ask))));
  return answers;
}

interface Bekannt {
  readonly stand: Anbindungsstand | undefined;
  readonly auftritt: Auftritt | null;
  readonly zustellpunkte: readonly Zustellpunkt[];
  readonly personen: readonly Bearbeitung[];
  readonly sprachen: ReturnType<typeof languagesOf>;
}

function linesOf({ katalog }: ProbeDeps, subject: ProbeSubject, known: Bekannt): Items {
  const { dienst, parameters, date } = subject;
  const own = new Map(known.zustellpunkte.map((each) => [each.id, each]));
  const stellen = officesOf(subject);
  const chosen = [...new Set(stellen.flatMap(({ zustellpunkt }) => zustellpunkt ?? []))].flatMap(
    (id): readonly Zustellung[] => {
      const found = own.get(id);
      return found ? [zustellungOf(found)] : [];
    },
  );
  const { stand } = known;
  const found = [
    ...zustellungsZeilen(chosen, addDays(date, schluesselReserve)),
    ...adressatenZeilen(dienst.id, stellen, new Set(own.keys())),
    ...menschenZeilen(chosen, known.personen),
    ...gebuehrenZeilen(dienst.id, amountsOf(dienst.parameters, parameters)),
    ...sprachenZeilen(dienst.id, known.sprachen),
    auftrittZeile(known.auftritt),
  ];
  const probed = istStreng(katalog, dienst.id) ? found : found.map((line) => ({ ...line, required: false }));
  return [...(stand ? checklistOf(katalog, dienst.id, stand) : []), ...probed];
}

function checklistOf(katalog: ProbeDeps['katalog'], dienst: string, stand: Anbindungsstand) {
  const { staende, lage, anbindung } = stand;
  const laeuft = istOeffentlich(anbindung.zustand);
  return checklistenZeilen({ dienst, punkte: punkteFor(katalog, dienst), staende, lage, laeuft });
}

function officesOf({ dienst, parameters }: ProbeSubject) {
  const names = new Map(dienst.covers.map(({ office, name }) => [office, name]));
  return [...names].map(([office, name]) => ({
    office,
    name: `„${name}“`,
    zustellpunkt: zustellpunktFor(parameters, office),
  }));
}

function zustellungOf({ id, name, postfach, key }: Zustellpunkt): Zustellung {
  const schluesselBis: LocalDate | null = key && dayInGermany(key.validTo);
  return { id, name, postfach, schluesselBis };
}

function amountsOf(
  definitions: ProbeSubject['dienst']['parameters'],
  values: ProbeSubject['parameters'],
): Parameters<typeof gebuehrenZeilen>[1] {
  return definitions
    .filter(
      ({ kind, columns, required }) =>
        required && (kind === 'money' || columns.some((column) => column.kind === 'money')),
    )
    .map(({ id, label }) => ({ id, label, da: hasAmount(values[id]) }));
}

function hasAmount(value: ProbeSubject['parameters'][string] | undefined): boolean {
  return value !== undefined && (!Array.isArray(value) || value.length > 0);
}

function languagesOf({ definition }: ProbeSubject): ReturnType<typeof languageReports> {
  const parsed = parseDefinition(JSON.stringify(definition.formular));
  return parsed.ok ? languageReports(parsed.value) : [];
}
