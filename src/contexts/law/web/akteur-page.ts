import { html } from 'hono/html';
import type { PageContent } from '#platform';
import { dateForm, descriptionList, emptyState, evidenceBadge, section, table } from '#ui';
import type { Rolle } from '../domain/akteur.ts';
import type { LawWorld } from '../law-world.ts';
import type { AkteurWithRoles } from '../use-cases/find-akteur.ts';
import type { Asked } from './ask.ts';
import { artLabel, ebeneLabel, schrittLabel } from './labels.ts';
import { sourceText, validityOf } from './parts.ts';

export function akteurContent({ world, date }: Asked, { akteur, rollen }: AkteurWithRoles): PageContent {
  return {
    title: akteur.name,
    preline: artLabel[akteur.art],
    lead: akteur.aufgabe,
    breadcrumb: [{ label: 'Akteure', href: `/akteure?datum=${date}` }],
    main: html`${dateForm(`/akteure/${akteur.id}`, date)}${section(
      'Steckbrief',
      descriptionList([
        ['Kurz', akteur.kurz],
        ['Ebene', ebeneLabel[akteur.ebene]],
        ['Website', akteur.website],
        ['Gültig', validityOf(akteur)],
        ['Beleg', evidenceBadge(akteur.evidenz)],
        ['Quelle', sourceText(akteur.quelle)],
        ['Hinweis', akteur.hinweis],
      ]),
    )}${section('Was macht der Akteur?', rollenTable(world, rollen))}`,
    nextSteps: [{ label: 'Alle Akteure', href: `/akteure?datum=${date}` }],
  };
}

function rollenTable(world: LawWorld, rollen: readonly Rolle[]) {
  return table({
    caption: 'Rollen nach Schritt',
    captionHidden: true,
    columns: [
      { label: 'Schritt', width: 'narrow' },
      { label: 'Was', width: 'wide' },
      { label: 'Wofür' },
      { label: 'Norm' },
      { label: 'Gültig' },
      { label: 'Beleg' },
    ],
    rows: rollen.map((rolle) => [
      schrittLabel[rolle.schritt],
      html`${rolle.was}${rolle.hinweis ? html`<p class="kern-body kern-body--small kern-body--muted">${rolle.hinweis}</p>` : ''}`,
      bereichText(world, rolle),
      rolle.norm ?? '–',
      validityOf(rolle),
      html`${evidenceBadge(rolle.evidenz)}<p class="kern-body kern-body--small">${sourceText(rolle.quelle)}</p>`,
    ]),
    empty: emptyState({
      title: 'Keine Rolle belegt',
      body: 'Für diesen Akteur sagt noch keine Quelle, welchen Schritt er übernimmt. Kennen Sie eine? Der Betreiber nimmt sie mit Fundstelle auf.',
    }),
  });
}

function bereichText({ catalogue }: LawWorld, { bereich }: Rolle): string {
  if (bereich.alle) return 'alle Leistungen';
  const themen = bereich.themenfelder.map(
    (id) => `Themenfeld ${catalogue.themenfeldById.get(id)?.name ?? id}`,
  );
  const ozg = bereich.ozgIds.map((id) => `OZG-Leistung ${id} ${catalogue.ozgById.get(id)?.name ?? ''}`);
  return [...themen, ...ozg].join('; ');
}
