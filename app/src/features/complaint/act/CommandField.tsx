import { isQuiet } from '@shouwen/domain/calendar/quiet-hours';
import { contactResults, type StaffCommandType, toldWithAnswer } from '@shouwen/domain/complaint/command';
import { checklistResults } from '@shouwen/domain/complaint/complaint-values';
import { moneyBehind } from '@shouwen/domain/complaint/money-lines';
import { latestAgreeableMs } from '@shouwen/domain/complaint/time/clocks';
import { canHandle } from '@shouwen/domain/complaint/relation';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { useTranslation } from 'react-i18next';
import { nowMs } from '../../../platform/device/clock.ts';
import { inLanguage, useLanguage } from '../../../platform/device/language.ts';
import { type CommandDraft, type FieldOfCommand, isMoneyToldOf } from './command-form.ts';
import type { ComplaintView } from '../complaint-view.ts';
import { useColleaguesNow } from '../../../records/colleagues-now.ts';
import { formatLocalMoment, parseLocalMoment } from '../../../platform/device/local-moment.ts';
import { dutyKindOf } from '@shouwen/domain/policy/service-duties';
import { ParticularFields } from '../../../parts/particulars/ParticularFields.tsx';
import { BillField } from './BillField.tsx';
import { ProofPhotoField } from './ProofPhotoField.tsx';
import { LinkFields } from './LinkFields.tsx';
import { MergeTargetField } from './MergeTargetField.tsx';
import { SelectionField } from './SelectionField.tsx';
import { DateField } from '../../../parts/DateField.tsx';
import { TextArea, TextField } from '../../../ui/field/TextField.tsx';
import { Select } from '../../../ui/field/Select.tsx';
import { Choice, ChoiceGroup } from '../../../ui/field/Choice.tsx';

interface Props {
  type: StaffCommandType;
  field: FieldOfCommand;
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
      return <WordsField {...props} field={field} />;
    case 'choice':
      return field.name === 'toldBy' ? <ToldField {...props} /> : <ResultField {...props} />;
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
    case 'photo':
      return <ProofPhotoField complaintId={props.view.complaint.id} uid={props.staff.uid} draft={props.draft} onChange={props.onChange} />;
    case 'bill':
      return <BillField draft={props.draft} missing={props.missing} onChange={props.onChange} />;
    case 'particulars':
      return <DutyField {...props} />;
    case 'link':
      return <LinkFields {...props} />;
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

/** Telecom Regulations 32–34: what its category asks for. */
function DutyField({ draft, missing, view: { complaint, predictContext }, onChange }: Props) {
  const kind = predictContext && dutyKindOf(complaint.category, predictContext.pack);
  return kind && <ParticularFields kind={kind} typed={draft} wrong={missing} nowMs={nowMs()} onChange={onChange} />;
}

type Of<Kind extends FieldOfCommand['kind']> = Props & { field: Extract<FieldOfCommand, { kind: Kind }> };

function WordsField({ type, field, draft, missing, onChange }: Of<'text'>) {
  const { t } = useTranslation('complaint');
  const label = field.name === 'text' ? t(`form.text.${type as 'note' | 'contactAttempt' | 'confirmCause' | 'answer' | 'chase'}`) : t(`form.${field.name}`);
  return (
    <TextArea
      label={label}
      problem={missing.includes(field.name) ? t('form.missing', { field: label }) : null}
      rows={field.lines}
      longest={field.longest}
      value={draft[field.name] ?? ''}
      onType={(text) => onChange(field.name, text)}
    />
  );
}

function ResultField({ draft, missing, onChange }: Props) {
  const { t } = useTranslation(['complaint', 'vocabulary']);
  const options = contactResults.map((result) => ({ value: result, text: t(`vocabulary:contactResult.${result}`) }));
  return <Choices label={t('form.result')} name="result" options={options} draft={draft} missing={missing} onChange={onChange} />;
}

/** TEL-1: whether the customer knows the answer already; where nothing is chosen, they have yet to be told. */
function ToldField({ draft, missing, onChange }: Props) {
  const { t } = useTranslation('complaint');
  const options = [{ value: '', text: t('form.toldBy.notYet') }, ...toldWithAnswer.map((way) => ({ value: way, text: t(`form.toldBy.${way}`) }))];
  return <Choices label={t('form.toldBy.label')} name="toldBy" options={options} draft={{ toldBy: '', ...draft }} missing={missing} onChange={onChange} />;
}

/** KNO-3: each thing that was asked for gets its own line; money that is said to have been given is looked for. */
function ChecklistField({ draft, missing, view, onChange }: Props) {
  const { t } = useTranslation(['complaint', 'vocabulary']);
  const options = checklistResults.map((result) => ({ value: result, text: t(`vocabulary:checklistResult.${result}`) }));
  const { asks, refunds } = view.complaint;
  const isUnpaid = asks.some((ask) => draft[`checklist.${ask}`] === 'met' && moneyBehind(ask, refunds) === 'notYetPaid');
  return (
    <>
      <h3>{t('form.checklist')}</h3>
      {view.complaint.asks.map((ask) => (
        <Choices key={ask} label={t(`vocabulary:ask.${ask}`)} name={`checklist.${ask}`} options={options} draft={draft} missing={missing} onChange={onChange} />
      ))}
      {isUnpaid && <p className="warning-text">{t('form.notYetPaid')}</p>}
      {isMoneyToldOf(draft, view.complaint) && (
        <TextField
          label={t('form.howGiven')}
          problem={missing.includes('howGiven') ? t('form.howMissing') : null}
          longest={200}
          value={draft['howGiven'] ?? ''}
          onType={(typed) => onChange('howGiven', typed)}
        />
      )}
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
  const label = t(type === 'agreeTime' ? 'form.agreedAtMs' : `form.${field.name}`);
  const pack = view.predictContext?.pack;
  const lastAtMs = type === 'agreeTime' && pack ? latestAgreeableMs(view.complaint, pack) : null;
  return (
    <>
      <DateField
        label={label}
        problem={missing.includes(field.name) ? t('form.missing', { field: label }) : null}
        type="datetime-local"
        min={formatLocalMoment(nowMs())}
        {...(lastAtMs === null ? {} : { max: formatLocalMoment(lastAtMs) })}
        value={typed}
        onType={(moment) => onChange(field.name, moment)}
      />
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
    <Select
      label={t('form.toUnitId')}
      problem={missing.includes('toUnitId') ? t('form.missing', { field: t('form.toUnitId') }) : null}
      value={draft['toUnitId'] ?? ''}
      onChoose={(unitId) => onChange('toUnitId', unitId)}
      options={[{ value: '', text: t('form.choose') }, ...units.map(({ id, name }) => ({ value: id, text: inLanguage(name, language) }))]}
    />
  );
}

/** Who can be given work: of the chosen unit, or of the unit that handles it. Those off duty are shown, so that one sees why they cannot be chosen (ORG-4). */
function PersonField({ type, field, draft, missing, view, staff, onChange }: Of<'person'>) {
  const { t } = useTranslation('complaint');
  const label = t(`form.toUid.${type as 'assign' | 'handOver'}`);
  const unitId = field.of === 'chosenUnit' ? draft['toUnitId'] : (view.complaint.handlingUnitId ?? undefined);
  const people = (view.predictContext?.staff ?? []).filter(
    (person) => person.active && person.unitId === unitId && canHandle(person.role) && !(field.of === 'chosenUnit' && person.uid === staff.uid),
  );
  const now = useColleaguesNow(people.map(({ uid }) => uid));
  const isThere = (uid: string): boolean => now.people.get(uid)?.onDuty !== false;
  return (
    <Select
      label={label}
      hint={now.isLastKnown ? t('form.lastKnown') : null}
      problem={missing.includes('toUid') ? t('form.missing', { field: label }) : null}
      value={people.find((person) => person.uid === draft['toUid'])?.uid ?? ''}
      onChoose={(uid) => onChange('toUid', uid)}
      options={[
        { value: '', text: t(field.optional ? 'form.anyone' : 'form.choose') },
        ...people.map(({ uid, name }) => ({ value: uid, text: isThere(uid) ? name : t('form.offDuty', { name }), disabled: !isThere(uid) })),
      ]}
    />
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
    <ChoiceGroup layout="row" label={label} problem={missing.includes(name) ? t('form.notChosen', { field: label }) : null}>
      {options.map(({ value, text }) => (
        <Choice key={value} kind="radio" name={name} isChosen={draft[name] === value} onChoose={() => onChange(name, value)}>
          {text}
        </Choice>
      ))}
    </ChoiceGroup>
  );
}
