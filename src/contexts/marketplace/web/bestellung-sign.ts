import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import type { PageRequest } from '#platform';
import {
  accordion,
  alert,
  button,
  errorOf,
  fileField,
  form,
  inputField,
  linkButton,
  problemsOf,
  selectField,
  textLink,
} from '#ui';
import { euro } from '../geld.ts';
import { befugnisLabel, formLabel, hindernisText } from '../messages.ts';
import type { Bestelldetail } from '../use-cases/read-bestellungen.ts';
import { bestellungHref } from './parts.ts';

export interface Steps {
  readonly detail: Bestelldetail;
  readonly request: PageRequest;
  readonly reason: Refusal | null;
}

export function stepForm(
  { detail, request }: Steps,
  ending: string,
  label: string,
  body: Parameters<typeof form>[1],
  multipart = false,
) {
  const { id, version } = detail.bestellung;
  return form(
    {
      action: `${bestellungHref(id)}/${ending}`,
      csrfToken: request.csrfToken,
      hidden: { version: String(version) },
      label,
      multipart,
    },
    body,
  );
}

export function signParts(
  wer: { readonly darfVorbereiten: boolean; readonly darfBestellen: boolean },
  steps: Steps,
) {
  const { detail } = steps;
  const { bestellung, regel, eigene } = detail;
  const paperOnly = regel.form !== 'textform' && !bestellung.inhalt.laufendeVerwaltung;
  const may = wer.darfBestellen && eigene?.pruefung.darf === true && !paperOnly;
  const sign = may
    ? stepForm(
        steps,
        'zeichnen',
        'Verbindlich bestellen',
        html`<p class="kern-body">Sie binden die Kommune über ${euro(bestellung.inhalt.wertCent)}. Der Vertrag entsteht, wenn der Anbieter annimmt.</p>${button('Verbindlich bestellen')}`,
      )
    : alert({
        kind: 'info',
        title: 'Bestellung vorbereitet: Es fehlt die Unterschrift',
        body: html`${missingText(wer, steps.detail, paperOnly)} ${textLink('/zeichnungsbefugnisse', 'Wer unterschreiben darf')}`,
      });
  return [
    sign,
    linkButton('Dokument zum Unterschreiben (PDF)', `${bestellungHref(bestellung.id)}/dokument.pdf`, {
      kind: 'secondary',
    }),
    ...(wer.darfVorbereiten ? [paperPart(steps)] : []),
  ];
}

/** Whoever may not order reads who may; whoever may, what stands in the way. */
function missingText(
  wer: { readonly darfBestellen: boolean },
  { regel, eigene }: Bestelldetail,
  paperOnly: boolean,
): string {
  if (paperOnly) return `${regel.norm}: ${formLabel[regel.form]}.`;
  if (wer.darfBestellen && eigene && !eigene.pruefung.darf) return hindernisText[eigene.pruefung.hindernis];
  const names = signersOf(eigene).map(({ name, art }) => `${name} (${befugnisLabel[art]})`);
  const who = names.length === 0 ? 'wer die Kommune binden darf' : names.join(', ');
  return `Unterschreiben kann ${who}: hier unter „Bestellungen“, oder auf dem Dokument.`;
}

function signersOf(eigene: Bestelldetail['eigene']) {
  return eigene?.befugnisse.filter(({ widerrufenZum }) => widerrufenZum === null) ?? [];
}

function paperPart(steps: Steps) {
  const { detail, request, reason } = steps;
  const problems = problemsOf(reason);
  const value = (name: string) => request.form.get(name);
  const signers = signersOf(detail.eigene);
  const open = problems.some(({ field }) => ['befugnis', 'am', 'datei'].includes(field));
  const body =
    signers.length === 0
      ? html`<p class="kern-body">Noch ist niemand eingetragen, der die Kommune binden darf. ${textLink('/zeichnungsbefugnisse', 'Zeichnungsbefugnis eintragen')}</p>`
      : stepForm(
          steps,
          'papier',
          'Unterschriebenes Dokument erfassen',
          html`${selectField({
            name: 'befugnis',
            label: 'Wer hat unterschrieben?',
            options: signers.map(({ id, name, art, grenzeCent }) => ({
              value: id,
              label: `${name} (${befugnisLabel[art]}${grenzeCent === null ? '' : `, bis ${euro(grenzeCent)}`})`,
            })),
            value: value('befugnis'),
            error: errorOf(problems, 'befugnis'),
          })}${inputField({
            name: 'am',
            label: 'Wann?',
            type: 'date',
            value: value('am'),
            error: errorOf(problems, 'am'),
          })}${fileField({
            name: 'datei',
            label: 'Unterschriebenes Dokument',
            hint: 'PDF, PNG oder JPEG, höchstens 10 MB. Auch der Anbieter kann es lesen.',
            accept: 'application/pdf,image/png,image/jpeg',
            error: errorOf(problems, 'datei'),
          })}${button('Unterschrift erfassen', { kind: 'secondary' })}`,
          true,
        );
  return accordion({ title: 'Auf Papier unterschrieben?', body, open });
}
