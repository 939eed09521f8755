import { contactOf, reachableMembers } from '#identity';
import { formatLocalDate, type LocalDate } from '#kernel';
import { actorOf, type TenantId } from '#platform';
import type { ConnectionDeps } from '../connection-deps.ts';
import { type Ablauf, stufeOn } from '../domain/ablauf.ts';
import { noteHinweise } from '../store-hinweis.ts';
import { type FristenHaus, readFristen } from './fristen.ts';

const system = actorOf('system', 'fristen');

type Deps = Pick<
  ConnectionDeps,
  | 'db'
  | 'clock'
  | 'keys'
  | 'katalog'
  | 'schluesselEnden'
  | 'vertragsEnden'
  | 'betreute'
  | 'haeuser'
  | 'sendMail'
  | 'staffOrigin'
>;

const wanted = ['efa.anbindung.manage', 'connection.secrets', 'connection.manage'];

/** Mails those who look after Anbindungen what runs out: each thing once a stage. Whatever dies on the way, nobody is told twice. */
export function sendHinweise(deps: Deps): Promise<number> {
  return jederInHaeusern(deps, 'expiries', (house) => tellHouse(deps, house));
}

type House = Awaited<ReturnType<ConnectionDeps['haeuser']>>[number];

/** Tells house after house; one that fails does not hold up the others, and the fault is thrown at the end. */
export async function jederInHaeusern(
  { haeuser }: Pick<ConnectionDeps, 'haeuser'>,
  wovon: string,
  tell: (house: House) => Promise<number>,
): Promise<number> {
  const faults: unknown[] = [];
  let sent = 0;
  for (const house of await haeuser()) {
    try {
      sent += await tell(house);
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0)
    throw new AggregateError(faults, `${faults.length} houses were not told of ${wovon}`);
  return sent;
}

async function tellHouse(deps: Deps, { tenant, name, ags }: House): Promise<number> {
  const wer: FristenHaus = {
    seite: ags === null ? 'dienstleister' : 'kommune',
    haus: { tenant, name },
    actor: system,
    kommunen: ags === null ? await deps.betreute(tenant) : [{ tenant, ags, name }],
  };
  const today = deps.clock.today();
  const due = dueOn(await readFristen(deps, wer), today);
  if (due.length === 0) return 0;
  const members = await deps.db.withTenant(tenant, system, (tx) => reachableMembers(tx, deps, tenant));
  let sent = 0;
  for (const { id, permissions } of members)
    if (wanted.some((each) => permissions.has(each)) && (await tellMember(deps, tenant, id, due))) sent += 1;
  return sent;
}

/** A thing with the stage that it has reached. */
export interface Faellig extends Ablauf {
  readonly stufe: number;
}

/** What has reached a stage by a day. */
export function dueOn(ablaeufe: readonly Ablauf[], today: LocalDate): readonly Faellig[] {
  return ablaeufe.flatMap((ablauf) => {
    const stufe = stufeOn(ablauf.bis, today);
    return stufe === null ? [] : [{ ...ablauf, stufe }];
  });
}

/** One person in one transaction: noted first, then mailed, so that a worker that comes again writes to nobody twice. */
function tellMember(deps: Deps, tenant: TenantId, id: string, due: readonly Faellig[]): Promise<boolean> {
  return deps.db.withTenant(tenant, system, async (tx) => {
    const contact = await contactOf(tx, deps, tenant, id);
    if (contact === null) return false;
    const notes = due.map((each) => ({ was: keyOf(each), ablauf: each.bis, stufe: each.stufe }));
    const fresh = await noteHinweise(tx, tenant, id, notes, deps.clock.now());
    const news = due.filter((each) => fresh.has(keyOf(each)));
    if (news.length === 0) return false;
    await deps.sendMail({
      to: contact.email,
      subject: news.length === 1 ? 'Eine Frist läuft ab' : `${news.length} Fristen laufen ab`,
      text: [
        `Guten Tag ${contact.name},`,
        hinweisZeilen(news, deps.clock.today()).join('\n'),
        `Alle Fristen, auch für Ihren Kalender: ${deps.staffOrigin}/fristen`,
      ].join('\n\n'),
      messageId: `<fristen-${id}-${deps.clock.today()}-${news.length}@leitwerk>`,
    });
    return true;
  });
}

function keyOf({ was, kommune }: Ablauf): string {
  return `${was} ${kommune}`.slice(0, 300);
}

const mostLines = 40;

/** The lines of a mail: soonest first, and where hundreds run out at once only how many more. */
export function hinweisZeilen(news: readonly Ablauf[], today: LocalDate): readonly string[] {
  const shown = news.slice(0, mostLines).map((each) => lineOf(each, today));
  return news.length > mostLines ? [...shown, `- und ${news.length - mostLines} weitere`] : shown;
}

/** A thing that runs out as a line of a mail; no value, no person. */
export function lineOf({ titel, kommune, bis }: Ablauf, today: LocalDate): string {
  const verb = bis < today ? 'ist abgelaufen am' : 'gilt bis zum';
  return `- ${titel} (${kommune}): ${verb} ${formatLocalDate(bis)}`;
}
