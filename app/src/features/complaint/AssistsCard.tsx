import '../../i18n/later-texts.ts';
import { isPendingAssist } from '@shouwen/domain/complaint/assist-standing';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../i18n/format.ts';
import { useAskedParty } from '../../parts/assist/asked-party.ts';
import { AssistStateMark } from '../../parts/assist/AssistStateMark.tsx';
import { useOutbox } from '../../platform/outbox/outbox.ts';
import { AppLink } from '../../ui/action/AppLink.tsx';
import { ButtonLink } from '../../ui/action/ButtonLink.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { List } from '../../ui/card/List.tsx';

interface Props {
  complaint: Complaint;
  mayAsk: boolean;
  /** It is about a mail item, whose offices can be asked to hurry (PST-2). */
  isMail: boolean;
  nowMs: number;
}

/** AST-1: what others were asked for about this complaint, with where each stands and by when, newest first, and the way to ask. */
export function AssistsCard({ complaint: { id, assists }, mayAsk, isMail, nowMs }: Props) {
  const { t } = useTranslation('assist');
  const format = useFormat();
  const party = useAskedParty();
  const unsent = useUnsentQuestions(id).filter(({ assistId }) => !assists.some((assist) => assist.assistId === assistId));
  if (assists.length === 0 && unsent.length === 0 && !mayAsk) return null;
  return (
    <Card title={t('ofComplaint.heading')}>
      <List className="links">
        {unsent.map(({ assistId, question }) => (
          <li key={assistId}>
            {question}
            <p className="warning-text">{t('ofComplaint.unsent')}</p>
          </li>
        ))}
        {[...assists].reverse().map((assist) => (
          <li key={assist.assistId}>
            <AppLink to={`/assist/${assist.assistId}`}>{`${party(assist)} · ${assist.question}`}</AppLink>
            <p className="small-print">
              <AssistStateMark state={assist.standing} isOutside={assist.outside !== null} isLate={isPendingAssist(assist) && assist.answerDueAtMs < nowMs} />{' '}
              {isPendingAssist(assist) ? t('ofComplaint.due', { moment: format.moment(assist.answerDueAtMs) }) : format.moment(assist.atMs)}
            </p>
          </li>
        ))}
      </List>
      {mayAsk && <ButtonLink to={`/complaint/${id}/assist`}>{t('ofComplaint.ask')}</ButtonLink>}
      {mayAsk && isMail && <ButtonLink to={`/complaint/${id}/speed-up`}>{t('speedUp.title')}</ButtonLink>}
    </Card>
  );
}

/** What this phone has asked and not sent yet. */
function useUnsentQuestions(complaintId: string): { assistId: string; question: string }[] {
  return useOutbox().items.flatMap(({ kind, collection, aggregateId, content }) => {
    const document = kind === 'aggregate' && collection === 'assists' && content && 'document' in content ? content.document : null;
    return document?.['complaintId'] === complaintId ? [{ assistId: aggregateId, question: String(document['question']) }] : [];
  });
}
