import { type ServedCities, serveCities } from '../../tests/support/served-cities.ts';
import type { Suite, Wanted } from './suites.ts';

/** The cities that the browser tests of a run walk in. */
export interface Cities {
  /** What a suite needs to know to find its own: nothing where it walks in none; null where they cannot be served, which is said. */
  envFor(suite: Suite): Promise<Record<string, string> | null>;
  stop(): Promise<void>;
}

/** Two browsers keep two cores busy, each with a city of its own; engines that run beside others have one. */
function browserCountOf({ name }: Suite, { suites, files }: Wanted): number {
  return files.length === 1 || (name === 'engines' && suites.length > 1) ? 1 : 2;
}

/** Served when the first suite asks that walks in one, so that all begin with copies of the same. */
export function citiesFor(wanted: Wanted): Cities {
  const counts = wanted.suites.map((suite) => ({ name: suite.name, count: suite.runner === 'playwright' ? browserCountOf(suite, wanted) : 0 }));
  const sum = (some: typeof counts): number => some.reduce((total, { count }) => total + count, 0);
  let served: Promise<ServedCities | null> | null = null;
  return {
    envFor: async ({ name }) => {
      const at = counts.findIndex((suite) => suite.name === name);
      const from = sum(counts.slice(0, at));
      const to = sum(counts.slice(0, at + 1));
      if (from === to) return {};
      served ??= serveCities(sum(counts)).catch(sayWhy);
      const cities = await served;
      return cities === null ? null : { SHOUWEN_CITIES: JSON.stringify(cities.addresses.slice(from, to)) };
    },
    stop: async () => (await served)?.stop(),
  };
}

function sayWhy(error: unknown): null {
  console.error(`The browser tests have no city to walk in. ${error instanceof Error ? error.message : String(error)}`);
  return null;
}
