import type { Finding } from './finding.ts';
import { findingKinds } from './finding.ts';
import type { Proof } from './prove.ts';

/** A path in words: the answers that matter, then the pages. */
export function pathInWords({ path }: Pick<Finding, 'path'>): readonly string[] {
  if (!path) return [];
  const answers = Object.entries(path.answers).map(([name, value]) => `${name} = ${JSON.stringify(value)}`);
  const way = path.pages.length > 0 ? [`Weg: ${path.pages.join(' → ')}`] : [];
  return [...answers, ...way];
}

/** A proof as JSON, for API and command. */
export function jsonOfProof({ findings, undecided, variants, visited }: Proof) {
  return {
    errors: findings.filter(({ severity }) => severity === 'error').length,
    warnings: findings.filter(({ severity }) => severity === 'warning').length,
    variants: [...variants],
    pages: new Set(visited.map(({ page }) => page)).size,
    findings: findings.map((finding) => ({
      ...finding,
      label: findingKinds[finding.kind].label,
      because: [...finding.because],
      variants: [...finding.variants],
      path: finding.path && { answers: finding.path.answers, pages: [...finding.path.pages] },
    })),
    undecided: undecided.map((each) => ({ ...each, variants: [...each.variants] })),
  };
}

/** A proof as lines for a terminal. */
export function linesOfProof(name: string, { findings, undecided, variants }: Proof): readonly string[] {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const head = `${name}: ${counted(errors, 'Fehler', 'Fehler')}, ${counted(findings.length - errors, 'Hinweis', 'Hinweise')}, ${undecided.length} nicht entschieden (${counted(variants.length, 'Fassung geprüft', 'Fassungen geprüft')})`;
  return [head, ...findings.flatMap(linesOfFinding), ...undecided.map(lineOfUndecided)];
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function linesOfFinding(finding: Finding): readonly string[] {
  const { severity, place, kind, message, remedy, because, variants } = finding;
  return [
    `${severity === 'error' ? 'FEHLER ' : 'HINWEIS'} ${place}  ${findingKinds[kind].label}`,
    `        ${message}`,
    `        ${remedy}`,
    ...because.map((each) => `          weil ${each}`),
    ...pathInWords(finding).map((each) => `          mit ${each}`),
    `          für: ${variants.join(', ')}`,
  ];
}

function lineOfUndecided({ place, question, cases }: Proof['undecided'][number]): string {
  return `OFFEN   ${place}  nicht entschieden (nach ${cases} Fällen): ${question}`;
}
