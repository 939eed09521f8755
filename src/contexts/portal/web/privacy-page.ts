import { html } from 'hono/html';
import type { PageContent } from '#platform';
import { descriptionList, section } from '#ui';
import { type Loeschung, type Phase, type PhaseId, phasesOf } from '../domain/controllers.ts';
import { readControllerFacts } from '../use-cases/read-controllers.ts';
import type { Visit } from './context.ts';
import { lines, mailLink } from './hours-parts.ts';
import { inNrw, ownWords } from './own-words.ts';

const phaseLabel: Readonly<Record<PhaseId, string>> = {
  lesen: 'Wenn Sie diese Seiten lesen',
  ausfuellen: 'Solange Sie den Antrag ausfüllen (Zwischenspeicher)',
  bearbeiten: 'Wenn die Behörde den Antrag bearbeitet',
};

const seit: Readonly<Record<Loeschung['ab'], string>> = {
  'last-edit': 'nach der letzten Bearbeitung',
  submission: 'nach dem Absenden',
  closed: 'nach dem Abschluss',
};

/** Who answers for the data in each phase; all of it follows from what is offered here and by whom. */
export async function privacyPage(visit: Visit): Promise<PageContent> {
  const { deps, site, description } = visit;
  const phases = phasesOf(await readControllerFacts(deps, site, description));
  const [lesen, ...further] = phases;
  const dienste = [...new Set(further.map(({ dienst }) => dienst))];
  return {
    title: 'Datenschutz',
    lead: 'Wer in welchem Schritt für Ihre Daten verantwortlich ist, und wann sie gelöscht werden.',
    main: html`${
      lesen
        ? section(
            phaseLabel.lesen,
            html`<p class="kern-body lw-measure">Sie können alles lesen, ohne etwas anzugeben. Die Adresse Ihres Geräts dient nur dazu, Ihnen zu antworten und zu viele Anfragen zu begrenzen. Es gibt keine Messung von Besuchen und keine Inhalte von anderen Servern.</p>${phaseList(lesen)}`,
          )
        : ''
    }
      ${dienste.map((dienst, index) =>
        section(
          `Onlinedienst „${dienst}“`,
          html`${further
            .filter((phase) => phase.dienst === dienst)
            .map(
              (phase) => html`<h3 class="kern-title">${phaseLabel[phase.phase]}</h3>${phaseList(phase)}`,
            )}`,
          { id: `dienst-${index + 1}` },
        ),
      )}
      ${(await ownWords(visit, 'datenschutz')) as string}
      ${section('Ihre Rechte', html`<p class="kern-body lw-measure">Sie können Auskunft, Berichtigung und Löschung verlangen und der Verarbeitung widersprechen. Wenden Sie sich an die Stelle, die für den Schritt verantwortlich ist. Beschweren können Sie sich bei der Landesbeauftragten ${inNrw(site) ? 'für Datenschutz und Informationsfreiheit Nordrhein-Westfalen' : 'oder dem Landesbeauftragten für den Datenschutz Ihres Landes'}.</p>`)}
      ${section('Cookies', html`<p class="kern-body lw-measure">Diese Seiten setzen ein Cookie. Es schützt Formulare vor gefälschten Absendern, sagt nichts über Sie und endet mit dem Browser. Beginnen Sie einen Antrag, kommt eines dazu, mit dem Sie ihn fortsetzen.</p>`)}`,
  };
}

function phaseList(phase: Phase) {
  const { verantwortlich, kontakt, auftragsverarbeiter, grundlage, loeschung } = phase;
  return descriptionList([
    ['Verantwortlich', lines(verantwortlich)],
    ['Datenschutzbeauftragte Person', kontakt && mailLink(kontakt)],
    ['Im Auftrag tätig (Artikel 28 DSGVO)', auftragsverarbeiter],
    ['Rechtsgrundlage', grundlage],
    ['Löschung', loeschung && `${loeschung.tage} Tage ${seit[loeschung.ab]} (${loeschung.grundlage})`],
  ]);
}
