import type { EnginePage } from './engine-page.ts';

/** A phone whose storage outlives its browser; offline from the very start of it, when it is to be. */
export interface EnginePhone {
  open(options?: { offline?: boolean }): Promise<EnginePage>;
  /** The page on A4, as a PDF. */
  print(): Promise<Buffer>;
  /** Ends the browser; it can be opened again. */
  close(): Promise<void>;
  throwAway(): Promise<void>;
}
