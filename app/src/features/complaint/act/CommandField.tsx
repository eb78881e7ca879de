import { isQuiet } from '@shouwen/domain/calendar/quiet-hours';
import { contactResults, type StaffCommandType } from '@shouwen/domain/complaint/command';
import { checklistResults } from '@shouwen/domain/complaint/complaint';
import { canHandle } from '@shouwen/domain/complaint/relation';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { nowMs } from '../../../platform/device/clock.ts';
import { inLanguage, useLanguage } from '../../../platform/device/language.ts';
import type { CommandDraft, Field } from './command-form.ts';
import type { ComplaintView } from '../complaint-view.ts';
import { formatLocalMoment, parseLocalMoment } from '../../../platform/device/local-moment.ts';
import { Labelled } from './Labelled.tsx';
import { MergeTargetField } from './MergeTargetField.tsx';
import { SelectionField } from './SelectionField.tsx';

interface Props {
  type: StaffCommandType;
  field: Field;
  draft: CommandDraft;
  missing: readonly string[];
  view: ComplaintView;
  staff: Staff;
  onChange: (name: string, value: string) => void;
}

/** One thing that a form asks for, as the browser's own control: those work with every keyboard, reader and phone. */
export function CommandField(props: Props) {
  const { field } = props;
  switch (field.kind) {
    case 'text':
      return <TextField {...props} field={field} />;
    case 'choice':
      return <ResultField {...props} />;
    case 'moment':
      return <MomentField {...props} field={field} />;
    case 'unit':
      return <UnitField {...props} />;
    case 'person':
      return <PersonField {...props} field={field} />;
    case 'selection':
      return <SelectionField {...props} name={field.name} />;
    case 'checklist':
      return <ChecklistField {...props} />;
    case 'complaint':
      return (
        <MergeTargetField
          value={props.draft['intoId'] ?? ''}
          isMissing={props.missing.includes('intoId')}
          view={props.view}
          staff={props.staff}
          onChange={(id) => props.onChange('intoId', id)}
        />
      );
  }
}

type Of<Kind extends Field['kind']> = Props & { field: Extract<Field, { kind: Kind }> };

function TextField({ type, field, draft, missing, onChange }: Of<'text'>) {
  const { t } = useTranslation('complaint');
  const label = field.name === 'text' ? t(`form.text.${type as 'note' | 'contactAttempt' | 'confirmCause' | 'answer' | 'chase'}`) : t(`form.${field.name}`);
  return (
    <Labelled label={label} name={field.name} missing={missing}>
      {(ids) => (
        <textarea
          {...ids}
          rows={field.lines}
          maxLength={field.longest}
          value={draft[field.name] ?? ''}
          onChange={(event) => onChange(field.name, event.target.value)}
        />
      )}
    </Labelled>
  );
}

function ResultField({ draft, missing, onChange }: Props) {
  const { t } = useTranslation(['complaint', 'vocabulary']);
  const options = contactResults.map((result) => ({ value: result, text: t(`vocabulary:contactResult.${result}`) }));
  return <Choices label={t('form.result')} name="result" options={options} draft={draft} missing={missing} onChange={onChange} />;
}

/** KNO-3: each thing that was asked for gets its own line. */
function ChecklistField({ draft, missing, view, onChange }: Props) {
  const { t } = useTranslation(['complaint', 'vocabulary']);
  const options = checklistResults.map((result) => ({ value: result, text: t(`vocabulary:checklistResult.${result}`) }));
  return (
    <>
      <h3>{t('form.checklist')}</h3>
      {view.complaint.asks.map((ask) => (
        <Choices key={ask} label={t(`vocabulary:ask.${ask}`)} name={`checklist.${ask}`} options={options} draft={draft} missing={missing} onChange={onChange} />
      ))}
    </>
  );
}

/** SLA-4: where the customer will be spoken to at that moment, one that lies in quiet hours is warned of. */
function MomentField({ type, field, draft, missing, view, onChange }: Of<'moment'>) {
  const { t } = useTranslation('complaint');
  const typed = draft[field.name] ?? '';
  const quietHours = view.predictContext?.pack.clocks.quietHours;
  const isForCustomer = field.name === 'nextSlotAtMs' || type === 'agreeTime';
  const isTooLate = isForCustomer && quietHours !== undefined && typed !== '' && isQuiet(parseLocalMoment(typed), quietHours);
  const lastAtMs = type === 'agreeTime' ? (view.complaint.clocks?.statutoryDueAtMs ?? null) : null;
  return (
    <>
      <Labelled label={t(type === 'agreeTime' ? 'form.agreedAtMs' : `form.${field.name}`)} name={field.name} missing={missing}>
        {(ids) => (
          <input
            {...ids}
            type="datetime-local"
            min={formatLocalMoment(nowMs())}
            {...(lastAtMs === null ? {} : { max: formatLocalMoment(lastAtMs) })}
            value={typed}
            onChange={(event) => onChange(field.name, event.target.value)}
          />
        )}
      </Labelled>
      {isTooLate && (
        <p className="warning-text" role="status">
          {t('form.quietSlot', quietHours)}
        </p>
      )}
    </>
  );
}

function UnitField({ draft, missing, view, onChange }: Props) {
  const { t } = useTranslation('complaint');
  const language = useLanguage();
  const units = [...(view.predictContext?.units.values() ?? [])].filter((unit) => unit.pack === view.complaint.pack);
  if (units.length === 0) return <p className="warning-text">{t('form.unknownDirectory')}</p>;
  return (
    <Labelled label={t('form.toUnitId')} name="toUnitId" missing={missing}>
      {(ids) => (
        <select {...ids} value={draft['toUnitId'] ?? ''} onChange={(event) => onChange('toUnitId', event.target.value)}>
          <option value="">{t('form.choose')}</option>
          {units.map((unit) => (
            <option key={unit.id} value={unit.id}>
              {inLanguage(unit.name, language)}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

/** Who can be given work: of the chosen unit, or of the unit that handles it. Those off duty are shown, so that one sees why they cannot be chosen (ORG-4). */
function PersonField({ type, field, draft, missing, view, staff, onChange }: Of<'person'>) {
  const { t } = useTranslation('complaint');
  const unitId = field.of === 'chosenUnit' ? draft['toUnitId'] : (view.complaint.handlingUnitId ?? undefined);
  const people = (view.predictContext?.staff ?? []).filter(
    (person) => person.active && person.unitId === unitId && canHandle(person.role) && !(field.of === 'chosenUnit' && person.uid === staff.uid),
  );
  return (
    <Labelled label={t(`form.toUid.${type as 'assign' | 'handOver'}`)} name="toUid" missing={missing}>
      {(ids) => (
        <select
          {...ids}
          value={people.some((person) => person.uid === draft['toUid']) ? draft['toUid'] : ''}
          onChange={(event) => onChange('toUid', event.target.value)}
        >
          <option value="">{t(field.optional ? 'form.anyone' : 'form.choose')}</option>
          {people.map(({ uid, name, onDuty }) => (
            <option key={uid} value={uid} disabled={!onDuty}>
              {onDuty ? name : t('form.offDuty', { name })}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}

interface ChoicesProps {
  label: string;
  name: string;
  options: readonly { value: string; text: string }[];
  draft: CommandDraft;
  missing: readonly string[];
  onChange: (name: string, value: string) => void;
}

function Choices({ label, name, options, draft, missing, onChange }: ChoicesProps) {
  const { t } = useTranslation('complaint');
  return (
    <fieldset className="choices" data-missing={missing.includes(name) || undefined}>
      <legend>{label}</legend>
      <div className="choice-row">
        {options.map(({ value, text }) => (
          <label key={value} className="choice">
            <input type="radio" name={name} value={value} checked={draft[name] === value} onChange={() => onChange(name, value)} />
            <span>{text}</span>
          </label>
        ))}
      </div>
      {missing.includes(name) && (
        <p className="form-missing" role="alert">
          {t('form.notChosen', { field: label })}
        </p>
      )}
    </fieldset>
  );
}
