import type { XdfDatenfeld } from '#standards/xdatenfelder';
import { einzeilig, formularText, istZuLang } from '../text.ts';
import { auswahl } from './auswahl.ts';
import { type Entwurf, quelleOf, type Werkbank } from './entwurf.ts';
import { dateifeld, datumsfeld, textfeld, zahlenfeld } from './feldarten.ts';
import type { Feldplatz } from './feldplatz.ts';
import { bezeichnungOf, type Knoten } from './knoten.ts';
import { eineVon } from './steuerung.ts';

/** One field of the schema as a question, a text or a value of the form; `null` where the form cannot show it. */
export function feldEntwurf(knoten: Knoten, feld: XdfDatenfeld, bank: Werkbank): Entwurf {
  const platz = { knoten, feld };
  melde(platz, bank);
  const { feldart } = feld;
  if (feldart.code === 'label') return hinweistext(platz, bank);
  if (feldart.code === 'hidden' || feldart.code === 'locked') return wert(platz, bank);
  return { ...inhaltOf(platz, bank), ...gemeinsam(platz, bank), ...antwort(platz, bank) };
}

function inhaltOf(platz: Feldplatz, bank: Werkbank): Entwurf {
  const { feldart, datentyp } = platz.feld;
  if (feldart.code === 'select') return auswahl(platz, bank);
  if (datentyp.code === 'bool') return { type: 'yesno' };
  if (datentyp.code === 'file') return dateifeld(platz, bank);
  if (['date', 'time', 'datetime'].includes(datentyp.code)) return datumsfeld(platz, bank);
  if (datentyp.code.startsWith('num')) return zahlenfeld(platz, bank);
  if (datentyp.code === 'obj')
    bank.befund(
      'objekt',
      'luecke',
      platz.knoten,
      'Ein beliebiges Datenobjekt kann ein Formular nicht erfragen. Es nimmt Text an; bitte entscheiden Sie, was gefragt wird.',
    );
  return textfeld(platz, bank);
}

/** What a question, a text and a value have in common. */
function gemeinsam({ knoten, feld }: Feldplatz, { steuerung, standard }: Werkbank): Entwurf {
  const erscheint = steuerung.erscheint.get(knoten);
  return {
    id: knoten.name,
    label: einzeilig(bezeichnungOf(feld)),
    ...hilfe(feld.hilfetextEingabe),
    ...(erscheint ? { condition: eineVon(erscheint) } : {}),
    source: quelleOf(knoten, standard),
  };
}

const kurz = 160;

/** Short help stands beside the question, long help opens. */
export function hilfe(text: string | null): Entwurf {
  const said = formularText(text ?? '');
  if (said === '') return {};
  return said.length <= kurz && !said.includes('\n') ? { hint: said } : { help: said };
}

function antwort({ knoten }: Feldplatz, { steuerung }: Werkbank): Entwurf {
  const pflicht = steuerung.pflicht.get(knoten);
  const erscheint = steuerung.erscheint.get(knoten);
  const immer = knoten.anzahl.min > 0 || (pflicht && erscheint && eineVon(pflicht) === eineVon(erscheint));
  const pruefungen = steuerung.pruefungen.get(knoten);
  return {
    required: immer ? true : pflicht ? eineVon(pflicht) : false,
    ...(pruefungen ? { checks: pruefungen } : {}),
  };
}

function hinweistext(platz: Feldplatz, bank: Werkbank): Entwurf {
  const text = formularText(platz.feld.inhalt ?? platz.feld.hilfetextEingabe ?? '');
  const { hint: _, help: __, ...common } = { hint: null, help: null, ...gemeinsam(platz, bank) };
  return { type: 'info', ...common, ...(text === '' ? {} : { text }) };
}

/** A value that nobody enters: shown where the schema locks it, kept where it hides it. */
function wert(platz: Feldplatz, bank: Werkbank): Entwurf {
  const { feld, knoten } = platz;
  const locked = feld.feldart.code === 'locked';
  const inhalt = (feld.inhalt ?? '').trim();
  if (inhalt === '')
    bank.befund(
      locked ? 'gesperrt' : 'verborgen',
      'arbeit',
      knoten,
      locked
        ? 'Das Feld ist gesperrt und hat keinen Wert: Etwas außerhalb des Formulars füllt es. Das Formular zeigt nur einen Text; bitte entscheiden Sie, woher der Wert kommt.'
        : 'Das Feld ist verborgen und hat keinen Wert. Bitte entscheiden Sie, woher er kommt.',
    );
  const { hint: _, help: __, ...common } = { hint: null, help: null, ...gemeinsam(platz, bank) };
  if (inhalt === '') return { type: 'info', ...common, text: 'Diese Angabe wird an anderer Stelle ergänzt.' };
  return {
    type: 'calculated',
    ...common,
    value: `'${inhalt.replaceAll("'", "''").slice(0, 1_900)}'`,
    show: locked,
  };
}

/** What a form has no place for, field by field. */
function melde({ knoten, feld }: Feldplatz, bank: Werkbank): void {
  const { vorbefuellung, inhalt, feldart, hilfetextEingabe } = feld;
  if (vorbefuellung !== null && vorbefuellung.code !== 'keine')
    bank.befund(
      'vorbelegung',
      'arbeit',
      knoten,
      `Die Vorbefüllung ist ${vorbefuellung.code}. Woraus, sagt das Schema nicht. Bitte tragen Sie die Quelle beim Feld ein.`,
    );
  if (inhalt !== null && inhalt.trim() !== '' && (feldart.code === 'input' || feldart.code === 'select'))
    bank.befund(
      'vorgabewert',
      'arbeit',
      knoten,
      `Der Vorgabewert „${inhalt.trim().slice(0, 200)}“ wird nicht eingesetzt.`,
    );
  if ([hilfetextEingabe, inhalt].some((text) => text !== null && istZuLang(text)))
    bank.befund(
      'text-gekuerzt',
      'luecke',
      knoten,
      'Ein Text ist länger als 4.900 Zeichen und wurde im Formular gekürzt.',
    );
}
