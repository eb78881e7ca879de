// First, so that the request for the view leaves before the rest of the page has even been set up.
import { firstVisit } from './first-visit.ts';
import { render } from 'preact';
import { StatusApp } from './app.tsx';
import { preferredLanguage, speak } from './i18n/language.ts';
import { isTypeLarge, setTypeLarge } from './large-type.ts';
import { kept } from './session-store.ts';

/** Draws the page once the way in and the language are known; until then it shows what its HTML holds. */
async function start(): Promise<void> {
  const [visit, spoken] = await Promise.all([firstVisit, speak(preferredLanguage(kept('language'), navigator.languages))]);
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no root');
  setTypeLarge(isTypeLarge());
  root.replaceChildren();
  render(<StatusApp firstVisit={visit} firstSpoken={spoken} />, root);
}

void start();
