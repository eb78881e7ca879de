import { useEffect, useRef, useState } from 'preact/hooks';
import { intakeTexts } from '../i18n/intake-texts.ts';
import { usePageLanguage } from '../i18n/language.ts';
import type { Ask } from '@shouwen/domain/complaint/complaint-values';
import { ReplyField } from '../reply/text-field.tsx';
import { forget, keep, kept } from '../session-store.ts';
import { PhoneLink } from '../view/phone-link.tsx';
import { ChoiceField } from './choice-fields.tsx';
import { operators, type OperatorChoices } from './choices.ts';
import { type Done, IntakeDone } from './intake-done.tsx';
import { forgetIntake, type IntakeDraft, keepIntake, keptIntake, newIntake } from './intake-draft.ts';
import { type IntakeField, type IntakeForm, missingIn, mostOfWhat } from './intake-form.ts';
import { PhotosField } from './photos-field.tsx';
import type { RedrawnPhoto } from './redraw-photo.ts';
import { useIntakeSending } from './use-sending.ts';

/** The operator that the address names, else the first of them. */
function namedOperator(): string {
  const named = location.pathname.split('/')[2];
  return operators.find(({ id }) => id === named)?.id ?? operators[0]?.id ?? '';
}

const doneKey = 'intakeDone';

/** REC-5: a customer records by themselves, without an account. */
export function IntakePage() {
  const [done, setDone] = useState(kept(doneKey) as Done | null);
  const [photos, setPhotos] = useState<RedrawnPhoto[]>([]);
  const finish = (next: Done): void => {
    keep(doneKey, next);
    forgetIntake();
    setDone(next);
  };
  const again = (): void => {
    forget(doneKey);
    setPhotos([]);
    setDone(null);
  };
  if (done !== null) return <IntakeDone done={done} photos={photos} onAnother={again} />;
  return <IntakeFormCard photos={photos} onPhotos={setPhotos} onDone={finish} />;
}

interface FormProps {
  photos: RedrawnPhoto[];
  onPhotos: (photos: RedrawnPhoto[]) => void;
  onDone: (done: Done) => void;
}

function IntakeFormCard({ photos, onPhotos, onDone }: FormProps) {
  const { texts: common, language } = usePageLanguage();
  const texts = intakeTexts[language];
  const [draft, setDraft] = useState<IntakeDraft>(() => keptIntake(Date.now()) ?? newIntake(namedOperator(), Date.now()));
  const [missing, setMissing] = useState<IntakeField[]>([]);
  const form = useRef<HTMLFormElement>(null);
  const channel = new URLSearchParams(location.search).get('from') === 'app' ? 'app' : 'web';
  const { standing, isBusy, send } = useIntakeSending(channel, (sent) => {
    if (sent.kind === 'recorded') onDone({ token: draft.token, number: sent.number, promisedAtMs: sent.promisedAtMs });
    if (sent.kind === 'incomplete') lead(sent.missing);
  });
  const operator = operators.find(({ id }) => id === draft.form.pack) ?? operators[0];

  const put = (next: IntakeDraft): void => {
    setDraft(next);
    keepIntake(next, Date.now());
  };
  const change = (part: Partial<IntakeForm>): void => {
    setMissing((fields) => fields.filter((field) => !(field in part)));
    put({ ...draft, form: { ...draft.form, ...part }, isPending: false });
  };
  const lead = (fields: IntakeField[]): void => {
    setMissing(fields);
    const [first] = fields;
    if (first) requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(`#${first}`)?.focus());
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (isBusy) return;
    const lacking = missingIn(draft.form, Date.now());
    lead(lacking);
    if (lacking.length > 0) return;
    const pending = { ...draft, isPending: true };
    put(pending);
    void send(pending);
  };
  // What was to be sent when the page was closed is sent now; the server has it once, whatever arrived before.
  const pendingAtStart = useRef(draft.isPending ? draft : null);
  useEffect(() => {
    const pending = pendingAtStart.current;
    pendingAtStart.current = null;
    if (pending) void send(pending);
  });

  if (!operator) return null;
  return (
    <section class="card">
      <h1>{texts.title}</h1>
      <p>{texts.lead}</p>
      <form ref={form} noValidate onSubmit={submit}>
        <OperatorChoice form={draft.form} onChange={change} />
        <IntakeFields form={draft.form} operator={operator} missing={missing} onChange={change} />
        <PhotosField photos={photos} onChange={onPhotos} />
        <p class="actions">
          <button type="submit" aria-disabled={isBusy}>
            {texts.submit}
          </button>
          <button
            type="button"
            class="secondary"
            onClick={() => {
              forgetIntake();
              onPhotos([]);
              setMissing([]);
              setDraft(newIntake(operator.id, Date.now()));
            }}
          >
            {texts.clear}
          </button>
        </p>
        <p role="status" class="outcome">
          {standing === 'sending' && texts.sending}
          {standing === 'proving' && texts.proving}
          {standing === 'waiting' && texts.waiting}
          {standing === 'tooMany' && texts.tooMany}
          {standing === 'refused' && texts.refused}
        </p>
        {(standing === 'tooMany' || standing === 'refused') && (
          <p>
            <PhoneLink phone={operator.hotline} />
          </p>
        )}
        <p class="hint">{texts.kept}</p>
        <p class="foot">{common.privacy}</p>
      </form>
    </section>
  );
}

interface PartProps {
  form: IntakeForm;
  onChange: (part: Partial<IntakeForm>) => void;
}

function OperatorChoice({ form, onChange }: PartProps) {
  const { language } = usePageLanguage();
  const texts = intakeTexts[language];
  if (operators.length < 2) return null;
  return (
    <ChoiceField
      id="pack"
      label={texts.operator}
      hint=""
      error={null}
      choices={operators.map(({ id, operator }) => ({ id, name: operator[language] }))}
      chosen={[form.pack]}
      onChoose={([pack = form.pack]) => onChange({ pack, group: '', mailItem: '', mailService: '' })}
    />
  );
}

const askIds: readonly Ask[] = ['refund', 'explanation', 'fix', 'apology', 'compensation', 'avoidRecurrence', 'other'];

function IntakeFields({ form, operator, missing, onChange }: PartProps & { operator: OperatorChoices; missing: readonly IntakeField[] }) {
  const { texts: common, language } = usePageLanguage();
  const texts = intakeTexts[language];
  const over = form.what.trim().length - mostOfWhat;
  const errorOf = (field: Exclude<IntakeField, 'what'>): string | null => (missing.includes(field) ? texts[field].missing : null);
  return (
    <>
      <ReplyField
        id="what"
        label={texts.what.label}
        hint={`${texts.what.hint} ${texts.what.left(Math.max(0, -over))}`}
        error={over > 0 ? texts.what.over(over) : missing.includes('what') && form.what.trim() === '' ? texts.what.missing : null}
        value={form.what}
        onInput={(what) => onChange({ what })}
        rows={5}
      />
      <ReplyField
        id="occurred"
        label={texts.occurred.label}
        hint={texts.occurred.hint}
        error={errorOf('occurred')}
        value={form.occurred}
        onInput={(occurred) => onChange({ occurred })}
        input={{ type: 'datetime-local' }}
      />
      <ChoiceField
        id="group"
        label={texts.group.label}
        hint={texts.group.hint}
        error={errorOf('group')}
        choices={operator.groups.map(({ id, name }) => ({ id, name: name[language] }))}
        chosen={[form.group]}
        onChoose={([group = '']) => onChange({ group })}
      />
      {operator.services.length > 0 && <MailFields form={form} operator={operator} onChange={onChange} />}
      <ChoiceField
        id="asks"
        label={texts.asks.label}
        hint={texts.asks.hint}
        error={errorOf('asks')}
        choices={askIds.map((id) => ({ id, name: common.asks[id] }))}
        chosen={form.asks}
        isMany
        onChoose={(asks) => onChange({ asks })}
      />
      <ReplyField
        id="name"
        label={texts.name.label}
        hint={texts.name.hint}
        error={errorOf('name')}
        value={form.name}
        onInput={(name) => onChange({ name })}
        input={{ autocomplete: 'name', maxLength: 60 }}
      />
      <ReplyField
        id="phone"
        label={texts.phone.label}
        hint={texts.phone.hint}
        error={errorOf('phone')}
        value={form.phone}
        onInput={(phone) => onChange({ phone })}
        input={{ type: 'tel', autocomplete: 'tel-national', maxLength: 60 }}
      />
    </>
  );
}

function MailFields({ form, operator, onChange }: PartProps & { operator: OperatorChoices }) {
  const { language } = usePageLanguage();
  const texts = intakeTexts[language];
  return (
    <>
      <ReplyField
        id="mailItem"
        label={texts.mailItem.label}
        hint={texts.mailItem.hint}
        error={null}
        value={form.mailItem}
        onInput={(mailItem) => onChange({ mailItem })}
        input={{ autocapitalize: 'characters', autocomplete: 'off', spellcheck: false, maxLength: 30 }}
      />
      <ChoiceField
        id="mailService"
        label={texts.service.label}
        hint=""
        error={null}
        choices={[...operator.services.map(({ id, name }) => ({ id, name: name[language] })), { id: '', name: texts.service.unknown }]}
        chosen={[form.mailService]}
        onChoose={([mailService = '']) => onChange({ mailService })}
      />
    </>
  );
}
