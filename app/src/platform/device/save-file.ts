const fetchedWithinMs = 60_000;

/** Hands a file to the browser for the person to keep. Some browsers fetch the address only after the click has been dealt with, so it stays good for a while. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  Object.assign(document.createElement('a'), { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), fetchedWithinMs);
}
