import { html } from 'hono/html';
import { formatLocalDate, type Refusal } from '#kernel';
import type { PageContent, PageRequest } from '#platform';
import {
  alert,
  button,
  buttonRow,
  form,
  formatInstant,
  problemsOf,
  refusalNotice,
  section,
  table,
} from '#ui';
import type { DescriptionsDeps } from '../deps.ts';
import type { TextDetail } from '../use-cases/read-texts.ts';
import type { TextEditor } from '../use-cases/text-editor.ts';
import { flashOf } from './answers.ts';
import { type Carry, carried, paths } from './paths.ts';
import { inputFrom, inputOf, textForm } from './text-form.ts';
import { spracheLabel } from './text-parts.ts';
import { whoDid } from './who.ts';

/** One own text: its state, its form, its versions. */
export function textContent(
  request: PageRequest,
  editor: TextEditor,
  detail: TextDetail,
  { reason, who }: { readonly reason: Refusal | null; readonly who: ReadonlyMap<string, string> },
): PageContent {
  const { leistung, sprache, entwurf, versionen } = detail;
  const carry = { kommune: request.query.get('kommune') ?? '', sprache };
  const base = paths.text(leistung.id);
  const typed = reason !== null && request.form.has('name');
  const input = typed
    ? inputFrom(request.form)
    : inputOf(entwurf?.inhalt ?? versionen[0]?.inhalt ?? null, leistung.name);
  return {
    title: leistung.name,
    preline: `Eigener Text, ${spracheLabel[sprache] ?? sprache}, ${editor.kommune.name}`,
    breadcrumb: [{ label: 'Eigene Texte', href: carried(paths.texte, { kommune: carry.kommune }) }],
    ...flashOf(request),
    main: html`${refusalNotice(reason)}${stateOf(detail)}
      ${publishForms(request, detail, base, carry)}
      ${textForm({
        action: carried(`${base}/entwurf`, carry),
        previewHref: carried(`${base}/vorschau`, carry),
        csrfToken: request.csrfToken,
        version: entwurf?.version ?? 0,
        input,
        problems: problemsOf(reason),
        darueber: detail.darueber,
      })}${versionsSection(detail, who)}`,
  };
}

/** The people behind the versions of a text, by actor. */
export async function whoWrote(
  deps: DescriptionsDeps,
  { kommune }: TextEditor,
  { versionen }: TextDetail,
): Promise<ReadonlyMap<string, string>> {
  const actors = [...new Set(versionen.map(({ veroeffentlichtVon }) => veroeffentlichtVon))];
  return new Map(
    await Promise.all(actors.map(async (actor) => [actor, await whoDid(deps, kommune, actor)] as const)),
  );
}

function stateOf({ entwurf, versionen }: TextDetail) {
  const [newest] = versionen;
  if (entwurf)
    return alert({
      kind: 'info',
      title: newest?.inhalt ? 'Entwurf einer neuen Fassung' : 'Entwurf, noch nicht veröffentlicht',
      body: `Gespeichert am ${formatInstant(entwurf.geaendertAm)}. Bürgerinnen und Bürger sehen ihn erst, wenn Sie ihn veröffentlichen.`,
    });
  if (!newest?.inhalt)
    return alert({
      kind: 'info',
      title: 'Kein eigener Text',
      body: 'Es gilt, was Land und Bund sagen. Abschnitte, die Sie leer lassen, bleiben von dort.',
    });
  return alert({
    kind: 'success',
    title: `Veröffentlicht, Fassung ${newest.nummer}`,
    body: `Seit ${formatInstant(newest.veroeffentlichtAm)}. Durchsicht bis ${formatLocalDate(newest.inhalt.pruefenBis)}.`,
  });
}

function publishForms(
  { csrfToken }: PageRequest,
  { entwurf, versionen }: TextDetail,
  base: string,
  carry: Carry,
) {
  const nummer = String(versionen[0]?.nummer ?? 0);
  const one = (
    path: string,
    label: string,
    hidden: Readonly<Record<string, string>>,
    kind: 'primary' | 'secondary',
  ) =>
    form(
      { action: carried(`${base}/${path}`, carry), csrfToken, hidden, label },
      buttonRow(button(label, { kind })),
    );
  if (entwurf)
    return html`${one('veroeffentlichen', 'Entwurf veröffentlichen', { nummer, version: String(entwurf.version) }, 'secondary')}
      ${one('verwerfen', 'Entwurf verwerfen', {}, 'secondary')}`;
  return versionen[0]?.inhalt ? one('zurueckziehen', 'Text zurückziehen', { nummer }, 'secondary') : '';
}

function versionsSection({ versionen }: TextDetail, who: ReadonlyMap<string, string>) {
  if (versionen.length === 0) return '';
  return section(
    'Fassungen',
    table({
      caption: 'Fassungen',
      captionHidden: true,
      columns: [{ label: 'Fassung' }, { label: 'Am' }, { label: 'Was' }, { label: 'Von' }],
      rows: versionen.map(({ nummer, inhalt, veroeffentlichtAm, veroeffentlichtVon }) => [
        String(nummer),
        formatInstant(veroeffentlichtAm),
        inhalt === null
          ? 'zurückgezogen'
          : `veröffentlicht, ${inhalt.abschnitte.length === 1 ? 'ein Abschnitt' : `${inhalt.abschnitte.length} Abschnitte`}`,
        who.get(veroeffentlichtVon) ?? veroeffentlichtVon,
      ]),
    }),
  );
}
