import { sql } from 'kysely';
import { json, rowsOf, type Tx } from '#platform';
import type { Eintrag } from './domain/stand.ts';

/**
 * Adds entries to the transaction's tenant. Gives the Leistungen whose entry was taken; one that is missing was given the
 * same number by somebody else meanwhile, and nothing of it was written.
 */
export async function appendStaende(tx: Tx, staende: readonly Eintrag[]): Promise<ReadonlySet<string>> {
  const rows = json(
    staende.map(({ nachweis, ...stand }) => ({
      ...stand,
      nachweisArt: nachweis?.art ?? null,
      nachweisLink: nachweis?.link ?? null,
      nachweisText: nachweis?.text ?? null,
      nachweisDatei: nachweis?.datei ?? null,
    })),
  );
  const taken = await rowsOf(
    tx,
    sql<{ leistungId: string }>`with wanted as (
        select * from jsonb_to_recordset(${rows}) as w ("leistungId" text, fassung integer, ags text, "giltAb" date,
          zustand text, grund text, "geplantFuer" date, "umgesetztAm" date, "abgeschaltetAm" date, reifegrad11 smallint,
          kriterien11 jsonb, reifegrad20 smallint, kriterien20 jsonb, fallzahl integer, "fallzahlJahr" smallint,
          "fallzahlArt" text, "loesungId" text, "angegebenAm" timestamptz, prioritaet smallint, "fachbereichId" uuid,
          zustaendig uuid, vertretung uuid, "nachweisArt" text, "nachweisLink" text, "nachweisText" text,
          "nachweisDatei" uuid,
          bemerkung text, felder jsonb)
      ), stated as (
        insert into compass.stand (tenant_id, leistung_id, fassung, ags, gilt_ab, zustand, grund, geplant_fuer,
          umgesetzt_am, abgeschaltet_am, reifegrad11, kriterien11, reifegrad20, kriterien20, fallzahl, fallzahl_jahr,
          fallzahl_art, loesung_id, angegeben_am)
        select platform.tenant(), "leistungId", fassung, ags, "giltAb", zustand, grund, "geplantFuer", "umgesetztAm",
          "abgeschaltetAm", reifegrad11, kriterien11, reifegrad20, kriterien20, fallzahl, "fallzahlJahr",
          "fallzahlArt", "loesungId", "angegebenAm" from wanted order by "leistungId"
        on conflict (tenant_id, leistung_id, fassung) do nothing returning leistung_id, fassung
      )
      insert into compass.stand_intern (tenant_id, leistung_id, fassung, prioritaet, fachbereich_id, zustaendig,
        vertretung, nachweis_art, nachweis_link, nachweis_text, nachweis_datei, bemerkung, felder)
      select platform.tenant(), w."leistungId", w.fassung, w.prioritaet, w."fachbereichId", w.zustaendig, w.vertretung,
        w."nachweisArt", w."nachweisLink", w."nachweisText", w."nachweisDatei", w.bemerkung, w.felder
      from wanted w join stated t on t.leistung_id = w."leistungId" and t.fassung = w.fassung
      returning leistung_id as "leistungId"`,
  );
  return new Set(taken.map(({ leistungId }) => leistungId));
}
