import { html } from 'hono/html';
import { formatLocalDate, localDate } from '#kernel';
import { type PageRoute, page } from '#platform';
import { badge, externalLink, type Html, section, table } from '#ui';
import type { PackagesDeps } from '../deps.ts';
import { faehigkeiten } from '../domain/faehigkeit.ts';
import type { Portalprofil } from '../domain/portalprofil.ts';
import { belegOf } from '../domain/urteil.ts';
import { lieferantRoute, start } from './route.ts';

/** What each portal can do, and where that is known from. */
export function portaleRoutes(deps: PackagesDeps): readonly PageRoute[] {
  return [
    lieferantRoute(deps, 'packages.profiles', ['GET', '/portale'], async () => {
      const profile = await deps.profile();
      return page({
        title: 'Was die Portale können',
        preline: 'Pakete',
        lead: 'Je Fähigkeit mit Quelle, oder als Annahme gekennzeichnet. Danach richtet sich, ob ein Dienst dort ganz, eingeschränkt oder nicht läuft.',
        wide: true,
        breadcrumb: [start, { label: 'Portale' }],
        main: html`${section('Profile', profilList(profile))}${section('Fähigkeiten', faehigkeitenTable(profile))}`,
      });
    }),
  ];
}

function profilList(profile: readonly Portalprofil[]): Html {
  return html`<div class="lw-stack">${profile.map(
    ({ name, stand, hinweis, quellen }) => html`<div><h3 class="kern-heading-small">${name}</h3>
      <p class="kern-body">${hinweis} Stand ${formatLocalDate(localDate(stand))}.</p>
      <ul class="kern-list">${Object.values(quellen).map(
        ({ titel, url }) => html`<li>${url === null ? titel : externalLink(url, titel)}</li>`,
      )}</ul></div>`,
  )}</div>`;
}

function faehigkeitenTable(profile: readonly Portalprofil[]): Html {
  return table({
    caption: 'Fähigkeiten der Portale',
    captionHidden: true,
    small: true,
    columns: [{ label: 'Fähigkeit', width: 'wide' }, ...profile.map(({ name }) => ({ label: name }))],
    rows: [...faehigkeiten.values()].map(({ id, label }) => [
      label,
      ...profile.map((profil) => cell(profil, id)),
    ]),
  });
}

function cell(profil: Portalprofil, id: string): Html {
  const angabe = Object.hasOwn(profil.faehigkeiten, id) ? profil.faehigkeiten[id] : undefined;
  const beleg = belegOf(profil, angabe);
  const kann = angabe?.kann === true ? badge('success', 'ja') : badge('neutral', 'nein');
  return html`${kann} <span class="kern-body--muted">${
    beleg === null ? 'nicht genannt' : beleg.art === 'annahme' ? `Annahme: ${beleg.text}` : beleg.text
  }</span>`;
}
