// Unpacks a table of readings (a string of characters for each syllable) into one lookup. Unpacked at the first
// question, since most runs meet no Han character.

export function characterReadings(
  packed: Readonly<Record<string, string>>,
): (character: string) => string | undefined {
  let unpacked: Map<string, string> | undefined;
  return (character) => {
    if (unpacked === undefined) {
      unpacked = new Map();
      for (const [syllable, characters] of Object.entries(packed)) {
        for (const each of characters) unpacked.set(each, syllable);
      }
    }
    return unpacked.get(character);
  };
}
