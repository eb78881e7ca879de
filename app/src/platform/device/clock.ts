import { clockToleranceMs } from '@shouwen/domain/kernel/moment';

const storageName = 'shouwen.clockOffset';

/** A measured difference below this is none: the Date header counts whole seconds, and an answer takes its time. */
const noiseMs = clockToleranceMs / 2;
/** An answer that took longer tells too little: with noise and whole seconds, half of it would be more than clocks may differ. */
const slowestMs = 8_000;

let offsetMs = readKeptOffset();

/** The best guess of the true time: the phone's clock corrected by what the server last said. What is shown, counted down or compared with due moments uses this. */
export function nowMs(): number {
  return phoneNowMs() + offsetMs;
}

/** The phone's own clock, right or wrong: what a recording keeps as captured, together with the offset (TIME). */
export function phoneNowMs(): number {
  return Date.now();
}

/** Server time minus phone time as last measured; 0 until a first answer was seen. */
export function clockOffsetMs(): number {
  return offsetMs;
}

/** Learns the offset from the Date header of a real answer, taken to be made half-way between question and answer. Slow answers tell too little. */
export function measureClock(response: Response, askedAtMs: number, answeredAtMs: number): void {
  const serverMs = Date.parse(response.headers.get('Date') ?? '');
  if (Number.isNaN(serverMs) || answeredAtMs - askedAtMs > slowestMs) return;
  const measuredMs = Math.round(serverMs + 500 - (askedAtMs + answeredAtMs) / 2);
  if (Math.abs(measuredMs - offsetMs) < noiseMs) return;
  offsetMs = Math.abs(measuredMs) < noiseMs ? 0 : measuredMs;
  keepOffset();
}

interface PageStorage {
  getItem(name: string): string | null;
  setItem(name: string, value: string): void;
}

/** A service worker has none: it starts from 0, and only what a page measures is kept. */
function pageStorage(): PageStorage | undefined {
  return (globalThis as { localStorage?: PageStorage }).localStorage;
}

function readKeptOffset(): number {
  const kept = Number(pageStorage()?.getItem(storageName) ?? 0);
  return Number.isSafeInteger(kept) ? kept : 0;
}

function keepOffset(): void {
  pageStorage()?.setItem(storageName, String(offsetMs));
}
