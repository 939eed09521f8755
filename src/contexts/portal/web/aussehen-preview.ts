import { html } from 'hono/html';
import { numberIn, type PageAnswer, type PageRequest, refusal } from '#platform';
import { alert, button, buttonRow, form, inputField, linkButton, section, textLink } from '#ui';
import type { PortalStaffDeps } from '../deps.ts';
import { cssOf, neutral } from '../domain/aussehen.ts';
import { fileUnknown, lookUnknown } from '../errors.ts';
import { readAussehen, readWappen } from '../store-aussehen.ts';
import { hashOf } from '../use-cases/aussehen.ts';
import type { Editor } from '../use-cases/editor.ts';
import { fileAnswer, fileNamed, lookAddresses } from './look-files.ts';
import { portalPage } from './portal-page.ts';

async function versionOf({ db }: PortalStaffDeps, { actor, kommune }: Editor, nummer: number) {
  return db.withTenant(kommune.tenant, actor, async (tx) => {
    const found = nummer === 0 ? neutral : (await readAussehen(tx)).find((one) => one.nummer === nummer);
    return found ? { aussehen: found, wappen: nummer === 0 ? null : await readWappen(tx, nummer) } : null;
  });
}

/** A page as citizens will see it, with everything that takes on the colours. It stands in the staff area: only its editors see it. */
export async function previewPage(
  deps: PortalStaffDeps,
  editor: Editor,
  { params, csrfToken }: PageRequest,
): Promise<PageAnswer> {
  const nummer = numberIn(params.nummer ?? null);
  const version = await versionOf(deps, editor, nummer);
  if (version === null) return refusal(lookUnknown(nummer));
  const { aussehen, wappen } = version;
  const { css, wappen: mark } = lookAddresses(
    {
      farben: aussehen.farben,
      cssHash: hashOf(cssOf(aussehen)),
      wappenArt: wappen?.art ?? null,
      wappenHash: wappen && hashOf(wappen.bytes),
    },
    `/portal/aussehen/vorschau/${nummer}`,
  );
  const look = { name: aussehen.anzeigename || editor.kommune.name, css, wappen: mark };
  const made = portalPage(
    look,
    {
      title: `Willkommen bei ${editor.kommune.name}`,
      lead: 'So sehen Überschriften, Links, Schaltflächen und Felder aus.',
      main: html`${alert({ kind: 'info', title: `Vorschau von Fassung ${nummer}`, body: html`<p class="kern-body">Diese Seite sehen nur Sie. ${textLink('/portal/aussehen', 'Zurück zum Aussehen')}</p>` })}
      ${section('Online erledigen', html`<p class="kern-body">${textLink('#muster', 'Ein Link wie „Hund anmelden“')}</p>${buttonRow(linkButton('Schaltfläche', '#muster'), linkButton('Zweite Schaltfläche', '#muster', { kind: 'secondary' }), linkButton('Dritte', '#muster', { kind: 'tertiary' }))}`, { id: 'muster' })}
      ${section('Ein Feld', inputField({ name: 'muster', label: 'Name des Hundes', optional: true }))}
      ${form({ action: '/portal/aussehen/veroeffentlichen', csrfToken, hidden: { nummer: String(nummer) }, label: 'Veröffentlichen' }, buttonRow(button('Dieses Aussehen veröffentlichen')))}`,
      nextSteps: [{ label: 'Zurück zum Aussehen', href: '/portal/aussehen' }],
    },
    { demo: deps.demo, path: '/', notices: '' },
  );
  return { kind: 'text', contentType: 'text/html', body: String(await made) };
}

/** The files of a version that is not published. */
export async function previewFile(
  deps: PortalStaffDeps,
  editor: Editor,
  { params }: PageRequest,
): Promise<PageAnswer> {
  const file = fileNamed(params.datei ?? '');
  const version = await versionOf(deps, editor, numberIn(params.nummer ?? null));
  if (file === null || version === null) return refusal(fileUnknown);
  if (file.art === 'css') return fileAnswer('css', cssOf(version.aussehen), false);
  const { wappen } = version;
  return wappen?.art === file.art ? fileAnswer(wappen.art, wappen.bytes, false) : refusal(fileUnknown);
}
