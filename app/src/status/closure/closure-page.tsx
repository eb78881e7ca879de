import { useEffect, useState } from 'preact/hooks';
import { PageFailureNotice } from '../failure-notice.tsx';
import { closureTexts } from '../i18n/closure-texts.ts';
import { usePageLanguage } from '../i18n/language.ts';
import { formatMoment, formatMoney } from '../moment.ts';
import { loadClosure, type LoadedClosure } from './load-closure.ts';

/** What a customer sees of the closing of their account: where it stands, what moves, and until when it can be taken back. */
export function ClosureStatusPage({ statusId }: { statusId: string }) {
  const { texts: common } = usePageLanguage();
  const [loaded, setLoaded] = useState<LoadedClosure | null>(null);
  const read = () => void loadClosure(statusId).then(setLoaded);
  useEffect(read, [statusId]);
  if (loaded === null) return <p role="status">{common.loading.title}</p>;
  if (loaded.kind === 'view') return <ClosureView loaded={loaded} onRefresh={read} />;
  return (
    <PageFailureNotice failure={loaded.kind}>
      <p class="actions">
        <button type="button" onClick={read}>
          {common.retry}
        </button>
      </p>
    </PageFailureNotice>
  );
}

function ClosureView({ loaded: { view }, onRefresh }: { loaded: Extract<LoadedClosure, { kind: 'view' }>; onRefresh: () => void }) {
  const { texts: common, language } = usePageLanguage();
  const texts = closureTexts[language];
  const amounts = (['moves', 'paidOut', 'lapses', 'owed'] as const).filter((name) => name !== 'owed' || view.owedFen > 0);
  return (
    <>
      <section class="card" role="status">
        <h1>{texts.title}</h1>
        <p>
          <strong>{texts.states[view.state]}</strong>
        </p>
        {view.isCancelAsked && <p>{texts.cancelAsked}</p>}
        {view.state === 'closed' && view.transferAtMs !== null && <p>{texts.cancel(formatMoment(view.transferAtMs, language))}</p>}
        <p>{texts.wrong}</p>
      </section>
      <section class="card">
        <dl>
          <dt>{texts.account}</dt>
          <dd>{view.phoneMasked}</dd>
          {view.targetMasked !== null && <dt>{texts.target}</dt>}
          {view.targetMasked !== null && <dd>{view.targetMasked}</dd>}
          {view.closedAtMs !== null && <dt>{texts.closedAt}</dt>}
          {view.closedAtMs !== null && <dd>{formatMoment(view.closedAtMs, language)}</dd>}
          {amounts.map((name) => (
            <div key={name}>
              <dt>{texts[name]}</dt>
              <dd>{formatMoney(view[`${name}Fen`], language)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <footer class="foot">
        <p>{common.zone}</p>
        <p>{common.privacy}</p>
        <p class="actions">
          <button type="button" class="secondary" onClick={onRefresh}>
            {common.refresh}
          </button>
        </p>
      </footer>
    </>
  );
}
