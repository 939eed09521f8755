/** Makes something from a snapshot once, and anew only when the snapshot is another. */
export function heldFor<Snapshot extends object, Made>(
  make: (snapshot: Snapshot) => Made,
): (snapshot: Snapshot) => Made {
  let held: { readonly snapshot: Snapshot; readonly made: Made } | undefined;
  return (snapshot) => {
    if (held?.snapshot !== snapshot) held = { snapshot, made: make(snapshot) };
    return held.made;
  };
}
