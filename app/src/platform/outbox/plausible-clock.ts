import { earliestMomentMs, isMoment, latestMomentMs } from '@shouwen/domain/kernel/moment';

/** What a document says about its phone's clock; a photo says nothing about the offset. */
interface Stamped {
  capturedAtMs?: number | undefined;
  clockOffsetMs?: number | undefined;
}

const centuryMs = latestMomentMs + 1 - earliestMomentMs;

/**
 * A document with a moment and an offset that the server takes: what was captured by a clock of another century is told by the corrected clock, as far as the phone
 * knew. Nothing is changed about a clock that is merely wrong (TIME).
 */
export function withPlausibleClock<Document extends Stamped>(document: Document): Document {
  const { capturedAtMs, clockOffsetMs = 0 } = document;
  if (capturedAtMs === undefined || (isMoment(capturedAtMs) && Math.abs(clockOffsetMs) <= centuryMs)) return document;
  const correctedMs = Math.min(Math.max(capturedAtMs + clockOffsetMs, earliestMomentMs), latestMomentMs);
  return { ...document, capturedAtMs: correctedMs, ...('clockOffsetMs' in document && { clockOffsetMs: 0 }) };
}
