import type { Kommune } from '#compass';
import type { Anbieter } from '#efa';
import { membersOfActor } from '#identity';
import { ok, type Result, refuse } from '#kernel';
import type { Actor, Principal } from '#platform';
import { notAllowed } from '../errors.ts';
import type { SurveysDeps } from '../surveys-deps.ts';

/** Somebody who may see, and perhaps run, the surveys of an IT-Dienstleister. Only `fragendeOf` makes one. */
export interface Fragende {
  readonly actor: Actor;
  readonly anbieter: Anbieter;
  readonly darfFuehren: boolean;
}

/** Somebody of a Kommune that is asked. Only `antwortendeOf` makes one. */
export interface Antwortende {
  readonly actor: Actor;
  readonly kommune: Kommune;
  /** The member that acts, or for whom a deputy acts; `null` for machines and the operator. */
  readonly mitglied: string | null;
  readonly darfAntworten: boolean;
  /** Answers for all Leistungen and names who answers for which. */
  readonly darfVerteilen: boolean;
  readonly darfFreigeben: boolean;
}

export type Recht = 'lesen' | 'antworten' | 'verteilen' | 'freigeben';

function mayOf(principal: Principal): (permission: string) => boolean {
  return (permission) => principal.kind === 'betreiber' || principal.permissions.has(permission);
}

/** Who asks: members of an IT-Dienstleister; those who change something need `surveys.manage`. */
export async function fragendeOf(
  { ownAnbieter }: Pick<SurveysDeps, 'ownAnbieter'>,
  principal: Principal | null,
  recht: 'lesen' | 'fuehren',
): Promise<Result<Fragende>> {
  if (principal === null) return refuse(notAllowed);
  const may = mayOf(principal);
  const darfFuehren = may('surveys.manage');
  if (!(recht === 'fuehren' ? darfFuehren : darfFuehren || may('circle.read'))) return refuse(notAllowed);
  const anbieter = await ownAnbieter(principal);
  return anbieter ? ok({ actor: principal.actor, anbieter, darfFuehren }) : refuse(notAllowed);
}

/** Who answers: members of a Kommune by what they may do. */
export async function antwortendeOf(
  { ownKommune }: Pick<SurveysDeps, 'ownKommune'>,
  principal: Principal | null,
  recht: Recht,
): Promise<Result<Antwortende>> {
  if (principal === null) return refuse(notAllowed);
  const may = mayOf(principal);
  const darfAntworten = may('surveys.answer');
  const darfFreigeben = may('surveys.release');
  const darfVerteilen = darfAntworten && (may('compass.manage') || principal.kind === 'maschine');
  const allowed = {
    lesen: darfAntworten || darfFreigeben || may('compass.stand.read'),
    antworten: darfAntworten,
    verteilen: darfVerteilen,
    freigeben: darfFreigeben,
  };
  if (!allowed[recht]) return refuse(notAllowed);
  const kommune = await ownKommune(principal);
  if (kommune === null) return refuse(notAllowed);
  const members = membersOfActor(principal.actor);
  return ok({
    actor: principal.actor,
    kommune,
    mitglied: members?.actingFor ?? members?.id ?? null,
    darfAntworten,
    darfVerteilen,
    darfFreigeben,
  });
}

/** Whether two actors have nobody in common; a deputy is both itself and whom it stands in for. */
export function sindAndere(a: string, b: string): boolean {
  const parties = new Set(partiesOf(a));
  return !partiesOf(b).some((each) => parties.has(each));
}

function partiesOf(actor: string): readonly string[] {
  const members = membersOfActor(actor);
  if (members === null) return [actor];
  return members.actingFor === null ? [members.id] : [members.id, members.actingFor];
}
