import { html } from 'hono/html';
import type { Refusal, Result } from '#kernel';
import {
  type PageAnswer,
  type PageContent,
  type PageRequest,
  type PageRoute,
  page,
  refusal,
  refusedPage,
} from '#platform';
import type { WorkgroupDeps } from '../deps.ts';
import { type Aktion, permissionOf, runAktion } from '../doors/aktion.ts';
import type { Felder } from '../use-cases/felder.ts';
import { type Getan, leiten, type Mitwirkende, mitwirken, mitwirkendeOf } from '../use-cases/wer.ts';
import { done, type FlashName } from './answers.ts';
import { teileTabs } from './teile.ts';

/** What makes a page for somebody; `refused` says why a form on it was not taken. */
export type Seite = (
  deps: WorkgroupDeps,
  wer: Mitwirkende,
  request: PageRequest,
  refused: Refusal | null,
) => Promise<Result<PageContent>>;

/** A page to look at. */
export function lesend(
  deps: WorkgroupDeps,
  capability: string,
  path: string,
  seite: Seite,
  recht: Aktion['recht'] = 'mitwirken',
): PageRoute {
  return {
    capability,
    method: 'GET',
    path,
    access: { permission: recht === 'leiten' ? leiten : mitwirken },
    handle: (request) => zeige(deps, request, seite, null),
  };
}

/** How a page goes on after an action, and where it stands again when it is refused. */
export interface Weiter {
  readonly seite: Seite;
  readonly zu: (params: Readonly<Record<string, string>>, getan: Getan) => string;
  readonly flash: FlashName | ((getan: Getan) => FlashName);
}

/** The page's door to an action: its form, with what was typed kept where it is refused. */
export function schreibend(deps: WorkgroupDeps, aktion: Aktion, weiter: Weiter): PageRoute {
  return {
    capability: aktion.capability,
    method: 'POST',
    path: `/arbeitsgruppe${aktion.path}`,
    access: { permission: permissionOf(aktion.recht) },
    handle: async (request) => {
      const { principal, params } = request;
      const done_ = await runAktion(aktion, deps, principal, params, felderIn(aktion, request));
      if (request.form.get('antwort') === 'json') return jsonAnswer(done_);
      if (done_.ok) {
        const { flash } = weiter;
        return done(weiter.zu(params, done_.value), typeof flash === 'function' ? flash(done_.value) : flash);
      }
      const { kind } = done_.refusal;
      return kind === 'invalid' || kind === 'conflict'
        ? zeige(deps, request, weiter.seite, done_.refusal)
        : refusal(done_.refusal);
    },
  };
}

function felderIn({ felder }: Aktion, { form }: PageRequest): Felder {
  return Object.fromEntries(Object.keys(felder).map((name) => [name, form.getAll(name).join(',')]));
}

/** What the script that saves while somebody types hears. */
function jsonAnswer(result: Result<Getan>): PageAnswer {
  return {
    kind: 'json',
    body: result.ok ? { ok: true, ...result.value } : { ok: false, hinweis: result.refusal.message },
  };
}

async function zeige(
  deps: WorkgroupDeps,
  request: PageRequest,
  seite: Seite,
  refused: Refusal | null,
): Promise<PageAnswer> {
  const wer = await mitwirkendeOf(deps, request.principal);
  if (!wer.ok) return refusal(wer.refusal);
  const content = await seite(deps, wer.value, request, refused);
  if (!content.ok) return refusal(content.refusal);
  const shown = { ...content.value, main: html`${teileTabs(request.path)}${content.value.main}` };
  return refused === null ? page(shown) : refusedPage(shown, refused);
}
