import { linkButton } from '#ui';

export const sammelAddress = '/stand/sammel';

export const backToStand = linkButton('Abbrechen', '/stand', { kind: 'tertiary' });
