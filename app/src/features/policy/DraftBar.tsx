import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonSheet } from '../../parts/ReasonSheet.tsx';
import { Button } from '../../ui/action/Button.tsx';
import { ActionBar } from '../../ui/action/ActionBar.tsx';

interface Props {
  count: number;
  onReview: () => void;
  onDiscard: () => void;
}

/** What is about to change goes nowhere before it has been looked at; to throw it away is asked for twice. */
export function DraftBar({ count, onReview, onDiscard }: Props) {
  const { t } = useTranslation('policy');
  const [isAsking, setAsking] = useState(false);
  return (
    <ActionBar>
      <Button onClick={() => setAsking(true)}>{t('discard.action')}</Button>
      <Button kind="main" onClick={onReview}>
        {t('review.action', { count })}
      </Button>
      {isAsking && (
        <ReasonSheet
          title={t('discard.title')}
          hint={t('discard.text', { count })}
          label={null}
          submit={t('discard.action')}
          onSubmit={() => {
            setAsking(false);
            onDiscard();
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </ActionBar>
  );
}
