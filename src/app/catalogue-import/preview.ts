import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type PlannedTables, type TableOrder, tableImport } from '#catalogue';
import { ok, type Result } from '#kernel';
import type { HeldUploads } from '../reference/index.ts';
import { tableKinds } from './draft.ts';

const entry = z.object({ key: z.string(), name: z.string(), detail: z.string() });

const tableSchema = z.object({
  kind: z.enum(tableKinds),
  fileName: z.string(),
  notes: z.array(z.string()),
  line: z.int(),
  rows: z.int(),
  labels: z.array(z.string()),
  samples: z.array(z.string()),
  mapping: z.record(z.string(), z.int()),
});

const proposalSchema = z.object({
  id: z.string(),
  kind: z.enum(tableImport.proposalKinds),
  similarity: z.number(),
  stated: z.boolean(),
  decided: z.enum(tableImport.decisions).nullable(),
  old: z.array(entry),
  new: z.array(entry),
});

const problemSchema = z.object({
  table: z.enum(tableKinds),
  line: z.int(),
  column: z.string().nullable(),
  value: z.string(),
  message: z.string(),
});

const changeSchema = z.object({
  id: z.string(),
  name: z.string(),
  what: z.string(),
  details: z.string().nullable(),
});

const planSchema = z.object({
  base: z.int(),
  total: z.int(),
  brokenRows: z.int(),
  problems: z.array(problemSchema),
  proposals: z.array(proposalSchema),
  undecided: z.int(),
  ended: z.int(),
  unchanged: z.int(),
  counts: z.record(z.string(), z.int()),
  changes: z.array(changeSchema),
});

const refusalSchema = z.object({
  code: z.string(),
  message: z.string(),
  fields: z.array(z.object({ field: z.string(), message: z.string() })),
});

export const previewSchema = z.object({
  tables: z.array(tableSchema),
  /** Why there is no plan; the tables may still be mapped otherwise. */
  refusal: refusalSchema.nullable(),
  plan: planSchema.nullable(),
});

/** What tables would make of the catalogue, as pages, API and command line show it. */
export type TablesPreview = z.infer<typeof previewSchema>;
export type TablesPlan = z.infer<typeof planSchema>;
export type ShownProposal = z.infer<typeof proposalSchema>;
export type ShownTable = z.infer<typeof tableSchema>;
export type ShownProblem = z.infer<typeof problemSchema>;

const mostChanges = 200;

/** Reads the heads of the tables; a file that is no table refuses. */
export function shownTables({ files }: TableOrder): Result<ShownTable[]> {
  const tables: ShownTable[] = [];
  for (const kind of tableKinds) {
    const file = files[kind];
    if (!file) continue;
    const inspected = tableImport.inspect(kind, file);
    if (!inspected.ok) return inspected;
    const { head, notes, rows, fileName } = inspected.value;
    tables.push({
      kind,
      fileName,
      notes: [...notes],
      line: head.line,
      rows,
      labels: [...head.labels],
      samples: [...head.samples],
      mapping: { ...(file.mapping ?? head.guess) },
    });
  }
  return ok(tables);
}

/** Shortens a plan to what people look at; every problem and proposal is in it. */
export function shownPlan(planned: PlannedTables, order: TableOrder): TablesPlan {
  const { plan, problems, tables, delta, before } = planned;
  const rows = tables.leistungen?.good ?? [];
  const rowByLine = new Map(rows.map((row) => [row.line, row]));
  const touched = delta.filter(({ ebene }) => ebene === 'Leistung').length;
  return {
    base: planned.base,
    total: (tables.leistungen?.total ?? 0) + (tables.ozg?.total ?? 0),
    brokenRows: new Set(problems.map(({ table, line }) => `${table} ${line}`)).size,
    problems: problems.map((problem) => ({ ...problem })),
    proposals: plan.proposals.map((proposal) => ({
      id: proposal.id,
      kind: proposal.kind,
      similarity: proposal.similarity,
      stated: proposal.stated,
      decided: order.decisions.get(proposal.id) ?? null,
      old: proposal.old.map((id) => {
        const one = planned.known.get(id);
        const facts = one && tableImport.newestFacts(one);
        return {
          key: id,
          name: facts?.name ?? id,
          detail: detailOf(facts?.leika ?? null, facts?.ozgId ?? null),
        };
      }),
      new: proposal.lines.map((line) => {
        const row = rowByLine.get(line);
        return {
          key: `Zeile ${line}`,
          name: row?.name ?? '',
          detail: detailOf(row?.leika ?? null, row?.ozgId ?? null),
        };
      }),
    })),
    undecided: plan.undecided.length,
    ended: plan.ended.length,
    unchanged: Math.max(0, before.leistungen.length - touched),
    counts: { ...tableImport.counts(delta) },
    changes: delta.slice(0, mostChanges).map((one) => ({
      id: one.id,
      name: one.name,
      what: tableImport.kindsText(one),
      details: tableImport.detailsText(one),
    })),
  };
}

function detailOf(leika: string | null, ozgId: number | null): string {
  return [leika ?? 'ohne Schlüssel', ozgId === null ? 'ohne OZG-Leistung' : `OZG ${ozgId}`].join(', ');
}

const previewFile = 'vorschau.json';

/** The preview lies beside the tables: it may be larger than a Vorgang's result should be. */
export function writePreview(uploads: HeldUploads, upload: string, preview: TablesPreview): Promise<void> {
  return writeFile(join(uploads.folderOf(upload), previewFile), JSON.stringify(preview), { mode: 0o600 });
}

export async function readPreview(uploads: HeldUploads, upload: string): Promise<TablesPreview | null> {
  const text = await readFile(join(uploads.folderOf(upload), previewFile), 'utf8').catch(() => null);
  return text === null ? null : previewSchema.parse(JSON.parse(text));
}
