import { nearest, type Refusal } from '#kernel';
import type { Akteur } from './domain/akteur.ts';
import { type Eintrag, registerNamen } from './domain/eintrag.ts';

const suggested = 5;

export function akteurUnknown(text: string, akteure: readonly Akteur[]): Refusal {
  return {
    kind: 'not-found',
    code: 'LAW_AKTEUR_UNKNOWN',
    message: `Den Akteur „${text.slice(0, 80)}“ gibt es hier nicht.`,
    suggestions: nearest(text, akteure, ({ name }) => name, suggested).map(({ id, name }) => ({
      key: id,
      label: name,
    })),
  };
}

export function eintragUnknown(text: string, eintraege: readonly Eintrag[]): Refusal {
  return {
    kind: 'not-found',
    code: 'LAW_EINTRAG_UNKNOWN',
    message: `Den Eintrag „${text.slice(0, 80)}“ gibt es in keinem Register.`,
    suggestions: nearest(text, eintraege, ({ titel }) => titel, suggested).map(({ id, titel }) => ({
      key: id,
      label: titel,
    })),
  };
}

export function registerUnknown(text: string): Refusal {
  return {
    kind: 'invalid',
    code: 'LAW_REGISTER_UNKNOWN',
    message: `„${text.slice(0, 80)}“ ist kein Register. Möglich sind: ${registerNamen.join(', ')}.`,
  };
}
