import { membersOfActor } from '#identity';
import { type LocalDate, ok, type Result, refuse } from '#kernel';
import type { PaketQuelle, PaketZeile, WorkgroupDeps } from '../deps.ts';
import { ungueltig } from '../errors.ts';
import type { Felder } from './felder.ts';
import type { Mitwirkende } from './wer.ts';

/** A pack for somebody who takes over: part by part, what one must know. */
export interface Paket {
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly rolle: { readonly value: string; readonly label: string };
  readonly haus: string;
  readonly stand: LocalDate;
  readonly teile: readonly PaketTeil[];
}

export interface PaketTeil {
  readonly key: string;
  readonly titel: string;
  readonly leer: string;
  readonly zeilen: readonly PaketZeile[];
  readonly gesamt: number;
  /** Where all of it stands. */
  readonly alle: string | null;
}

/** Who can be chosen: the people of the own organisation. */
export async function personenFuer({ colleagues }: Pick<WorkgroupDeps, 'colleagues'>, wer: Mitwirkende) {
  return (await colleagues(wer.tenant)).map(({ id, name }) => ({ value: id, label: name }));
}

type Deps = Pick<WorkgroupDeps, 'clock' | 'colleagues' | 'pakete' | 'rollen'>;

/** Makes the pack of a person (oneself where nobody is named) and a role, from all sources. */
export async function makePaket(deps: Deps, wer: Mitwirkende, felder: Felder): Promise<Result<Paket>> {
  const rolle = deps.rollen.find(({ value }) => value === (felder.rolle || deps.rollen[0]?.value));
  const wanted = felder.person || membersOfActor(wer.actor)?.id || null;
  const people = await deps.colleagues(wer.tenant);
  const found = people.find(({ id }) => id === wanted) ?? null;
  const problems = [
    ...(rolle
      ? []
      : [
          {
            field: 'rolle',
            message: `Bitte wählen Sie eine Rolle: ${deps.rollen.map(({ value }) => value).join(', ')}.`,
          },
        ]),
    ...(felder.person && found === null
      ? [{ field: 'person', message: 'Diese Person gibt es in Ihrer Organisation nicht.' }]
      : []),
  ];
  if (rolle === undefined || problems.length > 0) return refuse(ungueltig(problems));
  const person = found && { id: found.id, name: found.name };
  const wunsch = {
    principal: wer.principal,
    house: wer.house,
    person: person?.id ?? null,
    rolle: rolle.value,
  };
  const teile: PaketTeil[] = [];
  for (const quelle of deps.pakete()) teile.push(await teilOf(quelle, wunsch));
  return ok({ person, rolle, haus: wer.house.name, stand: deps.clock.today(), teile });
}

async function teilOf(
  { key, titel, leer, zeilen }: PaketQuelle,
  wunsch: Parameters<PaketQuelle['zeilen']>[0],
): Promise<PaketTeil> {
  return { key, titel, leer, ...(await zeilen(wunsch)) };
}
