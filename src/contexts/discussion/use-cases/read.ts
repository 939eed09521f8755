import { ok, type Result, refuse } from '#kernel';
import type { Principal } from '#platform';
import type { Colleague, DiscussionDeps } from '../deps.ts';
import { writeErwaehnungen } from '../domain/erwaehnung.ts';
import type { Beitrag, GemeinsameAntwort, RecordKey, RueckfrageZeile } from '../domain/rueckfrage.ts';
import { unknownThread } from '../errors.ts';
import { antwortOfThread, readAntworten } from '../store/antworten.ts';
import { readBeitraege, readLetzteAntworten } from '../store/beitraege.ts';
import { countUngelesen, listRueckfragen } from '../store/rueckfragen.ts';
import { type Teilnehmer, teilnehmerOf, threadId } from './teilnehmer.ts';

/** A contribution as one reader sees it: names of people only within their house. */
export interface GelesenerBeitrag extends Beitrag {
  /** The person within the house, the house outside. */
  readonly von: string;
  readonly eigener: boolean;
}

/** A thread as one reader sees it. */
export interface GelesenerThread {
  readonly zeile: RueckfrageZeile;
  readonly beitraege: readonly GelesenerBeitrag[];
  readonly antwort: GemeinsameAntwort | null;
  /** Whom the reader can mention in a contribution; nobody where they may not write. */
  readonly erwaehnbar: readonly string[];
  readonly teilnehmer: Teilnehmer;
}

/** The threads that somebody may see, what they have not read first. */
export async function readRueckfragen(
  deps: DiscussionDeps,
  principal: Principal | null,
): Promise<Result<readonly RueckfrageZeile[]>> {
  const found = teilnehmerOf(deps, principal);
  if (!found.ok) return found;
  const { tenant, actor, leser } = found.value;
  const zeilen = await deps.db.withTenant(tenant, actor, (tx) => listRueckfragen(tx, leser));
  return ok(zeilen.map((zeile) => ({ ...zeile, frage: plain(zeile.frage) })));
}

/** How many threads somebody has not read; nobody has none. */
export async function countUnread(
  deps: Pick<DiscussionDeps, 'db' | 'records'>,
  principal: Principal | null,
): Promise<number> {
  if (principal?.kind !== 'mitglied') return 0;
  const found = teilnehmerOf(deps, principal);
  if (!found.ok) return 0;
  const { tenant, actor, leser } = found.value;
  return deps.db.withTenant(tenant, actor, (tx) => countUngelesen(tx, leser));
}

/** One thread with everything that was said. */
export async function readThread(
  deps: DiscussionDeps,
  principal: Principal | null,
  id: string,
): Promise<Result<GelesenerThread>> {
  const found = teilnehmerOf(deps, principal);
  if (!found.ok) return found;
  const known = threadId(id, unknownThread);
  if (!known.ok) return known;
  const { tenant, actor, leser } = found.value;
  const read = await deps.db.withTenant(tenant, actor, async (tx) => {
    const [zeile] = await listRueckfragen(tx, leser, { id: known.value });
    if (zeile === undefined) return null;
    return {
      zeile,
      beitraege: await readBeitraege(tx, zeile.id),
      antwort: await antwortOfThread(tx, zeile.id),
    };
  });
  if (read === null) return refuse(unknownThread);
  const { darfSchreiben } = found.value;
  const own = darfSchreiben || read.beitraege.some((beitrag) => beitrag.tenant === tenant);
  const colleagues = own ? await deps.colleagues(tenant) : [];
  const erwaehnbar = darfSchreiben ? namesIn(colleagues, read) : [];
  const beitraege = read.beitraege.map((beitrag) => named(beitrag, found.value, colleagues));
  return ok({ ...read, beitraege, erwaehnbar, teilnehmer: found.value });
}

function namesIn(
  colleagues: readonly Colleague[],
  { zeile, beitraege }: { readonly zeile: RueckfrageZeile; readonly beitraege: readonly Beitrag[] },
): readonly string[] {
  const people = colleagues.filter(({ email }) => email !== null).map(({ name }) => name);
  return [...new Set([...people, zeile.haus, zeile.empfaenger, ...beitraege.map(({ haus }) => haus)])];
}

/** The answers published for the house. */
export async function readPublished(
  deps: DiscussionDeps,
  principal: Principal | null,
): Promise<Result<readonly GemeinsameAntwort[]>> {
  const found = teilnehmerOf(deps, principal);
  if (!found.ok) return found;
  const { tenant, actor, leser } = found.value;
  const antworten = await deps.db.withTenant(tenant, actor, (tx) => readAntworten(tx));
  return ok(antworten.filter(({ record }) => leser.arten.includes(record.art)));
}

/** The newest answer of each of these threads, as far as somebody takes part in them; no name of a person stands in it. */
export async function readAnswers(
  deps: Pick<DiscussionDeps, 'db' | 'records'>,
  principal: Principal | null,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly text: string; readonly haus: string; readonly am: Date }>> {
  const found = teilnehmerOf(deps, principal);
  if (!found.ok || ids.length === 0) return new Map();
  const { tenant, actor } = found.value;
  const answers = await deps.db.withTenant(tenant, actor, (tx) => readLetzteAntworten(tx, ids));
  return new Map(answers.map(({ id, text, haus, am }) => [id, { text: plain(text), haus, am }]));
}

/** The answered questions to the whole circle about these records, each with its newest answer. */
export async function readAnswered(
  deps: Pick<DiscussionDeps, 'db' | 'records'>,
  principal: Principal | null,
  records: readonly RecordKey[],
): Promise<
  readonly { readonly id: string; readonly betreff: string; readonly text: string; readonly haus: string }[]
> {
  const found = teilnehmerOf(deps, principal);
  if (!found.ok) return [];
  const { tenant, actor, leser } = found.value;
  return deps.db.withTenant(tenant, actor, async (tx) => {
    const threads: RueckfrageZeile[] = [];
    for (const { art, id } of records)
      threads.push(...(await listRueckfragen(tx, leser, { art, datensatz: id })));
    const answered = threads.filter(({ verbund, zustand }) => verbund !== null && zustand === 'beantwortet');
    if (answered.length === 0) return [];
    const answers = await readLetzteAntworten(
      tx,
      answered.map(({ id }) => id),
    );
    return answered.flatMap(({ id, betreff }) => {
      const answer = answers.find((one) => one.id === id);
      return answer ? [{ id, betreff, text: plain(answer.text), haus: answer.haus }] : [];
    });
  });
}

function named(
  beitrag: Beitrag,
  { tenant, person }: Teilnehmer,
  colleagues: readonly Colleague[],
): GelesenerBeitrag {
  const nameOf = (token: string) =>
    colleagues.find(({ id }) => token === `mitglied:${id}`)?.name ?? `jemand von ${beitrag.haus}`;
  const eigenesHaus = beitrag.tenant === tenant;
  return {
    ...beitrag,
    von: eigenesHaus ? verfasser(beitrag, colleagues) : beitrag.haus,
    eigener: beitrag.person === person,
    fassungen: beitrag.fassungen.map(({ text, am }) => ({ text: writeErwaehnungen(text, nameOf), am })),
  };
}

function verfasser({ person, haus }: Beitrag, colleagues: readonly Colleague[]): string {
  const known = colleagues.find(({ id }) => person === `mitglied:${id}`);
  if (known) return known.name;
  return person.startsWith('maschine:') ? `ein Programm von ${haus}` : haus;
}

/** In lists no name of a person stands. */
function plain(text: string): string {
  return writeErwaehnungen(text, () => 'Mitglied');
}
