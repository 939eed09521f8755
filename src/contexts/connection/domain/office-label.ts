const known: Readonly<Record<string, string>> = {
  buergeramt: 'Bürgeramt',
  strassenverkehrsbehoerde: 'Straßenverkehrsbehörde',
  jagdbehoerde: 'Jagdbehörde',
  arbeitsschutz: 'Arbeitsschutz',
  auslaenderbehoerde: 'Ausländerbehörde',
};

/** What people call a kind of office that an Onlinedienst names: „Steueramt“. */
export function officeLabel(office: string): string {
  return known[office] ?? `${office.slice(0, 1).toUpperCase()}${office.slice(1)}`;
}
