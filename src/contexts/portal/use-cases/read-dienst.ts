import { parametersOf, readAngebot, readDefinition } from '#efa';
import { type ParameterValues, parseParameters } from '#forms';
import { deletionRule, type Onlinedienst, parseOnlinedienst, serviceTexts } from '#forms/onlinedienst';
import type { LocalDate } from '#kernel';
import { actorOf, type Database, type TenantId, type Tx } from '#platform';
import type { Loeschung } from '../domain/controllers.ts';

/** What a site says of an Onlinedienst, filled with the values of its Kommune. */
export interface DienstSeite {
  readonly titel: string;
  readonly zusammenfassung: string;
  readonly woerter: readonly string[];
  readonly land: string | null;
  readonly betreiber: string;
  readonly texte: ReturnType<typeof serviceTexts> | null;
  readonly normen: readonly { readonly text: string; readonly url: string | null }[];
  readonly verantwortlich: string | null;
  readonly kontakt: string | null;
  readonly entwurf: Loeschung | null;
  readonly vorgang: Loeschung | null;
}

/** Reads a live Onlinedienst as a Kommune shows it on a day; null where its version is not offered (any more). */
export type DienstReader = (
  tenant: TenantId,
  key: { readonly dienst: string; readonly fassung: string },
  date: LocalDate,
) => Promise<DienstSeite | null>;

const actor = actorOf('system', 'portal');

interface Offered {
  readonly onlinedienst: Onlinedienst;
  readonly betreiber: string;
}

/** A service as a Kommune shows it: what it states, and as the form takes it. */
interface Laid {
  readonly dienst: Onlinedienst;
  readonly values: ParameterValues;
  readonly stated: EfaValues;
}

/** Lays the published layers of the transaction's Kommune over a version, with its values of a day; null where they do not fit. */
export type LayDienst = (tx: Tx, base: Onlinedienst, date: LocalDate) => Promise<Laid | null>;

type EfaValues = Awaited<ReturnType<typeof parametersOf>>;

/** A reader that compiles each version once: an offered version never changes. */
export function openDienstReader(db: Database, lay?: LayDienst): DienstReader {
  const compiled = new Map<string, Promise<Offered | null>>();
  const offeredOf = (dienst: string, fassung: string) => {
    const key = `${dienst}@${fassung}`;
    const known = compiled.get(key);
    if (known) return known;
    const reading = readOffered(db, dienst, fassung);
    compiled.set(key, reading);
    // A database that does not answer now may answer the next time.
    reading.then(
      (offered) => offered ?? compiled.delete(key),
      () => compiled.delete(key),
    );
    return reading;
  };
  return async (tenant, { dienst, fassung }, date) => {
    const offered = await offeredOf(dienst, fassung);
    if (offered === null) return null;
    return db.withTenant(tenant, actor, async (tx) => {
      const laid = await (lay ?? withoutLayers)(tx, offered.onlinedienst, date);
      const stated = laid?.stated ?? (await parametersOf(tx, dienst, { date }));
      return seiteOf(offered, laid, stated, date);
    });
  };
}

const withoutLayers: LayDienst = async (tx, dienst, date) => {
  const values = await parametersOf(tx, dienst.id, { date });
  const known = Object.entries(values).filter(([name]) => Object.hasOwn(dienst.definition.parameters, name));
  const parsed = parseParameters(dienst.definition.parameters, Object.fromEntries(known));
  return parsed.ok ? { dienst, values: parsed.value, stated: values } : null;
};

async function readOffered(db: Database, dienst: string, fassung: string): Promise<Offered | null> {
  const [angebot, definition] = await db.withPublic(async (tx) => [
    await readAngebot(tx, dienst, fassung),
    await readDefinition(tx, dienst, fassung),
  ]);
  if (angebot === null || definition === null) return null;
  const parsed = parseOnlinedienst(JSON.stringify(definition.dienst), JSON.stringify(definition.formular));
  if (!parsed.ok) return null;
  return { onlinedienst: parsed.value, betreiber: angebot.anbieter };
}

function seiteOf(
  { onlinedienst: base, betreiber }: Offered,
  laid: Laid | null,
  values: EfaValues,
  date: LocalDate,
): DienstSeite {
  const onlinedienst = laid?.dienst ?? base;
  const { definition } = onlinedienst;
  const text = (id: string) => (typeof values[id] === 'string' ? values[id] : null);
  const loeschung = (kind: 'draft' | 'case'): Loeschung | null => {
    const rule = deletionRule(onlinedienst, kind, date);
    return rule && { tage: rule.days, ab: rule.from, grundlage: rule.basis };
  };
  return {
    titel: definition.title,
    zusammenfassung: definition.summary,
    woerter: definition.words,
    land: definition.land,
    betreiber,
    texte: laid ? serviceTexts(onlinedienst, laid.values, date) : null,
    normen: definition.covers.flatMap(({ norms }) =>
      norms.map(({ text: norm, url }) => ({ text: norm, url })),
    ),
    verantwortlich: text('datenschutzVerantwortlich'),
    kontakt: text('datenschutzKontakt'),
    entwurf: loeschung('draft'),
    vorgang: loeschung('case'),
  };
}
