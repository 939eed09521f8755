import type { Refusal } from '#kernel';

export const kommuneNeeded: Refusal = {
  kind: 'invalid',
  code: 'QUALITY_KOMMUNE_NEEDED',
  message: 'Für welche Kommune? Bitte nennen Sie ihren Namen oder AGS.',
  fields: [{ field: 'kommune', message: 'Bitte nennen Sie eine Kommune.' }],
};

export const kommuneNotYours: Refusal = {
  kind: 'forbidden',
  code: 'QUALITY_KOMMUNE_NOT_YOURS',
  message: 'Diese Kommune gehört nicht zu denen, deren Texte Sie betreuen.',
};

export const notAnEditor: Refusal = {
  kind: 'forbidden',
  code: 'QUALITY_NOT_AN_EDITOR',
  message: 'Die Qualität der Texte sehen nur Personen, deren Rolle das erlaubt.',
};
