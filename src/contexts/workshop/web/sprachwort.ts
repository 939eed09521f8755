const bekannt: Readonly<Record<string, string>> = {
  'de-simple': 'Leichte Sprache',
  en: 'Englisch',
  uk: 'Ukrainisch',
  tr: 'Türkisch',
  ar: 'Arabisch',
  fr: 'Französisch',
};

export function sprachWort(name: string): string {
  return bekannt[name] ?? name;
}
