import { useState } from 'react';
import type { Closure } from '@shouwen/domain/closure/closure';
import { shownPapers, type ShownPaper } from '@shouwen/domain/refund/cash-hand-over';
import { useTranslation } from 'react-i18next';
import { shrinkPhoto } from '../../platform/device/photo-shrink.ts';
import type { ShrunkPhoto } from '../../platform/device/shrunk-photo.ts';
import { filePaper } from '../../records/closure-identity.ts';
import { Button } from '../../ui/action/Button.tsx';
import { FileButton } from '../../ui/action/FileButton.tsx';
import { Form } from '../../ui/field/Form.tsx';
import { Select } from '../../ui/field/Select.tsx';
import { TextField } from '../../ui/field/TextField.tsx';
import { Sheet } from '../../ui/sheet/Sheet.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { useClosureRefusal } from './closure-refusal.ts';

/** Takes down what shows who the customer was: kind and number of their paper, and a photo of it. Nothing of it stays on the phone. */
export function EvidenceSheet({ closure, onClose }: { closure: Closure; onClose: () => void }) {
  const { t } = useTranslation('closure');
  const sentence = useClosureRefusal();
  const [paperKind, setPaperKind] = useState<ShownPaper>('idCard');
  const [paperNo, setPaperNo] = useState('');
  const [photo, setPhoto] = useState<ShrunkPhoto | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const take = async ([file]: File[]): Promise<void> => {
    if (!file) return;
    setBusy(true);
    setProblem(null);
    await shrinkPhoto(file).then(setPhoto, () => setProblem(t('second.photoRefused')));
    setBusy(false);
  };
  const submit = async (): Promise<void> => {
    if (photo === null || paperNo.trim() === '') return setProblem(t('second.missing'));
    setBusy(true);
    const filed = await filePaper(closure.id, paperKind, paperNo, photo);
    setBusy(false);
    if (filed.kind === 'done') onClose();
    else setProblem(filed.kind === 'refused' ? t('second.failed', { reason: sentence(filed.code) }) : t('second.unreachable'));
  };
  return (
    <Sheet title={t('second.file')} onClose={onClose}>
      <Form onSubmit={() => void submit()}>
        <Select
          label={t('second.paperKind')}
          value={paperKind}
          onChoose={(chosen) => setPaperKind(shownPapers.find((kind) => kind === chosen) ?? 'idCard')}
          options={shownPapers.map((kind) => ({ value: kind, text: t(`second.paper.${kind}`) }))}
        />
        <TextField label={t('second.paperNo')} autoComplete="off" longest={60} value={paperNo} onType={setPaperNo} />
        <FileButton icon="camera" accept="image/*" from="camera" disabled={isBusy} onFiles={(files) => void take(files)}>
          {t(photo ? 'second.photoTaken' : 'second.photo')}
        </FileButton>
        {problem !== null && <Notice tone="danger">{problem}</Notice>}
        <Button type="submit" kind="main" disabled={isBusy}>
          {t('second.submitFile')}
        </Button>
      </Form>
    </Sheet>
  );
}
