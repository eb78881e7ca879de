import '../../i18n/later-texts.ts';
import { useState } from 'react';
import { useIonRouter } from '@ionic/react';
import { longestQuestion } from '@shouwen/domain/assist/assist-request';
import type { Complaint } from '@shouwen/domain/complaint/complaint';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { AppPage } from '../../frame/AppPage.tsx';
import { Loading } from '../../frame/Loading.tsx';
import { useDraft } from '../../platform/drafts/use-draft.ts';
import { type Reference, useReference } from '../../platform/reference/reference.ts';
import { useSession } from '../../platform/session/session.ts';
import { askAssist } from '../../records/assist/ask-assist.ts';
import { useLiveComplaint } from '../../records/live-complaint.ts';
import { Button } from '../../ui/action/Button.tsx';
import { Card } from '../../ui/card/Card.tsx';
import { CardColumn } from '../../ui/card/CardColumn.tsx';
import { Form } from '../../ui/field/Form.tsx';
import { TextArea } from '../../ui/field/TextField.tsx';
import { Blank } from '../../ui/telling/Blank.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { mostOffices, officesTyped } from './offices-typed.ts';

/** PST-2: the offices along the way of a mail item are asked to hurry, all in one tap, each of which acknowledges for itself. */
export function SpeedUpPage() {
  const { t } = useTranslation(['assist', 'complaint']);
  const { id = '' } = useParams();
  const session = useSession();
  const live = useLiveComplaint(id);
  const reference = useReference();
  if (!session) return null;
  return (
    <AppPage title={t('speedUp.title')} backTo={`/complaint/${id}`}>
      {live.status === 'here' && reference ? (
        <SpeedUpForm key={id} complaint={live.aggregate} staff={session.staff} reference={reference} />
      ) : live.status === 'loading' || live.status === 'here' ? (
        <Loading rows={4} />
      ) : (
        <Blank icon="search" title={t('complaint:absent.title')} text={t('complaint:absent.text')} />
      )}
    </AppPage>
  );
}

interface Props {
  complaint: Complaint;
  staff: Staff;
  reference: Reference;
}

function SpeedUpForm({ complaint, staff, reference }: Props) {
  const { t } = useTranslation('assist');
  const router = useIonRouter();
  const { mailItem, number } = complaint;
  const question: string = mailItem === null ? t('speedUp.questionWithout', { number }) : t('speedUp.question', { item: mailItem });
  const draft = useDraft(staff.uid, { form: 'command', id: `command/${complaint.id}/speedUp` }, () => ({ offices: '', question }));
  const [isTried, setTried] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  if (!draft) return <Loading rows={4} />;
  const typed = draft.content;
  const units = [...reference.units.values()].filter(({ pack, id }) => pack === complaint.pack && id !== complaint.handlingUnitId);
  const offices = officesTyped(typed.offices, units);
  const problem = offices === null ? t('speedUp.tooMany', { count: mostOffices }) : offices.length === 0 ? t('speedUp.none') : null;
  const submit = async (): Promise<void> => {
    setTried(true);
    if (offices === null || problem !== null || typed.question.trim() === '') return;
    try {
      const shares = complaint.mailItem === null ? (['category'] as const) : (['category', 'mailItem'] as const);
      for (const office of offices) {
        const asked = {
          ...office,
          complaintId: complaint.id,
          question: typed.question.trim(),
          shares: office.toUnitId === null ? [] : [...shares],
          wantedAtMs: null,
        };
        await askAssist(asked, staff, reference.pack);
      }
      draft.forget();
      router.goBack();
    } catch {
      setFailed(true);
    }
  };
  return (
    <CardColumn>
      <Card>
        <Form onSubmit={submit}>
          <p>{t('speedUp.intro')}</p>
          <TextArea
            label={t('speedUp.offices')}
            hint={t('speedUp.officesHint')}
            problem={isTried ? problem : null}
            rows={4}
            longest={400}
            value={typed.offices}
            onType={(text) => draft.put({ offices: text })}
          />
          <TextArea
            label={t('ask.question')}
            problem={isTried && typed.question.trim() === '' ? t('form.missing', { field: t('ask.question') }) : null}
            rows={3}
            longest={longestQuestion}
            value={typed.question}
            onType={(text) => draft.put({ question: text })}
          />
          {hasFailed && <Notice tone="danger">{t('form.failed')}</Notice>}
          <Button type="submit" kind="main">
            {t('speedUp.submit')}
          </Button>
        </Form>
      </Card>
    </CardColumn>
  );
}
