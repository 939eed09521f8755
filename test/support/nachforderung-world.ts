import {
  actionOf,
  begun,
  type Citizen,
  citizenOf,
  htmlOf,
  nummerIn,
  submitted,
  targetOf,
} from '../../src/contexts/applications/web/testing/citizen.ts';
import { uploadOf, uploads, withLargeDog } from '../../src/contexts/applications/web/testing/large-dog.ts';
import { type Both, filed, openBoth, send, wantedAt } from './both-sides.ts';

/** An Antrag about which something was asked once more: its number, the applicant's address, where it is answered. */
interface Wanted {
  readonly nummer: string;
  readonly own: string;
  readonly at: string;
}

/** Anträge of one applicant in every state that a Nachforderung has, and one about which nothing was asked. */
export interface NachforderungWorld extends AsyncDisposable {
  readonly both: Both;
  readonly citizen: Citizen;
  readonly never: { readonly nummer: string; readonly own: string };
  readonly open: Wanted;
  readonly begun: Wanted;
  /** To be filled in wrongly. */
  readonly wrong: Wanted;
  readonly long: Wanted;
  readonly answered: Wanted;
  readonly takenBack: Wanted;
}

/** Words that want out of their place: markup, no place to break a line, and more than fits. */
const hostile = `<script>alert("x")</script>${'Donaudampfschifffahrtsgesellschaft'.repeat(2)}`;
const longReason = `${hostile} ${'Bitte reichen Sie das noch einmal ein. '.repeat(40)}`;

/** The cookie goes without the prefix that browsers only take from safe hosts. */
export const cookieName = 'lw-test-antrag';

export async function openNachforderungen(): Promise<NachforderungWorld> {
  const opened = await openBoth();
  const { world } = opened;
  const deps = { ...world.deps, cookieName };
  const both: Both = { ...opened, world: { ...world, deps } };
  const citizen = citizenOf({ deps }, world.lemgo);
  const asked = async (felder: readonly string[], frist?: string, text?: string): Promise<Wanted> => {
    const { own, nummer } = await filed(both, citizen);
    await both.ask(nummer, felder, frist, text);
    return { own, nummer, at: await wantedAt(citizen, own) };
  };
  const never = await filed(both, citizen);
  const open = await asked(['nachname', 'hunde.#1.name'], '2027-01-31');
  const half = await asked(['nachname', 'vorname'], '2027-01-31');
  await send(citizen, `${half.at}/seite/person`, {
    nachname: 'Neu',
    vorname: 'Eva',
    _fields: 'nachname vorname',
  });
  const wrong = await asked(['hunde', 'nachname'], '2027-01-31', longReason);
  const answered = await asked(['nachname'], '2026-12-05');
  await send(citizen, `${answered.at}/seite/person`, { nachname: hostile.slice(0, 60), _fields: 'nachname' });
  const takenBack = await asked(['nachname']);
  await both.takeBack(takenBack.nummer);
  const long = await longOne(both, citizen);
  // From here on the days of `answered` and `long` are over.
  world.turnClock(20);
  targetOf(await citizen.post(await actionOf(await citizen.get(`${answered.at}/pruefen`), '/absenden')));
  await both.arrive();
  return {
    ...{ both, citizen, never, open, begun: half, wrong, long, answered, takenBack },
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  };
}

/** A large dog with everything asked once more, for a reason that never ends; a file has the longest name. */
async function longOne(both: Both, citizen: Citizen): Promise<Wanted> {
  const own = await begun(citizen);
  await withLargeDog(citizen, own, hostile.slice(0, 60));
  await submitted(citizen, own);
  const nummer = `${nummerIn(await htmlOf(await citizen.get(`${own}/quittung`)))}-2`;
  await both.arrive();
  await both.take(nummer);
  await both.ask(nummer, await both.askable(nummer), '2026-12-05', longReason);
  const at = await wantedAt(citizen, own);
  const file = uploadOf(`${'nachweis-'.repeat(20)}.pdf`, '%PDF-1.7 scharf');
  await send(citizen, `${at}/seite/sachkunde-nachweis`, {}, uploads('sachkundeNachweis', file));
  return { own, nummer, at };
}
