/** The addresses in a plain text, each once; brackets and full stops behind them do not belong to them. */
export function linksOfText(text: string): readonly { readonly uri: string; readonly title: string }[] {
  const found = text.match(/https?:\/\/[^\s<>"„“]+/g) ?? [];
  const addresses = found
    .map((each) => each.replace(/[).,;:!?\]]+$/, ''))
    .filter((each) => URL.canParse(each));
  return [...new Set(addresses)].map((uri) => ({ uri, title: new URL(uri).hostname }));
}
