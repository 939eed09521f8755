import type { ParameterValues } from '#forms';
import type { Onlinedienst } from '#forms/onlinedienst';
import type { Refusal } from '#kernel';
import { nextTurn } from '#platform';
import { checkBlocked } from './checks/blocked.ts';
import { checkDead } from './checks/dead.ts';
import { checkTables } from './checks/fee-tables.ts';
import { checkFees } from './checks/fees.ts';
import { type VisitedPage, visitPages } from './checks/pages.ts';
import { checkTexts } from './checks/texts.ts';
import { add, type Finding, type Report, type Undecided } from './finding.ts';
import { buildModel } from './model/build-model.ts';
import { sampleParameters } from './sample-parameters.ts';

/** A definition as it is in use somewhere: with an overlay, and with the values of one Kommune where there are some. */
export interface Variant {
  readonly name: string;
  readonly form: Onlinedienst['form'];
  readonly values: ParameterValues | null;
  /** Why the Kommune's values do not fit the definition. */
  readonly problem?: Refusal | null;
}

/** What came of a proof. */
export interface Proof {
  readonly findings: readonly Finding[];
  readonly undecided: readonly Undecided[];
  readonly variants: readonly string[];
  /** The pages as they were rendered, by variant; for the browser test. */
  readonly visited: readonly (VisitedPage & { readonly variant: string })[];
}

/**
 * Proves a definition in all its variants. What concerns the definition alone is proven for every Kommune, with any values;
 * what hangs on values, for each Kommune with its own. `today` is the day from which it counts.
 */
export async function prove(variants: readonly Variant[], today: string): Promise<Proof> {
  const merged = new Map<string, Finding>();
  const undecided = new Map<string, Undecided>();
  const visited: (VisitedPage & { variant: string })[] = [];
  const proven = new Set<Variant['form']>();
  for (const variant of variants) {
    if (!proven.has(variant.form))
      mergeReport(proveForm(variant.form, today), variant.name, merged, undecided);
    const isFirst = !proven.has(variant.form);
    proven.add(variant.form);
    await nextTurn();
    if (variant.values === null && !isFirst && !variant.problem) continue;
    const { report, pages } = await proveValues(variant, today);
    mergeReport(report, variant.name, merged, undecided);
    visited.push(...pages.map((page) => ({ ...page, variant: variant.name })));
    await nextTurn();
  }
  const order = (place: string): string => place.replaceAll(/\d+/g, (digits) => digits.padStart(4, '0'));
  return {
    findings: [...merged.values()].toSorted(
      (a, b) => a.severity.localeCompare(b.severity) || order(a.place).localeCompare(order(b.place)),
    ),
    undecided: [...undecided.values()],
    variants: variants.map(({ name }) => name),
    visited,
  };
}

/** What holds for every Kommune. */
function proveForm(form: Variant['form'], today: string): Report {
  const report: Report = { findings: [], undecided: [] };
  const model = buildModel(form, null, today);
  const desk = { model, report };
  const dead = checkDead(desk);
  checkBlocked(desk, dead);
  checkFees(desk);
  checkTexts(model, report);
  return report;
}

/** What hangs on a Kommune's values; without any, plain ones show how the pages look. */
async function proveValues(
  { form, values, problem }: Variant,
  today: string,
): Promise<{ report: Report; pages: readonly VisitedPage[] }> {
  const report: Report = { findings: [], undecided: [] };
  for (const { field, message } of problem?.fields ?? [])
    add(report, 'werte', {
      place: `parameters.${field}`,
      message,
      remedy: 'Die Kommune muss den Wert ergänzen oder ändern.',
    });
  const model = buildModel(form, values ?? sampleParameters(form.parameters), today);
  const desk = { model, report };
  const hushed = { model, report: { findings: [], undecided: [] } };
  const dead = new Set(checkDead(hushed));
  if (values !== null || Object.keys(form.parameters).length === 0) {
    checkBlocked(desk, dead);
    checkFees(desk);
    for (const field of model.fields) checkTables(desk, field);
  }
  const pages = await visitPages(
    values === null ? { model, report: { ...report, undecided: [] } } : desk,
    dead,
  );
  return { report, pages };
}

function mergeReport(
  report: Report,
  variant: string,
  merged: Map<string, Finding>,
  undecided: Map<string, Undecided>,
): void {
  for (const finding of report.findings) {
    const key = `${finding.kind} ${finding.place} ${finding.message}`;
    const known = merged.get(key);
    const variants = [...new Set([...(known?.variants ?? []), variant])];
    merged.set(key, { ...finding, path: known?.path ?? finding.path, variants });
  }
  for (const question of report.undecided) {
    const key = `${question.place} ${question.question}`;
    const variants = [...new Set([...(undecided.get(key)?.variants ?? []), variant])];
    undecided.set(key, { ...question, variants });
  }
}

/** Whether it may be published: only without errors. */
export function isPublishable({ findings }: Pick<Proof, 'findings'>): boolean {
  return findings.every(({ severity }) => severity !== 'error');
}

/** What the compiler of the form refuses, as findings: such a definition has no pages to prove. */
export function unsoundProof({ message, fields = [] }: Refusal, variant: string): Proof {
  const problems = fields.length > 0 ? fields : [{ field: '(Anfang)', message }];
  const findings = problems.map(
    (problem): Finding => ({
      kind: 'unschluessig',
      severity: 'error',
      place: problem.field,
      message: problem.message,
      remedy: 'Ändern Sie die Definition an dieser Stelle.',
      because: [],
      path: null,
      variants: [variant],
    }),
  );
  return { findings, undecided: [], variants: [variant], visited: [] };
}
