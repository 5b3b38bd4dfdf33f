// What starter data is, for a newcomer who sees it on every page.
export function StarterNote() {
  return (
    <div className="mt-4 border-l-4 border-review pl-4">
      <h2 className="font-semibold">These are starter lists</h2>
      <p className="mt-1">
        Interdict comes with a few dozen old listings, so that there is something to look at without a
        connection. Who is found on them was listed on their day. Who is not found may well be listed, so they
        clear nobody. An update fetches the official lists from their publishers, and they take the place of
        the starter lists.
      </p>
    </div>
  );
}
