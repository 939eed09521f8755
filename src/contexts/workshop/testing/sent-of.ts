import { queryHtml } from '../../../../test/support/html-query.ts';

/** What a browser sends of a form that nobody touched. */
export async function sentOf(html: unknown): Promise<URLSearchParams> {
  const sent = new URLSearchParams();
  const text = String(await html);
  for (const field of queryHtml(text).all('field')) {
    const { name, type, checked, value = '' } = field.attributes;
    if (name === undefined || ((type === 'checkbox' || type === 'radio') && checked === undefined)) continue;
    if (field.tag === 'input') sent.append(name, decoded(value));
  }
  for (const [, name = '', body = ''] of text.matchAll(
    /<textarea[^>]* name="([^"]*)"[^>]*>([^<]*)<\/textarea>/g,
  ))
    sent.append(decoded(name), decoded(body));
  for (const [, name = '', body = ''] of text.matchAll(
    /<select[^>]* name="([^"]*)"[^>]*>(.*?)<\/select>/gs,
  )) {
    const chosen = /<option value="([^"]*)" selected/.exec(body) ?? /<option value="([^"]*)"/.exec(body);
    sent.append(decoded(name), decoded(chosen?.[1] ?? ''));
  }
  return sent;
}

const decoded = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
