import { flashesOf } from '#platform';

const flashes = {
  angegeben: 'Die Angabe ist gespeichert. Was vorher galt, bleibt im Verlauf.',
  eingelesen: 'Die Tabelle ist übernommen.',
  gespeichert: 'Das Schema ist gespeichert.',
  beschlossen: 'Das Schema ist beschlossen. Reihenfolge und alle Werte sind für immer festgehalten.',
  entschieden: 'Der Entscheid ist festgehalten.',
  abweichung: 'Die Abweichung ist festgehalten. Der IT-Dienstleister sieht sie.',
} as const;

export const { done, flashOf } = flashesOf(flashes);
