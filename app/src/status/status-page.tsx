import { useEffect } from 'preact/hooks';
import type { StatusView } from '@shouwen/domain/complaint/view/status-view';
import { LaterDesk } from './desk/later-desk.tsx';
import { AnswerText } from './view/answer.tsx';
import { FactsCard } from './view/facts.tsx';
import { PageFailureNotice } from './failure-notice.tsx';
import { usePageLanguage } from './i18n/language.ts';
import type { Loaded } from './view/load-view.ts';
import { LinkNeeded } from './reply/link-needed.tsx';
import { OptOutCard } from './opt-out/opt-out-card.tsx';
import { MessageForm } from './reply/message-form.tsx';
import { formatMoment, formatTime } from './moment.ts';
import { OutOfScope } from './view/out-of-scope.tsx';
import { noteSeen } from './note-seen.ts';
import { maySpeak, type Proof } from './proof.ts';
import { RatingForm } from './reply/rating-form.tsx';
import { Refunds } from './view/refunds.tsx';
import { Rights } from './view/rights.tsx';
import { outlookOf } from './view/outlook.ts';
import { StateCard } from './view/state-card.tsx';
import { Milestones } from './view/timeline.tsx';
import { useStatusView } from './view/use-status-view.ts';

interface StatusPageProps {
  statusId: string;
  proof: Proof | null;
  firstReading: Promise<Loaded>;
  onLookUp: () => void;
}

export function StatusPage({ statusId, proof, firstReading, onLookUp }: StatusPageProps) {
  const { texts } = usePageLanguage();
  const { view, failure, atMs, refresh, watch } = useStatusView(statusId, firstReading);
  useEffect(() => void (view && noteSeen(proof, view)), [view, proof]);
  const stateInWords = view === null ? failure === null && texts.loading.title : texts.states[view.state].title;
  return (
    <>
      <p role="status" class="unseen">
        {stateInWords}
      </p>
      {view === null && failure === null && <Loading />}
      {view === null && failure !== null && (
        <PageFailureNotice failure={failure}>
          <p class="actions">
            <button type="button" onClick={refresh}>
              {texts.retry}
            </button>
            <button type="button" class="secondary" onClick={onLookUp}>
              {texts.lookUp.title}
            </button>
          </p>
        </PageFailureNotice>
      )}
      {view !== null && failure !== null && (
        <p class="card stale" role="alert">
          {texts.stale(formatTime(atMs))}{' '}
          <button type="button" class="secondary" onClick={refresh}>
            {texts.retry}
          </button>
        </p>
      )}
      {view !== null && <LoadedPage view={view} proof={proof} onSent={watch} onRefresh={refresh} />}
    </>
  );
}

function Loading() {
  const { title, text } = usePageLanguage().texts.loading;
  return (
    <section class="card notice" aria-busy>
      <h1>{title}</h1>
      <p>{text}</p>
    </section>
  );
}

function LoadedPage({ view, proof, onSent, onRefresh }: { view: StatusView; proof: Proof | null; onSent: () => void; onRefresh: () => void }) {
  const { texts, language } = usePageLanguage();
  const standing = outlookOf(view, Date.now());
  const information = (
    <MessageForm view={view} proof={proof} type="addInformation" texts={texts.information} isAsked={view.neededFromCustomer !== null} onSent={onSent} />
  );
  return (
    <div data-pack={view.pack}>
      <StateCard view={view} standing={standing} />
      {view.neededFromCustomer !== null && information}
      {view.answer && <AnswerText answer={view.answer} />}
      {view.refunds.length > 0 && <Refunds refunds={view.refunds} />}
      {view.outOfScope && <OutOfScope outOfScope={view.outOfScope} />}
      {!maySpeak(proof) && (standing.canRate || standing.canDisagree) && <LinkNeeded hotline={view.hotline} />}
      {maySpeak(proof) && standing.canRate && <RatingForm view={view} proof={proof} canDisagree={standing.canDisagree} onSent={onSent} />}
      {maySpeak(proof) && standing.canDisagree && view.reopenUntilMs !== null && (
        <MessageForm
          view={view}
          proof={proof}
          type="disagree"
          texts={texts.disagreement}
          note={texts.disagreement.until(formatMoment(view.reopenUntilMs, language))}
          onSent={onSent}
        />
      )}
      <FactsCard view={view} />
      <Milestones milestones={view.milestones} />
      {view.neededFromCustomer === null && information}
      {proof && <OptOutCard proof={proof} />}
      {!standing.isOver && <LaterDesk view={view} proof={proof} onSent={onSent} />}
      <Rights view={view} standing={standing} />
      <PageFoot updatedAtMs={view.updatedAtMs} onRefresh={onRefresh} />
    </div>
  );
}

function PageFoot({ updatedAtMs, onRefresh }: { updatedAtMs: number; onRefresh: () => void }) {
  const { texts, language } = usePageLanguage();
  return (
    <footer class="foot">
      <p>
        {texts.updated(formatMoment(updatedAtMs, language))} {texts.zone}
      </p>
      <p>{texts.privacy}</p>
      <p class="actions">
        <button type="button" class="secondary" onClick={onRefresh}>
          {texts.refresh}
        </button>
        <button type="button" class="secondary" onClick={() => print()}>
          {texts.print}
        </button>
      </p>
    </footer>
  );
}
