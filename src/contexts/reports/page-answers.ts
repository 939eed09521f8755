import { flashesOf } from '#platform';

const flashes = {
  angelegt: 'Der Bericht ist angelegt. Lesen Sie ihn durch und legen Sie ihn dann zur Freigabe vor.',
  gespeichert: 'Die neue Fassung ist gespeichert.',
  vorgelegt: 'Der Bericht ist vorgelegt. Jetzt gibt ihn eine zweite Person frei.',
  zurueckgegeben: 'Der Bericht ist zurückgegeben und wieder ein Entwurf.',
  freigegeben: 'Der Bericht ist freigegeben.',
  zurueckgezogen: 'Der Bericht ist zurückgezogen. Er bleibt mit der Begründung stehen.',
  veroeffentlicht: 'Der Stand ist veröffentlicht.',
  beendet: 'Der Stand ist nicht mehr öffentlich.',
} as const;

export const { done, flashOf } = flashesOf(flashes);
