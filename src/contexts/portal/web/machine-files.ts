import type { PageAnswer } from '#platform';

/** What crawlers may do: nothing in a demonstration, else everything but single Anträge. */
export function robotsFile(demo: boolean, origin: string): PageAnswer {
  const rules = demo ? ['Disallow: /'] : ['Disallow: /antrag/', 'Allow: /', `Sitemap: ${origin}/sitemap.xml`];
  return { kind: 'text', contentType: 'text/plain', body: `${['User-agent: *', ...rules].join('\n')}\n` };
}

/** The sitemap of a site: its pages that are to be found, as the protocol of sitemaps.org writes them. */
export function sitemapFile(origin: string, paths: readonly string[]): PageAnswer {
  const entries = [...new Set(paths)].map((path) => `<url><loc>${escaped(origin + path)}</loc></url>`);
  const head = '<?xml version="1.0" encoding="UTF-8"?>';
  const body = `${head}\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${entries.join('\n')}</urlset>\n`;
  return { kind: 'text', contentType: 'application/xml', body };
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
