import { ok, type Result, refuse } from '#kernel';
import { type PageKit, pageKit } from '../live/page-kit.ts';
import type { Evaluation } from './evaluation.ts';
import { type FieldModel, leavesOf } from './field-model.ts';
import { fieldModels } from './field-models.ts';
import { type Progress, previousPage, progressOf } from './navigation.ts';

/** A page with everything filled in, ready to be rendered. */
export interface PageModel {
  readonly id: string;
  /** The language of its texts. */
  readonly language: string;
  /** All languages that the form speaks. */
  readonly languages: readonly string[];
  /** Whether some of its texts are missing in this language. */
  readonly untranslated: boolean;
  readonly title: string;
  readonly lead: string | null;
  readonly exit: boolean;
  readonly progress: Progress;
  readonly previous: string | null;
  readonly fields: readonly FieldModel[];
  /** Whether the form carries files. */
  readonly files: boolean;
  /** What a browser needs to show and hide parts while somebody types; null where nothing changes. */
  readonly live: PageKit | null;
}

/** The page as it looks with these answers. Refuses pages that are unknown or not on the way (`FORM_PAGE_UNKNOWN`). */
export function pageModel(evaluation: Evaluation, pageId: string): Result<PageModel> {
  const state = evaluation.pages[evaluation.form.pageIndex.get(pageId) ?? -1];
  if (!state?.reachable) {
    return refuse({
      kind: 'not-found',
      code: 'FORM_PAGE_UNKNOWN',
      message: 'Diese Seite gehört nicht zu Ihrem Weg durch das Formular. Ihre Angaben sind gespeichert.',
    });
  }
  const { env } = evaluation;
  const { page } = state;
  const live = page.exit || evaluation.isPart ? null : pageKit(evaluation, page.id);
  const fields = fieldModels(evaluation, state, live !== null);
  return ok({
    id: page.id,
    language: evaluation.form.language,
    languages: evaluation.form.languages,
    untranslated: evaluation.form.untranslated > 0,
    title: page.title(env),
    lead: page.lead?.(env) ?? null,
    exit: page.exit,
    progress: progressOf(evaluation, page.id),
    previous: previousPage(evaluation, page.id),
    fields,
    files: leavesOf(fields).some((field) => field.kind === 'input' && field.definition.type === 'file'),
    live,
  });
}
