import { useEffect, useState } from 'preact/hooks';
import { PageFailureNotice } from './failure-notice.tsx';
import { LanguageContext, languageTags, speak, type Spoken } from './i18n/language.ts';
import { type FoundPage, LookUpForm } from './look-up/look-up-form.tsx';
import { isTypeLarge, setTypeLarge } from './large-type.ts';
import { keep } from './session-store.ts';
import { StatusPage } from './status-page.tsx';
import { startVisit, type Visit } from './visit.ts';

type ClosurePageModule = typeof import('./closure/closure-page.tsx');

/** Fetched only by those who have such a link, so that nobody else waits for it. */
function LaterClosurePage({ statusId }: { statusId: string }) {
  const [page, setPage] = useState<ClosurePageModule | null>(null);
  useEffect(() => void import('./closure/closure-page.tsx').then(setPage), []);
  return page && <page.ClosureStatusPage statusId={statusId} />;
}

type IntakePageModule = typeof import('./intake/intake-page.tsx');

/** REC-5: fetched only by those who come to complain. */
function LaterIntakePage() {
  const [page, setPage] = useState<IntakePageModule | null>(null);
  useEffect(() => void import('./intake/intake-page.tsx').then(setPage), []);
  return page && <page.IntakePage />;
}

export function StatusApp({ firstVisit, firstSpoken }: { firstVisit: Visit; firstSpoken: Spoken }) {
  const [visit, setVisit] = useState(firstVisit);
  const [spoken, setSpoken] = useState(firstSpoken);
  const [isLarge, setLarge] = useState(isTypeLarge);
  const { language, texts } = spoken;
  const otherLanguage = language === 'zh' ? 'en' : 'zh';
  const pageTitle = visit.kind === 'intake' ? texts.complain : texts.title;

  useEffect(() => {
    document.documentElement.lang = languageTags[language];
    document.title = pageTitle;
  }, [language, pageTitle]);

  // Going back and opening another link in the same tab are new visits.
  useEffect(() => {
    const visitAgain = (): void => void startVisit().then(setVisit);
    addEventListener('popstate', visitAgain);
    return () => removeEventListener('popstate', visitAgain);
  }, []);

  const goTo = async (historyState: FoundPage | null): Promise<void> => {
    history.pushState(historyState, '', location.pathname);
    setVisit(await startVisit());
    scrollTo(0, 0);
  };
  const switchLanguage = async (): Promise<void> => {
    const other = await speak(otherLanguage);
    keep('language', other.language);
    setSpoken(other);
  };

  return (
    <LanguageContext.Provider value={spoken}>
      <header class="bar">
        <p class="bar-title">{pageTitle}</p>
        <button
          type="button"
          class="plain"
          onClick={() => {
            setTypeLarge(!isLarge);
            setLarge(!isLarge);
          }}
        >
          {isLarge ? texts.plainType : texts.largeType}
        </button>
        <button type="button" class="plain" lang={languageTags[otherLanguage]} onClick={() => void switchLanguage()}>
          {texts.switchLanguage}
        </button>
      </header>
      <main>
        {visit.kind === 'page' && (
          <StatusPage key={visit.statusId} statusId={visit.statusId} proof={visit.proof} firstReading={visit.firstReading} onLookUp={() => void goTo(null)} />
        )}
        {visit.kind === 'brokenLink' && <PageFailureNotice failure="brokenLink" />}
        {visit.kind === 'closure' && <LaterClosurePage statusId={visit.statusId} />}
        {visit.kind === 'intake' && <LaterIntakePage />}
        {(visit.kind === 'lookUp' || visit.kind === 'brokenLink') && <LookUpForm onFound={(found) => void goTo(found)} />}
      </main>
    </LanguageContext.Provider>
  );
}
