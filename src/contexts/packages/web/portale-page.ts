import { html } from 'hono/html';
import { formatLocalDate, localDate } from '#kernel';
import { type PageRoute, page } from '#platform';
import { badge, descriptionList, externalLink, type Html, section, table } from '#ui';
import type { PackagesDeps } from '../deps.ts';
import { faehigkeiten } from '../domain/faehigkeit.ts';
import { eigenesZuerst, type Portalprofil } from '../domain/portalprofil.ts';
import { lieferantRoute, start } from './route.ts';

/** What each portal can do, and where that is known from. */
export function portaleRoutes(deps: PackagesDeps): readonly PageRoute[] {
  return [
    lieferantRoute(deps, 'packages.profiles', ['GET', '/portale'], async () => {
      const profile = eigenesZuerst(await deps.profile(), deps.eigenesProfil);
      return page({
        title: 'Was die Portale können',
        preline: 'Pakete',
        lead: 'Je Fähigkeit mit Quelle, oder als Annahme gekennzeichnet. Danach richtet sich, ob ein Dienst dort ganz, eingeschränkt oder nicht läuft.',
        wide: true,
        breadcrumb: [start, { label: 'Portale' }],
        main: html`${section('Fähigkeiten', faehigkeitenTable(profile), { lead: 'Q nennt die Quelle, A die Annahme; beide stehen unter der Tabelle.' })}${section('Woher wir das wissen', html`<div class="lw-stack">${profile.map(profilPart)}</div>`)}`,
      });
    }),
  ];
}

/** The sources and assumptions of a profile, each under a short mark, so that the table stays readable. */
interface Fussnoten {
  readonly quellen: ReadonlyMap<string, string>;
  readonly annahmen: ReadonlyMap<string, string>;
}

function fussnotenOf({ quellen, faehigkeiten: angaben }: Portalprofil): Fussnoten {
  const texts = new Set(Object.values(angaben).flatMap(({ annahme }) => annahme ?? []));
  return {
    quellen: new Map(Object.keys(quellen).map((key, index) => [key, `Q${index + 1}`])),
    annahmen: new Map([...texts].map((text, index) => [text, `A${index + 1}`])),
  };
}

function profilPart(profil: Portalprofil): Html {
  const { name, stand, hinweis, quellen } = profil;
  const { quellen: marks, annahmen } = fussnotenOf(profil);
  return html`<div><h3 class="kern-heading-small">${name}</h3>
    <p class="kern-body">${hinweis} Stand ${formatLocalDate(localDate(stand))}.</p>
    ${descriptionList([
      ...Object.entries(quellen).map(
        ([key, { titel, url }]) =>
          [`${marks.get(key) ?? ''} Quelle`, url === null ? titel : externalLink(url, titel)] as const,
      ),
      ...[...annahmen].map(([text, mark]) => [`${mark} Annahme`, text] as const),
    ])}</div>`;
}

function faehigkeitenTable(profile: readonly Portalprofil[]): Html {
  const columns = profile.map((profil) => ({ profil, fussnoten: fussnotenOf(profil) }));
  return table({
    caption: 'Fähigkeiten der Portale',
    captionHidden: true,
    small: true,
    columns: [{ label: 'Fähigkeit', width: 'wide' }, ...profile.map(({ name }) => ({ label: name }))],
    rows: [...faehigkeiten.values()].map(({ id, label }) => [
      label,
      ...columns.map(({ profil, fussnoten }) => cell(profil, fussnoten, id)),
    ]),
  });
}

function cell(profil: Portalprofil, { quellen, annahmen }: Fussnoten, id: string): Html {
  const angabe = Object.hasOwn(profil.faehigkeiten, id) ? profil.faehigkeiten[id] : undefined;
  const kann = angabe?.kann === true ? badge('success', 'ja') : badge('neutral', 'nein');
  const mark =
    angabe?.annahme === undefined
      ? (quellen.get(angabe?.quelle ?? '') ?? 'nicht genannt')
      : `Annahme ${annahmen.get(angabe.annahme) ?? ''}`;
  return html`${kann} <span class="kern-body--muted">${mark}</span>`;
}
