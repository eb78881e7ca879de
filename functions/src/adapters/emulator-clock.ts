import { readFileSync } from 'node:fs';

/**
 * The clock of functions that run in the emulator with a clock file: the machine's time and as many milliseconds as the file says now, so that a
 * browser test can let the 6th come. Deployed functions never look for such a file.
 */
export function emulatorClock(variables: Record<string, string | undefined>): (() => number) | null {
  const path = variables['SHOUWEN_CLOCK_FILE'];
  if (variables['FUNCTIONS_EMULATOR'] !== 'true' || path === undefined) return null;
  return () => Date.now() + shiftMs(path);
}

/** No file, or nothing readable in it, shifts nothing. */
function shiftMs(path: string): number {
  try {
    const shift = Number(readFileSync(path, 'utf8'));
    return Number.isSafeInteger(shift) ? shift : 0;
  } catch {
    return 0;
  }
}
