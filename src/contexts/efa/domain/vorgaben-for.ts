/** What Land and Kreis state for a Kommune. */
export function vorgabenFor<Vorgabe extends { readonly gebiet: string }>(
  vorgaben: readonly Vorgabe[],
  ags: string,
): readonly Vorgabe[] {
  return vorgaben.filter(
    ({ gebiet }) => gebiet !== ags && ags.startsWith(gebiet) && (gebiet.length === 2 || ags.length === 8),
  );
}
