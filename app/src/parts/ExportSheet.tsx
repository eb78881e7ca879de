import '../i18n/later-texts.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkConnectivity } from '../platform/device/connectivity.ts';
import { saveFile } from '../platform/device/save-file.ts';
import { Notice } from '../ui/telling/Notice.tsx';
import { Sheet } from '../ui/sheet/Sheet.tsx';
import { Button } from '../ui/action/Button.tsx';
import { Form } from '../ui/field/Form.tsx';
import { TextArea } from '../ui/field/TextField.tsx';
import { refusalOf, useRefusalSentence } from './refusal-sentence.ts';

/** A file of what was asked for, or the code of a refusal. */
export type Export = { kind: 'file'; file: Blob } | { kind: 'refused'; code: string } | { kind: 'failed' };

interface Props {
  title: string;
  /** Without its ending. */
  fileName: string;
  /** Asks the server, which puts on record who took it out and why. */
  take: (reason: string) => Promise<Export>;
  onClose: () => void;
  onSaved: () => void;
}

type Trouble = 'missing' | 'failed' | 'offline' | { code: string };

/** Asks why before anything leaves the product, because that goes on record (RET-2). */
export function ExportSheet({ title, fileName, take, onClose, onSaved }: Props) {
  const { t } = useTranslation('books');
  const refusal = useRefusalSentence();
  const [reason, setReason] = useState('');
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [isBusy, setBusy] = useState(false);
  const submit = async (): Promise<void> => {
    if (reason.trim() === '') return setTrouble('missing');
    setTrouble(null);
    setBusy(true);
    const exported = await take(reason.trim());
    setBusy(false);
    if (exported.kind === 'refused') return setTrouble(exported);
    if (exported.kind === 'failed') return setTrouble((await checkConnectivity()) ? 'failed' : 'offline');
    saveFile(exported.file, `${fileName}.csv`);
    onSaved();
  };
  const told = (about: Exclude<Trouble, 'missing'>): string => {
    if (typeof about === 'string') return t(`export.${about}`);
    return refusalOf(about.code) ? refusal(about.code) : t('export.refused');
  };
  return (
    <Sheet title={title} onClose={onClose}>
      <Form onSubmit={submit}>
        <p>{t('export.text')}</p>
        <TextArea label={t('export.reason')} problem={trouble === 'missing' ? t('export.missing') : null} longest={500} value={reason} onType={setReason} />
        {trouble && trouble !== 'missing' && <Notice tone="danger">{told(trouble)}</Notice>}
        <Button type="submit" kind="main" disabled={isBusy}>
          {t(isBusy ? 'export.busy' : 'export.submit')}
        </Button>
      </Form>
    </Sheet>
  );
}
