import { useState } from 'react';
import { dayOf } from '@shouwen/domain/calendar/day';
import { numberOf } from '@shouwen/domain/kernel/number';
import type { StatementSubject } from '@shouwen/domain/books/statement';
import { useTranslation } from 'react-i18next';
import { nowMs } from '../../platform/device/clock.ts';
import { checkConnectivity } from '../../platform/device/connectivity.ts';
import { exportStatement } from './export-statement.ts';
import { saveFile } from '../../platform/device/save-file.ts';
import { Notice } from '../../ui/telling/Notice.tsx';
import { Sheet } from '../../ui/sheet/Sheet.tsx';
import { Button } from '../../ui/action/Button.tsx';
import { Form } from '../../ui/field/Form.tsx';
import { TextArea } from '../../ui/field/TextField.tsx';

interface Props {
  view: StatementSubject;
  onClose: () => void;
  onSaved: () => void;
}

type Trouble = 'missing' | 'failed' | 'offline' | 'refused';

/** Asks why before anything leaves the product, because that goes on record (RET-2). */
export function ExportSheet({ view, onClose, onSaved }: Props) {
  const { t } = useTranslation('books');
  const [reason, setReason] = useState('');
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (): Promise<void> => {
    if (reason.trim() === '') return setTrouble('missing');
    setTrouble(null);
    setBusy(true);
    const exported = await exportStatement(view, reason.trim());
    setBusy(false);
    if (exported.kind !== 'file') return setTrouble(exported.kind === 'refused' ? 'refused' : (await checkConnectivity()) ? 'failed' : 'offline');
    const subject = 'accountNo' in view ? view.accountNo : numberOf(view.complaintId);
    saveFile(exported.file, `${t('export.fileName', { subject, day: dayOf(nowMs()) })}.csv`);
    onSaved();
  };
  return (
    <Sheet title={t('export.title')} onClose={onClose}>
      <Form onSubmit={submit}>
        <p>{t('export.text')}</p>
        <TextArea label={t('export.reason')} problem={trouble === 'missing' ? t('export.missing') : null} longest={500} value={reason} onType={setReason} />
        {trouble && trouble !== 'missing' && <Notice tone="danger">{t(`export.${trouble}`)}</Notice>}
        <Button type="submit" kind="main" disabled={isBusy}>
          {t(isBusy ? 'export.busy' : 'export.submit')}
        </Button>
      </Form>
    </Sheet>
  );
}
