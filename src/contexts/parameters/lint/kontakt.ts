import type { Pruefregel, Textstelle } from './befund.ts';
import { textstellen } from './befund.ts';
import { befund } from './texte.ts';

const freemail = /@(?:gmx|web|gmail|googlemail|t-online|outlook|hotmail|yahoo|freenet|icloud)\.[a-z.]+$/i;

/** Phone numbers and e-mail addresses by their form, and whether a person's own address stands where an office's should. */
export const kontakte: Pruefregel = (pruefling) =>
  textstellen(pruefling).flatMap((stelle) => {
    if (stelle.definition.kind === 'email') return emailBefunde(stelle);
    return stelle.definition.kind === 'phone' ? telefonBefunde(stelle) : [];
  });

function emailBefunde(stelle: Textstelle) {
  const { text } = stelle;
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(text) || /\.\.|\.@|@-|,/.test(text))
    return [
      befund(stelle, 'kontakt', 'fehler', {
        text: `„${text}“ ist keine E-Mail-Adresse.`,
        abhilfe: 'Schreiben Sie sie so: steueramt@lemgo.example.',
      }),
    ];
  if (freemail.test(text))
    return [
      befund(stelle, 'kontakt', 'warnung', {
        text: `„${text}“ liegt bei einem privaten Anbieter.`,
        abhilfe: 'Nennen Sie ein Funktionspostfach Ihrer Verwaltung.',
      }),
    ];
  if (/^[a-zäöüß]+[.][a-zäöüß]{2,}@/i.test(text) && !/^(?:info|post|service|amt|team)\./i.test(text))
    return [
      befund(stelle, 'kontakt', 'hinweis', {
        text: `„${text}“ sieht nach der Adresse einer Person aus.`,
        abhilfe: 'Ein Funktionspostfach bleibt erreichbar, wenn die Person im Urlaub ist oder wechselt.',
      }),
    ];
  return [];
}

function telefonBefunde(stelle: Textstelle) {
  const digits = stelle.text.replaceAll(/\D/g, '');
  const fits = /^[+0][\d\s/()-]+$/.test(stelle.text) && digits.length >= 6 && digits.length <= 15;
  if (fits && !/^\+49\s*\(?0/.test(stelle.text)) return [];
  return [
    befund(stelle, 'kontakt', 'fehler', {
      text: `„${stelle.text}“ ist keine Telefonnummer, die man wählen kann.`,
      abhilfe: 'Mit Vorwahl, so: 05261 213-0 oder +49 5261 213-0.',
    }),
  ];
}
