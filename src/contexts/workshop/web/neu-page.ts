import { html } from 'hono/html';
import type { Refusal } from '#kernel';
import { formField, type PageAnswer, type PageRequest, type PageRoute, page, refusedPage } from '#platform';
import { button, buttonRow, errorOf, form, inputField, linkButton, problemsOf, refusalNotice } from '#ui';
import type { WorkshopDeps } from '../deps.ts';
import { beginneMit, beginneNeu } from '../use-cases/beginne.ts';
import { address, adresse, getan, route, withAutor } from './answers.ts';

/** Beginning a service, or a draft of one that there is. */
export function neuRoutes(deps: WorkshopDeps): readonly PageRoute[] {
  return [
    route('GET', 'workshop.begin', '/neu', (request) => withAutor(deps, request, () => show(deps, request))),
    route('POST', 'workshop.begin', '/neu', (request) => receive(deps, request)),
  ];
}

async function show(deps: WorkshopDeps, request: PageRequest): Promise<PageAnswer> {
  const vorlage = request.query.get('vorlage');
  const found = vorlage === null ? undefined : (await deps.onlinedienste()).find(({ id }) => id === vorlage);
  return page(
    found ? fromVersion(request, found.id, found.title, found.version, null) : fromNothing(request, null),
  );
}

function receive(deps: WorkshopDeps, request: PageRequest): Promise<PageAnswer> {
  return withAutor(deps, request, async (autor) => {
    const { form: sent } = request;
    const vorlage = formField(sent, 'vorlage');
    const begun = vorlage
      ? await beginneMit(deps, autor, vorlage)
      : await beginneNeu(deps, autor, {
          titel: formField(sent, 'titel').slice(0, 200),
          dienst: formField(sent, 'dienst'),
          leika: formField(sent, 'leika'),
          leistung: formField(sent, 'leistung').slice(0, 500),
          stelle: formField(sent, 'stelle'),
        });
    if (begun.ok) return getan(adresse(begun.value.dienst), 'begonnen');
    return refusedPage(
      vorlage
        ? fromVersion(request, vorlage, vorlage, null, begun.refusal)
        : fromNothing(request, begun.refusal),
      begun.refusal,
    );
  });
}

const breadcrumb = [{ label: 'Werkstatt', href: address }];

function fromVersion(
  request: PageRequest,
  dienst: string,
  titel: string,
  version: number | null,
  reason: Refusal | null,
) {
  return {
    title: `An „${titel}“ weiterarbeiten`,
    lead: `Sie beginnen einen Entwurf${version === null ? '' : ` mit Fassung ${version}`}. Was veröffentlicht ist, bleibt, bis eine neue Fassung veröffentlicht wird.`,
    breadcrumb,
    main: html`${refusalNotice(reason)}${form(
      { action: `${address}/neu`, csrfToken: request.csrfToken, hidden: { vorlage: dienst } },
      buttonRow(button('Entwurf beginnen'), linkButton('Abbrechen', address, { kind: 'tertiary' })),
    )}`,
  };
}

function fromNothing(request: PageRequest, reason: Refusal | null) {
  const problems = problemsOf(reason);
  const field = (name: string, label: string, hint: string) =>
    inputField({ name, label, hint, value: formField(request.form, name), error: errorOf(problems, name) });
  return {
    title: 'Onlinedienst beginnen',
    lead: 'Wenige Angaben genügen. Alles lässt sich später ändern, nur der Kurzname nicht.',
    breadcrumb,
    main: html`${refusalNotice(reason)}${form(
      { action: `${address}/neu`, csrfToken: request.csrfToken },
      html`<div class="lw-stack">${field('titel', 'Titel', 'Wie Menschen den Dienst nennen, zum Beispiel: Sperrmüll anmelden')}${inputField(
        {
          name: 'dienst',
          label: 'Kurzname',
          hint: 'Steht in Adressen und Dateien. Leer: wird aus dem Titel gemacht, zum Beispiel sperrmuell-anmelden',
          value: formField(request.form, 'dienst'),
          error: errorOf(problems, 'dienst'),
          optional: true,
        },
      )}${field('leika', 'LeiKa-Schlüssel der Leistung', '14 Ziffern, auch mit Leerzeichen; er steht im Katalog bei der Leistung')}${inputField(
        {
          name: 'leistung',
          label: 'Name der Leistung',
          hint: 'Leer: wie der Katalog sie nennt',
          value: formField(request.form, 'leistung'),
          error: errorOf(problems, 'leistung'),
          optional: true,
        },
      )}${field('stelle', 'Art der zuständigen Stelle', 'Ein Wort aus Kleinbuchstaben ohne Umlaute, zum Beispiel ordnungsamt oder fundbuero. Jede Kommune ordnet ihm beim Anbinden ihren Zustellpunkt zu.')}</div>${buttonRow(button('Beginnen'), linkButton('Im Katalog nachsehen', '/katalog', { kind: 'tertiary' }))}`,
    )}`,
  };
}
