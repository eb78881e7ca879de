import { type ComponentType, lazy, type LazyExoticComponent } from 'react';

/** The code of a page could not be fetched: there is no network, or the app has just been updated. */
export class MissingCode extends Error {
  override name = 'MissingCode';
}

/** A page whose code is fetched when it is opened. */
export function fetchedPage(fetchPage: () => Promise<ComponentType>): LazyExoticComponent<ComponentType> {
  return lazy(() =>
    fetchPage().then(
      (Page) => ({ default: Page }),
      (cause: unknown) => {
        throw new MissingCode('the code of a page could not be fetched', { cause });
      },
    ),
  );
}
