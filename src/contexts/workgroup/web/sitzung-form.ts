import { html } from 'hono/html';
import { formatLocalDate, ok, type Refusal, refuse } from '#kernel';
import type { PageRequest } from '#platform';
import {
  alert,
  button,
  errorOf,
  form,
  type Html,
  inputField,
  problemsOf,
  radioGroup,
  refusalNotice,
} from '#ui';
import { formen, type Sitzung } from '../domain/sitzung.ts';
import { gruppeUnbekannt } from '../errors.ts';
import { formLabel } from '../messages.ts';
import { readSitzungBlick } from '../use-cases/read-sitzung.ts';
import { readGruppenBlick } from '../use-cases/read-uebersicht.ts';
import type { Seite } from './deps-page.ts';
import { getippt, krume, sitzungHref } from './teile.ts';

/** The form for a new session; a series proposes day and place by the session before. */
export const neueSitzungSeite: Seite = async (deps, wer, request, refused) => {
  const gruppeId = request.params.gruppe ?? request.query.get('gruppe') ?? '';
  const gruppe = (await readGruppenBlick(deps, wer)).gruppen.find(({ id }) => id === gruppeId);
  if (gruppe === undefined) return refuse(gruppeUnbekannt);
  const nach = request.query.get('nach');
  const vor = nach === null ? null : await readSitzungBlick(deps, wer, nach);
  const vorschlag = vor?.ok ? vor.value.folgetermin : null;
  const vorlage = vor?.ok ? { ...vor.value.sitzung, tag: vorschlag ?? '' } : null;
  const proposed = vorschlag
    ? `Vorgeschlagen ist der ${formatLocalDate(vorschlag)}: derselbe Wochentag, ${vorlage?.abstandMonate} Monate nach der letzten Sitzung.`
    : '';
  return ok({
    title: 'Sitzung planen',
    lead: `${gruppe.name}. ${proposed}`,
    breadcrumb: krume,
    main: html`${refusalNotice(refused)}${terminForm(request, refused, {
      action: `/arbeitsgruppe/gruppen/${gruppe.id}/sitzungen`,
      knopf: 'Als Entwurf anlegen',
      vorlage,
      hidden: {},
    })}`,
  });
};

/** The form that changes day, time, place or title. */
export const terminAendernSeite: Seite = async (deps, wer, request, refused) => {
  const blick = await readSitzungBlick(deps, wer, request.params.id ?? '');
  if (!blick.ok) return blick;
  const { sitzung } = blick.value;
  const invited = sitzung.zustand !== 'entwurf';
  return ok({
    title: 'Sitzung ändern',
    lead: invited
      ? 'Die Einladungen sind schon hinaus. Ändern sich Titel, Tag, Zeit oder Ort, erhalten alle Eingeladenen den neuen Termin für ihren Kalender.'
      : '',
    breadcrumb: [...krume, { label: sitzung.titel, href: sitzungHref(sitzung.id) }],
    main: html`${refusalNotice(refused)}${refused?.code === 'WORKGROUP_CHANGED_MEANWHILE' ? jetzt(sitzung) : ''}${terminForm(
      request,
      refused,
      {
        action: `${sitzungHref(sitzung.id)}/aendern`,
        knopf: 'Änderung speichern',
        vorlage: sitzung,
        hidden: { grundlage: String(sitzung.fassung) },
      },
    )}`,
  });
};

function jetzt({ tag, beginn, ende, ort }: Sitzung): Html {
  return alert({
    kind: 'info',
    title: `Jetzt gilt: ${formatLocalDate(tag)}, ${beginn} bis ${ende} Uhr${ort ? `, ${ort}` : ''}.`,
  });
}

interface TerminForm {
  readonly action: string;
  readonly knopf: string;
  readonly vorlage: (Omit<Sitzung, 'tag'> & { readonly tag: string }) | null;
  readonly hidden: Readonly<Record<string, string>>;
}

function terminForm(
  request: PageRequest,
  refused: Refusal | null,
  { action, knopf, vorlage, hidden }: TerminForm,
): Html {
  const problems = problemsOf(refused);
  const value = (name: string, sonst: string | number | null | undefined) =>
    getippt(request, name, String(sonst ?? ''));
  const error = (name: string) => errorOf(problems, name);
  return form(
    { action, csrfToken: request.csrfToken, hidden },
    html`${inputField({ name: 'titel', label: 'Titel', value: value('titel', vorlage?.titel), maxLength: 200, error: error('titel') })}
    ${inputField({ name: 'tag', label: 'Tag', type: 'date', value: value('tag', vorlage?.tag), error: error('tag') })}
    ${inputField({ name: 'beginn', label: 'Beginn', hint: 'zum Beispiel 09:30', value: value('beginn', vorlage?.beginn), maxLength: 5, width: 'narrow', error: error('beginn') })}
    ${inputField({ name: 'ende', label: 'Ende', hint: 'zum Beispiel 12:00', value: value('ende', vorlage?.ende), maxLength: 5, width: 'narrow', error: error('ende') })}
    ${radioGroup({ name: 'form', label: 'Form', options: formen.map((one) => ({ value: one, label: formLabel[one] })), value: value('form', vorlage?.form), error: error('form') })}
    ${inputField({ name: 'ort', label: 'Ort', hint: 'Gebäude und Raum; leer bei einer Sitzung online', value: value('ort', vorlage?.ort), maxLength: 300, optional: true, error: error('ort') })}
    ${inputField({ name: 'link', label: 'Link der Videokonferenz', hint: 'beginnt mit https://; leer bei einer Sitzung vor Ort', value: value('link', vorlage?.link), maxLength: 500, optional: true, error: error('link') })}
    ${inputField({ name: 'abstandMonate', label: 'Monate bis zur nächsten Sitzung der Serie', hint: 'Nach dem Abschluss wird damit der nächste Tag vorgeschlagen. Leer lassen, wenn es keine Serie ist.', value: value('abstandMonate', vorlage?.abstandMonate), inputmode: 'numeric', maxLength: 2, width: 'narrow', optional: true, error: error('abstandMonate') })}
    ${button(knopf)}`,
  );
}
