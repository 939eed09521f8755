import type { Lueckenart } from '../domain/matching/luecke.ts';

export const lueckenartLabel: Readonly<Record<Lueckenart, string>> = {
  'nicht-online': 'nicht online',
  'unter-reifegrad': 'online, aber unter Reifegrad 3',
  'ohne-angabe': 'ohne Angabe',
};
