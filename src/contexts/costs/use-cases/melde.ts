import { contactOf, reachableMembers } from '#identity';
import { actorOf, publish, type TenantId, type Tx } from '#platform';
import type { CostsDeps } from '../costs-deps.ts';
import {
  type Meldungsart,
  type Meldungskopf,
  noteHinweis,
  readMeldungen,
  readMeldungskopf,
  readNeuesSeit,
} from '../store-meldung.ts';
import type { Payer } from './actors.ts';

export const gemeldetEvent = 'costs.bill.told';

const system = actorOf('system', 'kosten');

/** Lets the worker tell every Kommune what a bill that was just issued is to it. */
export async function melde(tx: Tx, id: string, korrigiert: string | null): Promise<void> {
  for (const { an, abrechnung, was, nummer } of await readMeldungen(tx, id, korrigiert))
    await publish(tx, gemeldetEvent, { an, abrechnung, was, nummer });
}

type Deps = Pick<CostsDeps, 'db' | 'clock' | 'keys' | 'sendMail' | 'staffOrigin'>;

/** Mails those of a Kommune who may see its bills; each is told once, also where the event comes twice. */
export async function sageWeiter(
  deps: Deps,
  tenant: TenantId,
  abrechnung: string,
  was: Meldungsart,
): Promise<number> {
  const members = await deps.db.withTenant(tenant, system, (tx) => reachableMembers(tx, deps, tenant));
  const faults: unknown[] = [];
  let sent = 0;
  for (const { id, permissions } of members) {
    if (!permissions.has('costs.read')) continue;
    try {
      if (await tell(deps, tenant, { abrechnung, was, member: id })) sent += 1;
    } catch (fault) {
      faults.push(fault);
    }
  }
  if (faults.length > 0) throw new AggregateError(faults, `${faults.length} notices of ${abrechnung} failed`);
  return sent;
}

interface Auftrag {
  readonly abrechnung: string;
  readonly was: Meldungsart;
  readonly member: string;
}

/** One person in one transaction: noted first, then mailed; a mail that fails leaves no note. */
function tell(deps: Deps, tenant: TenantId, { abrechnung, was, member }: Auftrag): Promise<boolean> {
  return deps.db.withTenant(tenant, system, async (tx) => {
    const [kopf, contact] = [
      await readMeldungskopf(tx, abrechnung),
      await contactOf(tx, deps, tenant, member),
    ];
    if (kopf === null || contact === null) return false;
    if (!(await noteHinweis(tx, tenant, abrechnung, member, was, deps.clock.now()))) return false;
    await deps.sendMail({
      to: contact.email,
      subject: `${satz[was].betreff}: ${kopf.titel} ${kopf.jahr}`,
      text: [
        `Guten Tag ${contact.name},`,
        satz[was].text(kopf),
        `Die Abrechnung mit jedem Rechenschritt: ${deps.staffOrigin}/abrechnungen/${abrechnung}`,
        'Diese Nachricht bekommt, wer in Ihrer Kommune Abrechnungen sehen darf.',
      ].join('\n\n'),
      messageId: `<abrechnung-${abrechnung}-${was}-${member}@leitwerk>`,
    });
    return true;
  });
}

const satz: Readonly<
  Record<Meldungsart, { readonly betreff: string; readonly text: (kopf: Meldungskopf) => string }>
> = {
  gestellt: {
    betreff: 'Neue Abrechnung',
    text: ({ haus, nummer, titel, jahr }) =>
      `${haus} hat Ihrer Kommune „${titel}“ für ${jahr} abgerechnet. Die Abrechnung hat die Nummer ${nummer}.`,
  },
  korrigiert: {
    betreff: 'Korrigierte Abrechnung',
    text: ({ haus, nummer, titel, jahr }) =>
      `${haus} hat die Abrechnung von „${titel}“ für ${jahr} durch eine neue ersetzt. Es gilt die Nummer ${nummer}. Was Sie schon gezahlt haben, ist umgebucht.`,
  },
  aufgehoben: {
    betreff: 'Abrechnung aufgehoben',
    text: ({ haus, nummer, titel, jahr, stornonummer }) =>
      `${haus} hat die Abrechnung ${nummer} von „${titel}“ für ${jahr} aufgehoben: Die neue rechnet Ihrer Kommune nichts ab. Bitte zahlen Sie sie nicht; was Sie schon gezahlt haben, ist Ihr Guthaben.${stornonummer === null ? '' : ` Die Stornorechnung ${stornonummer} liegt bei der Abrechnung, als PDF und als XRechnung.`}`,
  },
};

const neuText: Readonly<Record<Meldungsart, string>> = {
  gestellt: 'neue Abrechnung',
  korrigiert: 'korrigierte Abrechnung',
  aufgehoben: 'aufgehobene Abrechnung',
};

/** What bills came to a Kommune since a moment, as lines of a summary: no amount, no person. */
export async function neueAbrechnungen(
  { db }: Pick<CostsDeps, 'db'>,
  { actor, kommune }: Payer,
  since: Date,
): Promise<readonly string[]> {
  const news = await db.withTenant(kommune.tenant, actor, (tx) => readNeuesSeit(tx, since));
  return news.map(({ titel, jahr, nummer, was }) => `${titel} ${jahr}: ${neuText[was]} ${nummer}`);
}
