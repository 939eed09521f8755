import { html } from 'hono/html';
import { type Leistung, regelungOf } from '#catalogue';
import { formatLocalDate, type LocalDate } from '#kernel';
import type { Body } from '#territory';
import { descriptionList, reasonChain, textLink } from '#ui';
import { fallFor } from '../domain/compiled-duties.ts';
import type { Gemeindelage } from '../domain/decision.ts';
import { endeBy } from '../domain/ende.ts';
import { herkunftOf, herkunftText, regelungZweifel } from '../domain/herkunft.ts';
import { chainStepLabel, type Verdict } from '../domain/verdict.ts';
import type { DutiesWorld } from '../duties-world.ts';

export function achsen({ world, body, leistung, date }: Asked, { verdict, stelle }: Verdict) {
  const regelung = regelungOf(world.catalogue, leistung);
  const fall = fallFor(world.duties, leistung);
  const herkunft = herkunftOf(fall, body.land, date);
  const typ = regelung.typ === null ? '' : ` (Typ ${regelung.typ})`;
  return descriptionList([
    ['Regelung', regelung.wer === null ? 'nicht belegt' : `${regelung.wer}${typ}`],
    ['Zweifel', regelungZweifel(regelung.wer, herkunft)],
    ['Vollzug', stelle && stelle.name !== body.name ? `${verdict}: ${stelle.name}` : verdict],
    [
      'Regel des Vollzugs',
      endeBy(fall.ende, date) === null
        ? html`${herkunftText(herkunft, leistung.ozgId)}${herkunft.regeln.map(({ id, norm }) => html`<br>${textLink(`/regeln/${id}`, norm)}`)}`
        : null,
    ],
    [
      'Geht vor',
      herkunft.verdraengt.length > 0 ? herkunft.verdraengt.map(({ norm }) => norm).join('; ') : null,
    ],
  ]);
}

export function chainSection({ chain }: Verdict) {
  return reasonChain(
    chain.map((link) => ({
      title: chainStepLabel[link.step],
      text: link.note
        ? html`<p>${link.text}</p><p class="kern-body--small kern-body--muted">${link.note}</p>`
        : link.text,
      source: link.source ?? { title: 'ohne Angabe', url: null },
      evidence: link.grade,
      validity: link.validFrom === null && link.validTo === null && link.step !== 'norm' ? undefined : link,
    })),
  );
}

export function gemeindenSection(lage: Gemeindelage, leistung: Leistung, date: LocalDate) {
  const names = (bodies: Gemeindelage['offen']) =>
    bodies.length === 0
      ? null
      : html`<ul class="lw-columns">${bodies.map(({ ags, name }) => html`<li>${textLink(`/kommunen/${ags}/pflichten/${leistung.id}?datum=${date}`, name)}</li>`)}</ul>`;
  return descriptionList([
    [`Handelt für (${lage.handeltFuer.length})`, names(lage.handeltFuer)],
    [`Offen (${lage.offen.length})`, names(lage.offen)],
    [`Nicht für (${lage.andere.length})`, names(lage.andere)],
  ]);
}

export function leistungSection({ catalogue }: DutiesWorld, leistung: Leistung, date: LocalDate) {
  const ozg = leistung.ozgId === null ? undefined : catalogue.ozgById.get(leistung.ozgId);
  return descriptionList([
    ['Leistung', textLink(`/katalog/leistungen/${leistung.id}?datum=${date}`, leistung.name)],
    ['LeiKa-Schlüssel', leistung.leika ?? 'ohne (nicht im LeiKa)'],
    [
      'OZG-Leistung',
      ozg
        ? textLink(`/katalog/ozg/${ozg.ozgId}?datum=${date}`, `${ozg.ozgId} ${ozg.name}`)
        : 'ohne OZG-Leistung',
    ],
    ['Typisierung', leistung.typ ?? 'ohne'],
    ['Katalogstand', formatLocalDate(catalogue.fassung.stand)],
  ]);
}

export interface Asked {
  readonly world: DutiesWorld;
  readonly body: Body;
  readonly leistung: Leistung;
  readonly date: LocalDate;
}
