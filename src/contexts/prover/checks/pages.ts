import { type Evaluation, pageModel } from '#forms';
import { renderPage } from '#forms/pages';
import { add } from '../finding.ts';
import { wayTo } from '../model/build-model.ts';
import { type Walked, walkedOf } from '../search/witness.ts';
import { barriersOf } from './accessibility.ts';
import { type Desk, pathTo } from './ask.ts';

/** A page that was brought up and rendered. */
export interface VisitedPage {
  readonly page: string;
  readonly walked: Walked;
  readonly html: string;
}

/** Brings up every page with answers, renders it as citizens get it, and looks for barriers. */
export async function visitPages(desk: Desk, dead: ReadonlySet<number>): Promise<readonly VisitedPage[]> {
  const visited: VisitedPage[] = [];
  for (const { index, id, place } of desk.model.pages) {
    if (dead.has(index)) continue;
    const question = { page: index, must: [wayTo(desk.model, index)] };
    const walked = pathTo(desk, place, `Wie sieht die Seite „${id}“ aus?`, question, (evaluation) =>
      isThere(evaluation, index),
    );
    if (!walked) continue;
    const html = await htmlOf(walked.evaluation, id);
    if (html === null) continue;
    visited.push({ page: id, walked: walkedOf(walked.evaluation, index), html });
    reportBarriers(desk, html, id, place, walked);
  }
  return visited;
}

function isThere(evaluation: Evaluation, index: number): boolean {
  return evaluation.pages[index]?.reachable === true;
}

async function htmlOf(evaluation: Evaluation, page: string): Promise<string | null> {
  const model = pageModel(evaluation, page);
  if (!model.ok) return null;
  return String(await renderPage(model.value, { action: '/probe', csrfToken: 'probe', backHref: null }));
}

function reportBarriers(desk: Desk, html: string, page: string, place: string, walked: Walked): void {
  const seen = new Set<string>();
  for (const { rule, message, field } of barriersOf(html)) {
    const key = `${rule} ${message}`;
    if (seen.has(key)) continue;
    seen.add(key);
    add(desk.report, 'barriere', {
      place: field === null ? place : (placeOfField(desk, field) ?? place),
      message: `Seite „${page}“: ${message}`,
      remedy: 'Ergänzen oder ändern Sie Beschriftung, Text oder Verweis an dieser Stelle.',
      path: walked,
    });
  }
}

function placeOfField({ model }: Desk, name: string): string | null {
  const ids = name.replace(/^feld-/, '').split(/[.-]/);
  return model.fields.find(({ field }) => ids.includes(field.id))?.field.place ?? null;
}
