/** Browsers that run beside each other: two keep two cores busy. */
export const browserCount = 2;

/** The environment variables by which browser tests find the city that they walk in. */
export interface CityAddress {
  SHOUWEN_ORIGIN: string;
  SHOUWEN_PROJECT: string;
  /** The ports of its emulators, JSON. */
  SHOUWEN_PORTS: string;
  /** The folder of the built pages. */
  SHOUWEN_PAGES: string;
  /** By this file tests move the functions' clock. */
  SHOUWEN_CLOCK_FILE: string;
}

/** In a process that runs browser tests: the city of its own becomes the one that tests find. */
export function enterCityOfThisWorker(): void {
  const { TEST_PARALLEL_INDEX: index, SHOUWEN_CITIES: cities } = process.env;
  if (index === undefined || cities === undefined) return;
  Object.assign(process.env, (JSON.parse(cities) as CityAddress[])[Number(index)]);
}
