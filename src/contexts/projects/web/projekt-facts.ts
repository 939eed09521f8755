import { html } from 'hono/html';
import { addedFields, fieldValues, vollstaendigkeitText } from '#fields';
import { formatLocalDate, type LocalDate } from '#kernel';
import { descriptionList, externalLink, section } from '#ui';
import type { Projektintern } from '../domain/projekt.ts';
import { type Felder, feldLabel } from '../felder/feldnamen.ts';
import { interneTexte } from '../felder/schreiben.ts';
import { efaTypLabel, groessenklasseLabel, keineAngabe } from '../messages.ts';
import type { Projektdetail } from '../use-cases/read-projekt.ts';
import { entries, herkunftText } from '../views/projekt-parts.ts';
import { stretch } from './phasen-section.ts';

/** What a project is, who leads it and who takes part. */
export function facts(
  { projekt, phase, felder, vollstaendigkeit }: Projektdetail,
  themenfeld: (id: number) => string | null,
  day: LocalDate,
) {
  const { inhalt, haus, tenant, stand } = projekt;
  const { abschluss, herkunft } = inhalt;
  return descriptionList([
    [
      'Themenfeld',
      inhalt.themenfeldId === null ? keineAngabe : (themenfeld(inhalt.themenfeldId) ?? keineAngabe),
    ],
    ['EfA-Typ', inhalt.efaTyp === null ? keineAngabe : efaTypLabel[inhalt.efaTyp]],
    ['Federführung', inhalt.federfuehrung],
    [
      'Kontakt',
      inhalt.postfach === null
        ? keineAngabe
        : html`<a class="kern-link" href="mailto:${inhalt.postfach}">${inhalt.postfach}</a>`,
    ],
    ['Kernteam Fach (zugesichert)', entries(inhalt.kernteamFach)],
    ['Kernteam IT (zugesichert)', entries(inhalt.kernteamIt)],
    ['Zielportale', entries(inhalt.portale)],
    ['Hilft Größenklassen', entries(inhalt.groessenklassen.map((klasse) => groessenklasseLabel[klasse]))],
    [
      'Beendet',
      abschluss && phase === abschluss.art ? `am ${formatLocalDate(abschluss.am)}. ${abschluss.grund}` : null,
    ],
    ['Dokumente', inhalt.dokumente.length > 0 ? documents(inhalt.dokumente) : null],
    ['Hinweise', inhalt.notiz],
    ...fieldValues(addedFields(felder), inhalt.felder, day),
    ['Vollständig', vollstaendigkeitText(vollstaendigkeit)],
    ['Quelle', herkunft && herkunftText(herkunft)],
    [
      'Geführt von',
      `${tenant === null ? 'niemandem in dieser Installation' : haus}, Stand ${formatLocalDate(stand)}`,
    ],
  ]);
}

function documents(dokumente: Projektdetail['projekt']['inhalt']['dokumente']) {
  return html`<ul class="kern-list kern-list--bullet">${dokumente.map(
    ({ titel, url }) => html`<li>${externalLink(url, titel)}</li>`,
  )}</ul>`;
}

/** The funding: what everybody may know, and for the leading house the rest. */
export function funding({ projekt: { inhalt }, intern }: Projektdetail) {
  const { foerderprogramm, foerderVon, foerderBis, antragsfrist } = inhalt;
  return section(
    'Förderung',
    descriptionList([
      ['Programm', foerderprogramm || keineAngabe],
      ['Zeitraum', foerderVon || foerderBis ? stretch(foerderVon, foerderBis) : null],
      ['Antragsfrist', antragsfrist && formatLocalDate(antragsfrist)],
      ...(intern ? internalEntries(intern) : []),
    ]),
  );
}

function internalEntries(intern: Projektintern): readonly (readonly [string, string])[] {
  return Object.entries(interneAnzeige(intern)).map(([name, value]) => [
    feldLabel[name] ?? name,
    value || keineAngabe,
  ]);
}

function interneAnzeige(intern: Projektintern): Felder {
  const { nachweisFrist, nachweisAm } = intern;
  return {
    ...interneTexte(intern),
    nachweisFrist: nachweisFrist ? formatLocalDate(nachweisFrist) : '',
    nachweisAm: nachweisAm ? formatLocalDate(nachweisAm) : '',
  };
}
