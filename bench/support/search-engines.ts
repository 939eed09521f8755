import { create, insertMultiple, search as searchOrama } from '@orama/orama';
import FlexSearch from 'flexsearch';
import MiniSearch from 'minisearch';
import pg from 'pg';
import type { Document } from './search-documents.ts';

/** A way to find documents for a query: the OZG numbers, best first. */
export interface Engine {
  readonly name: string;
  readonly find: (query: string) => Promise<readonly number[]>;
  readonly close: () => Promise<void>;
}

const wanted = 60;
const fields = ['name', 'ozg', 'lage', 'woerter'] as const;
const boost = { name: 2, ozg: 2, lage: 0.5, woerter: 1.5 };

function collapsed(documents: readonly Document[], ids: readonly number[]): readonly number[] {
  return [...new Set(ids.map((id) => documents[id]?.ozgId ?? 0))].slice(0, 10);
}

const nothing = async () => {};

/** MiniSearch with prefix, typos and OR. */
export async function miniSearch(documents: readonly Document[]): Promise<Engine> {
  const index = new MiniSearch<Document>({
    fields: [...fields],
    searchOptions: { boost, combineWith: 'OR', prefix: true, fuzzy: 0.2 },
  });
  index.addAll(documents);
  const find = async (query: string) =>
    collapsed(
      documents,
      index
        .search(query)
        .slice(0, wanted)
        .map(({ id }) => Number(id)),
    );
  return { name: 'MiniSearch', find, close: nothing };
}

/** Orama with its German stemmer. */
export async function orama(documents: readonly Document[]): Promise<Engine> {
  const db = create({
    schema: { name: 'string', ozg: 'string', lage: 'string', woerter: 'string' },
    language: 'german',
  });
  await insertMultiple(
    db,
    documents.map(({ id, name, ozg, lage, woerter }) => ({ id: String(id), name, ozg, lage, woerter })),
    1_000,
  );
  const find = async (query: string) => {
    const { hits } = await searchOrama(db, { term: query, boost, limit: wanted, threshold: 1 });
    return collapsed(
      documents,
      hits.map(({ id }) => Number(id)),
    );
  };
  return { name: 'Orama', find, close: nothing };
}

/** FlexSearch with forward tokens and suggestions, which is its OR. */
export async function flexSearch(documents: readonly Document[]): Promise<Engine> {
  const index = new FlexSearch.Index({ tokenize: 'forward', context: false });
  for (const { id, name, ozg, lage, woerter } of documents)
    index.add(id, `${name} ${name} ${ozg} ${ozg} ${woerter} ${lage}`);
  const find = async (query: string) =>
    collapsed(documents, index.search(query, { limit: wanted, suggest: true }).map(Number));
  return { name: 'FlexSearch', find, close: nothing };
}

/** PostgreSQL full text, German, any of the words, ranked by cover density and weights. */
export async function fullText(documents: readonly Document[], url: string): Promise<Engine> {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  await pool.query(
    'create temp table dokument (id integer primary key, name text, ozg text, lage text, woerter text)',
  );
  await pool.query(
    `insert into dokument select * from jsonb_to_recordset($1::jsonb)
      as d (id integer, name text, ozg text, lage text, woerter text)`,
    [JSON.stringify(documents)],
  );
  await pool.query(`alter table dokument add column vektor tsvector;
    update dokument set vektor = setweight(to_tsvector('german', name || ' ' || ozg), 'A')
      || setweight(to_tsvector('german', woerter), 'B') || setweight(to_tsvector('german', lage), 'D');
    create index on dokument using gin (vektor); analyze dokument`);
  const find = async (query: string) => {
    const { rows } = await pool.query<{ id: number }>(
      `with frage as (select replace(plainto_tsquery('german', $1)::text, '&', '|')::tsquery as q)
        select id from dokument, frage where vektor @@ q order by ts_rank(vektor, q, 1) desc, id limit $2`,
      [query, wanted],
    );
    return collapsed(
      documents,
      rows.map(({ id }) => id),
    );
  };
  return { name: 'PostgreSQL', find, close: () => pool.end() };
}
