import type { Plugin } from 'vite';

/**
 * The oldest browsers in which the staff's app runs (README, `browserslist` in package.json): Safari and iOS 16.0, Chrome 110, Firefox 115. What is younger stops an older one at its first
 * line, or at the page that needs it, without a word; no translation by the bundler helps there.
 */
const younger: Readonly<Record<string, RegExp>> = {
  'a lookbehind in a regular expression (Safari 16.4)': /\(\?<[=!]/,
  'Map.groupBy or Object.groupBy (Safari 17.4)': /\b(?:Map|Object)\.groupBy\b/,
  'Promise.withResolvers (Safari 17.4)': /\bPromise\.withResolvers\b/,
  'Promise.try (Safari 18.2)': /\bPromise\.try\b/,
  'Array.fromAsync (Safari 16.4)': /\bArray\.fromAsync\b/,
  'URL.canParse or URL.parse (Safari 17, 18)': /\bURL\.(?:canParse|parse)\b/,
  'AbortSignal.any (Safari 17.4)': /\bAbortSignal\.any\b/,
  'isWellFormed or toWellFormed (Safari 16.4)': /\.(?:isWellFormed|toWellFormed)\(/,
  'checkVisibility (Safari 17.4)': /\.checkVisibility\(/,
  'a set’s own algebra (Safari 17)': /\.(?:isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/,
  'Intl.DurationFormat (Safari 16.4)': /\bIntl\.DurationFormat\b/,
};

/** What in a file's code the oldest browsers do not know; what is asked for by `typeof` before it is used does no harm. */
export function youngerThanFloor(code: string): string[] {
  return Object.entries(younger).flatMap(([what, pattern]) => {
    const found = pattern.exec(code)?.[0];
    return found === undefined || code.includes(`typeof ${found}`) ? [] : [what];
  });
}

/** Fails the build over anything that the oldest browsers do not know. */
export function browserFloor(): Plugin {
  return {
    name: 'browser-floor',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
      const faults = chunks.flatMap(({ fileName, code }) => youngerThanFloor(code).map((what) => `${fileName}: ${what}`));
      if (faults.length > 0) this.error(`The oldest browsers that the README names would not run this:\n${faults.join('\n')}`);
    },
  };
}
