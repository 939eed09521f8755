/** Makes something from a snapshot once; it goes with the snapshot. */
export function heldFor<Snapshot extends object, Made>(
  make: (snapshot: Snapshot) => Made,
): (snapshot: Snapshot) => Made {
  const held = new WeakMap<Snapshot, { readonly made: Made }>();
  return (snapshot) => {
    const found = held.get(snapshot) ?? { made: make(snapshot) };
    held.set(snapshot, found);
    return found.made;
  };
}
