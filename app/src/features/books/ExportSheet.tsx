import { type FormEvent, useState } from 'react';
import { dayOf } from '@shouwen/domain/calendar/day';
import { complaintNumber } from '@shouwen/domain/kernel/number';
import type { StatementView } from '@shouwen/domain/books/statement';
import { useTranslation } from 'react-i18next';
import { nowMs } from '../../platform/device/clock.ts';
import { checkConnectivity } from '../../platform/device/connectivity.ts';
import { exportStatement } from './export-statement.ts';
import { saveFile } from '../../platform/device/save-file.ts';
import { Notice } from '../../ui/Notice.tsx';
import { Sheet } from '../../ui/Sheet.tsx';
import { Button } from '../../ui/Button.tsx';

interface Props {
  view: StatementView;
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
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (reason.trim() === '') return setTrouble('missing');
    setTrouble(null);
    setBusy(true);
    const exported = await exportStatement(view, reason.trim());
    setBusy(false);
    if (exported.kind !== 'file') return setTrouble(exported.kind === 'refused' ? 'refused' : (await checkConnectivity()) ? 'failed' : 'offline');
    const subject = 'accountNo' in view ? view.accountNo : complaintNumber(view.complaintId);
    saveFile(exported.file, `${t('export.fileName', { subject, day: dayOf(nowMs()) })}.csv`);
    onSaved();
  };
  return (
    <Sheet title={t('export.title')} onClose={onClose}>
      <form className="command-form" noValidate onSubmit={(event) => void submit(event)}>
        <p>{t('export.text')}</p>
        <div className="form-field">
          <label htmlFor="export-reason">{t('export.reason')}</label>
          <textarea
            id="export-reason"
            rows={3}
            maxLength={500}
            aria-invalid={trouble === 'missing'}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </div>
        {trouble && <Notice tone="danger">{t(`export.${trouble}`)}</Notice>}
        <Button type="submit" kind="main" disabled={isBusy}>
          {t(isBusy ? 'export.busy' : 'export.submit')}
        </Button>
      </form>
    </Sheet>
  );
}
