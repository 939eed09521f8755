import { keineTestfaelle } from '#forms/testfaelle';
import { nochPruefen, platzhalter } from '../domain/platzhalter.ts';
import type { Dokumente } from '../domain/unterschied.ts';
import type { NeuerDienst } from './neuer-dienst.ts';

export function geruest({ dienst, titel, leika, leistung, stelle }: NeuerDienst, today: string): Dokumente {
  const rule = (id: string, what: string, data: string, from: string, days: number, basis: string) => ({
    ...{ id, what, data, from, days, basis },
    validFrom: today,
    validTo: null,
  });
  const own = 'Festlegung dieses Onlinedienstes; keine gesetzliche Frist';
  return {
    dienst: {
      format: 'leitwerk/onlinedienst@1',
      id: dienst,
      version: 1,
      title: titel.trim(),
      summary: titel.trim(),
      words: [titel.trim().slice(0, 60)],
      land: '05',
      covers: [
        {
          leika,
          name: leistung.trim(),
          office: stelle,
          norms: [
            {
              text: platzhalter.recht,
              url: null,
              sources: [{ title: platzhalter.quelle, url: null, evidence: 'einschaetzung' }],
            },
          ],
        },
      ],
      texts: {
        what: `Mit diesem Onlinedienst können Sie in {param.kommuneName} einen Antrag stellen: ${titel.trim()}.`,
        forWhom: nochPruefen('Für alle, die hier wohnen.'),
        need: [],
        cost: nochPruefen('Es fallen keine Kosten an.'),
        time: 'Wir melden uns bei Ihnen.',
        deadline: nochPruefen('Es gibt keine Frist.'),
        law: platzhalter.recht,
      },
      parameters: { kommuneName: { type: 'text', label: 'Name der Kommune im Satz', filledBy: 'kommune' } },
      deletion: [
        rule(
          'entwurf',
          'Begonnener, nicht abgeschickter Antrag',
          'draft',
          'last-edit',
          30,
          '§ 8a Absatz 3 Onlinezugangsgesetz: in der Regel 30 Tage nach der letzten Bearbeitung',
        ),
        rule(
          'antrag',
          'Abgeschickter Antrag im Portal mit Status und Nachrichten',
          'application',
          'closed',
          90,
          own,
        ),
        rule('anlagen', 'Anlagen des abgeschickten Antrags im Portal', 'attachments', 'closed', 90, own),
        rule('vorgang', 'Vorgang im Posteingang der Behörde', 'case', 'closed', 365, own),
      ],
    },
    formular: {
      format: 'leitwerk/formular@1',
      id: dienst,
      version: 1,
      title: titel.trim(),
      pages: [
        {
          id: 'person',
          title: 'Wer sind Sie?',
          fields: [{ type: 'name', id: 'name', label: 'Ihr Name' }],
        },
      ],
    },
    testfaelle: keineTestfaelle,
  };
}
