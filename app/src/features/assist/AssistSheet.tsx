import { useRef, useState } from 'react';
import type { Assist } from '@shouwen/domain/assist/assist';
import { assistCommandOf, type AssistCommandType } from '@shouwen/domain/assist/command';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../../platform/drafts/use-draft.ts';
import { enqueueEntry } from '../../platform/outbox/outbox.ts';
import { Button } from '../../ui/action/Button.tsx';
import { focusFirstProblem, Form } from '../../ui/field/Form.tsx';
import { TextArea, TextField } from '../../ui/field/TextField.tsx';
import { Sheet } from '../../ui/sheet/Sheet.tsx';
import { Notice } from '../../ui/telling/Notice.tsx';
import { UnitSelect } from './UnitSelect.tsx';

interface Props {
  type: AssistCommandType;
  assist: Assist;
  staff: Staff;
  onClose: () => void;
  onSaved: (type: AssistCommandType) => void;
}

interface Typed {
  words: string;
  saidBy: string;
  toUnitId: string;
}

const longestWords: Partial<Record<AssistCommandType, number>> = { answer: 2000 };
const hinted = ['return', 'readdress', 'arbitrate', 'cancel'] as const;

/** The form of one command. What is typed stays on the phone until the entry lies in the outbox, however the form is left. */
export function AssistSheet({ type, assist, staff, onClose, onSaved }: Props) {
  const { t } = useTranslation('assist');
  const form = useRef<HTMLFormElement>(null);
  const draft = useDraft<Typed>(staff.uid, { form: 'command', id: `command/${assist.id}/${type}` }, () => ({ words: '', saidBy: '', toUnitId: '' }));
  const [isTried, setTried] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  if (!draft) return null;
  const { words, saidBy, toUnitId } = draft.content;
  const namesUnit = type === 'readdress' || type === 'arbitrate';
  const label = t(type === 'answer' ? 'form.answerText' : type === 'chase' ? 'form.chaseText' : 'form.reason');
  const hint = hinted.find((known) => known === type);
  const missing = (isEmpty: boolean, field: string) => (isTried && isEmpty ? t('form.missing', { field }) : null);
  const submit = async (): Promise<void> => {
    setTried(true);
    const said = type === 'answer' ? { text: words, saidBy: saidBy.trim() === '' ? null : saidBy } : type === 'chase' ? { text: words } : { reason: words };
    const command = assistCommandOf({ type, payload: { ...said, ...(namesUnit && { toUnitId }) } });
    if (!command) return focusFirstProblem(form.current);
    try {
      await enqueueEntry('assists', assist.id, command);
      draft.forget();
      onSaved(type);
    } catch {
      setFailed(true);
    }
  };
  return (
    <Sheet title={t(`command.${type}`)} onClose={onClose}>
      <Form ref={form} onSubmit={submit}>
        {hint && <p className="small-print">{t(`form.hint.${hint}`)}</p>}
        {namesUnit && (
          <UnitSelect
            label={t('form.unit')}
            pack={assist.pack}
            without={type === 'readdress' ? assist.returns.map(({ unitId }) => unitId) : []}
            value={toUnitId}
            problem={missing(toUnitId === '', t('form.unit'))}
            onChoose={(unitId) => draft.put({ toUnitId: unitId })}
          />
        )}
        <TextArea
          label={label}
          problem={missing(words.trim() === '', label)}
          rows={type === 'answer' ? 6 : 3}
          longest={longestWords[type] ?? 500}
          value={words}
          onType={(typed) => draft.put({ words: typed })}
        />
        {type === 'answer' && assist.outside && (
          <TextField label={t('form.saidBy')} longest={100} value={saidBy} onType={(typed) => draft.put({ saidBy: typed })} />
        )}
        {hasFailed && <Notice tone="danger">{t('form.failed')}</Notice>}
        <Button type="submit" kind="main">
          {t('form.submit')}
        </Button>
      </Form>
    </Sheet>
  );
}
