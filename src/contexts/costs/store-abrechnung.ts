import { sql } from 'kysely';
import { isUuid, type LocalDate } from '#kernel';
import { change, json, rowOf, rowsOf, type TenantId, type Tx } from '#platform';
import { toJson } from './domain/json.ts';
import type { Kostenplan } from './domain/kostenplan.ts';
import { kostenplanSchema } from './domain/plan-schema.ts';
import { type Rechnungszustand, zustandOf } from './domain/rechnungszustand.ts';
import type { Planart } from './plan-inhalt.ts';
import { bezahltOf, zurueckgezahltOf } from './store-zahlung.ts';

/** A bill in a list: what it is about and what became of it. */
export interface Abrechnungskopf {
  readonly id: string;
  readonly dienst: string;
  readonly jahr: number;
  readonly art: Planart;
  readonly planFassung: number;
  readonly titel: string;
  readonly korrigiert: string | null;
  readonly grund: string;
  readonly erstelltAm: Date;
  readonly geprueftAm: Date | null;
  readonly geprueftVon: string | null;
  readonly zustand: Rechnungszustand;
  /** `2026-0001`; `null` before it is issued. */
  readonly nummer: string | null;
  readonly gestelltAm: Date | null;
  readonly faelligAm: LocalDate | null;
  /** The bill that took its place. */
  readonly ersetztDurch: string | null;
  readonly bruttoCent: bigint | null;
  readonly bezahltCent: bigint;
  readonly zurueckgezahltCent: bigint;
}

interface Row
  extends Omit<Abrechnungskopf, 'zustand' | 'nummer' | 'bruttoCent' | 'bezahltCent' | 'zurueckgezahltCent'> {
  readonly verworfen: boolean;
  readonly nummernjahr: number | null;
  readonly laufend: number | null;
  readonly brutto: string | null;
  readonly bezahlt: string;
  readonly zurueckgezahlt: string;
}

const heads = sql`select a.id, a.dienst, a.jahr, a.art, a.plan_fassung as "planFassung", a.titel, a.korrigiert, a.grund,
    a.erstellt_am as "erstelltAm", g.gegangen_am as "geprueftAm", g.gegangen_von as "geprueftVon",
    v.abrechnung_id is not null as verworfen, r.nummernjahr, r.nummer as laufend, r.gestellt_am as "gestelltAm",
    r.faellig_am as "faelligAm", e.abrechnung_id as "ersetztDurch",
    case when r.nummer is not null then coalesce(b.brutto, (select sum(brutto) from costs.anteil n
      where n.tenant_id = a.tenant_id and n.abrechnung_id = a.id))::text end as brutto,
    z.bezahlt::text as bezahlt, z.zurueckgezahlt::text as zurueckgezahlt
  from costs.abrechnung a
  cross join lateral (select ${bezahltOf('z')} as bezahlt, ${zurueckgezahltOf('z')} as zurueckgezahlt
    from costs.zahlung z where z.tenant_id = a.tenant_id and z.abrechnung_id = a.id) z
  left join costs.abrechnung_schritt g
    on g.tenant_id = a.tenant_id and g.abrechnung_id = a.id and g.schritt = 'geprueft'
  left join costs.abrechnung_schritt v
    on v.tenant_id = a.tenant_id and v.abrechnung_id = a.id and v.schritt = 'verworfen'
  left join costs.rechnung r on r.tenant_id = a.tenant_id and r.abrechnung_id = a.id
  left join costs.rechnungsbild b on b.tenant_id = a.tenant_id and b.abrechnung_id = a.id
  left join costs.rechnung e on e.tenant_id = a.tenant_id and e.korrigiert = a.id
  where a.tenant_id = (select platform.tenant())`;

function kopfOf({
  verworfen,
  nummernjahr,
  laufend,
  brutto,
  bezahlt,
  zurueckgezahlt,
  ...row
}: Row): Abrechnungskopf {
  const [bezahltCent, zurueckgezahltCent] = [BigInt(bezahlt), BigInt(zurueckgezahlt)];
  const bruttoCent = brutto === null ? null : BigInt(brutto);
  return {
    ...row,
    bruttoCent,
    bezahltCent,
    zurueckgezahltCent,
    nummer: nummernjahr === null || laufend === null ? null : rechnungsnummer(nummernjahr, laufend),
    zustand: zustandOf({
      geprueft: row.geprueftAm !== null,
      verworfen,
      gestellt: row.gestelltAm !== null,
      ersetzt: row.ersetztDurch !== null,
      offenCent: (bruttoCent ?? 0n) - bezahltCent + zurueckgezahltCent,
    }),
  };
}

/** `2026-0001`. */
export function rechnungsnummer(jahr: number, nummer: number): string {
  return `${jahr}-${String(nummer).padStart(4, '0')}`;
}

/** All bills of the transaction's house, the newest first. */
export async function readAbrechnungen(tx: Tx): Promise<readonly Abrechnungskopf[]> {
  return (await rowsOf(tx, sql<Row>`${heads} order by a.erstellt_am desc, a.id`)).map(kopfOf);
}

/** One bill of the transaction's house, or `null`. */
export async function readKopf(tx: Tx, id: string): Promise<Abrechnungskopf | null> {
  if (!isUuid(id)) return null;
  const row = await rowOf(tx, sql<Row>`${heads} and a.id = ${id}`);
  return row && kopfOf(row);
}

/** The plan on which a bill of the transaction's house rests, or `null`. */
export async function readEingefroren(tx: Tx, id: string): Promise<Kostenplan | null> {
  const kept = await rowOf(
    tx,
    sql<{ plan: unknown }>`select plan from costs.abrechnung
      where tenant_id = (select platform.tenant()) and id = ${id}`,
  );
  return kept && kostenplanSchema.parse(kept.plan);
}

/** Enters a computed bill. */
export async function insertAbrechnung(
  tx: Tx,
  tenant: TenantId,
  kopf: Pick<
    Abrechnungskopf,
    'id' | 'dienst' | 'jahr' | 'art' | 'planFassung' | 'titel' | 'korrigiert' | 'grund' | 'erstelltAm'
  >,
  plan: Kostenplan,
): Promise<void> {
  const { id, dienst, jahr, art, planFassung, titel, korrigiert, grund, erstelltAm } = kopf;
  await change(
    tx,
    sql`insert into costs.abrechnung (tenant_id, id, dienst, jahr, art, plan_fassung, titel, plan, korrigiert, grund,
        erstellt_am)
      values (${tenant}, ${id}, ${dienst}, ${jahr}, ${art}, ${planFassung}, ${titel}, ${json(toJson(plan))}, ${korrigiert},
        ${grund}, ${erstelltAm})`,
  );
}

/** Notes that a draft was checked or thrown away; `false` where that was noted already. */
export async function insertSchritt(
  tx: Tx,
  tenant: TenantId,
  id: string,
  schritt: 'geprueft' | 'verworfen',
  bemerkung: string,
  now: Date,
): Promise<boolean> {
  const rows = await change(
    tx,
    sql`insert into costs.abrechnung_schritt (tenant_id, abrechnung_id, schritt, bemerkung, gegangen_am)
      values (${tenant}, ${id}, ${schritt}, ${bemerkung}, ${now}) on conflict do nothing`,
  );
  return rows === 1;
}

/**
 * Makes all who issue bills of a house or book on them wait for each other until the transaction ends: numbers have no gaps,
 * and nothing is given back twice.
 */
export async function lockRechnungen(tx: Tx, tenant: TenantId): Promise<void> {
  await change(tx, sql`select pg_advisory_xact_lock(hashtext('costs.rechnung'), hashtext(${tenant}))`);
}

/** Gives a bill its number; `null` where another bill of that service and year stands in its place. */
export async function insertRechnung(
  tx: Tx,
  tenant: TenantId,
  rechnung: Pick<Abrechnungskopf, 'id' | 'dienst' | 'jahr' | 'korrigiert'> & {
    readonly nummernjahr: number;
    readonly gestelltAm: Date;
    readonly faelligAm: LocalDate;
  },
): Promise<string | null> {
  const { id, dienst, jahr, korrigiert, nummernjahr, gestelltAm, faelligAm } = rechnung;
  const row = await rowOf(
    tx,
    sql<{
      nummer: number;
    }>`insert into costs.rechnung (tenant_id, nummernjahr, nummer, abrechnung_id, dienst, jahr,
        korrigiert, gestellt_am, faellig_am)
      select ${tenant}::uuid, ${nummernjahr}::int, coalesce(max(nummer), 0) + 1, ${id}::uuid, ${dienst}, ${jahr}::int,
        ${korrigiert}::uuid, ${gestelltAm}::timestamptz, ${faelligAm}::date
      from costs.rechnung where tenant_id = ${tenant} and nummernjahr = ${nummernjahr}
      on conflict do nothing returning nummer`,
  );
  return row === null ? null : rechnungsnummer(nummernjahr, row.nummer);
}
