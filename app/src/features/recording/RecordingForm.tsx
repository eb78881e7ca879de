import { useTranslation } from 'react-i18next';
import { asks } from '@shouwen/domain/complaint/complaint';
import type { RecordingField } from '@shouwen/domain/complaint/intake/recording';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { routeOf } from '@shouwen/domain/policy/category';
import { inLanguage, useLanguage } from '../../platform/device/language.ts';
import type { Reference } from '../../platform/reference/reference.ts';
import { CategoryField } from './CategoryField.tsx';
import type { Expectations } from './expectations.ts';
import { ExpectationsCard, RecordingFlags } from './ExpectationsCard.tsx';
import { Field, FieldGroup } from './Field.tsx';
import type { Earlier } from './customer/find-repeats.ts';
import { MailItemFields } from './MailItemFields.tsx';
import { PhotoField } from './PhotoField.tsx';
import { RepeatWarning } from './customer/RepeatWarning.tsx';
import type { Acquaintance } from './customer/use-known-customer.ts';
import type { DraftSession } from './use-recording-draft.ts';
import { WhenField } from './WhenField.tsx';
import { Chips } from '../../ui/Chip.tsx';

interface Props {
  session: DraftSession;
  staff: Staff;
  reference: Reference;
  isResumed: boolean;
  missing: readonly RecordingField[];
  expected: Expectations;
  acquaintance: Acquaintance | null;
  /** Of a known customer, to compare with what they say. */
  nameMasked: string | null;
  repeats: readonly Earlier[];
  onAddToEarlier: (earlier: Earlier) => void;
}

/** One page from the customer's number to the photo, in the order in which a conversation goes; nothing is hidden behind steps. */
export function RecordingForm(props: Props) {
  return (
    <>
      <CustomerFields {...props} />
      <MatterFields {...props} />
      <PlaceFields {...props} />
      <ExpectationsCard expected={props.expected} />
    </>
  );
}

function useProblem(missing: readonly RecordingField[]): (name: RecordingField) => string | null {
  const { t } = useTranslation('recording');
  return (name) => (missing.includes(name) ? t(`missing.${name}`) : null);
}

function CustomerFields({ session, reference, missing, acquaintance, nameMasked }: Props) {
  const { t } = useTranslation('recording');
  const language = useLanguage();
  const problem = useProblem(missing);
  const { form } = session.draft;
  return (
    <section className="form-section">
      <Field label={t('phone.label')} name="phone" problem={problem('phone')} hint={acquaintance === null ? null : t(`phone.${acquaintance}`)}>
        {(ids) => (
          <input
            {...ids}
            type="tel"
            inputMode="tel"
            autoComplete="off"
            maxLength={20}
            value={form.phone}
            onChange={(event) => session.change({ phone: event.target.value })}
          />
        )}
      </Field>
      <div className="field-pair">
        <Field label={t('name.label')} name="name" problem={problem('name')} hint={nameMasked === null ? null : t('name.known', { name: nameMasked })}>
          {(ids) => <input {...ids} autoComplete="off" maxLength={60} value={form.name} onChange={(event) => session.change({ name: event.target.value })} />}
        </Field>
        <Field label={t('channel.label')} name="channel" problem={problem('channel')}>
          {(ids) => (
            <select {...ids} value={form.channel} onChange={(event) => session.change({ channel: event.target.value })}>
              <option value="" disabled>
                {t('choose')}
              </option>
              {reference.pack.channels.map(({ id, name }) => (
                <option key={id} value={id}>
                  {inLanguage(name, language)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
    </section>
  );
}

function MatterFields({ session, reference: { pack }, isResumed, missing, expected, repeats, onAddToEarlier }: Props) {
  const { t } = useTranslation(['recording', 'vocabulary']);
  const language = useLanguage();
  const problem = useProblem(missing);
  const { form, earlierIds } = session.draft;
  const isNetwork = routeOf(pack, form.category) === 'network';
  return (
    <section className="form-section">
      {pack.mailServices.length > 0 && <MailItemFields pack={pack} form={form} onChange={session.change} />}
      <Field label={t('what.label')} name="what" problem={problem('what')}>
        {(ids) => (
          <textarea
            {...ids}
            rows={3}
            maxLength={2000}
            placeholder={t('what.placeholder')}
            value={form.what}
            onChange={(event) => session.change({ what: event.target.value })}
          />
        )}
      </Field>
      <CategoryField
        pack={pack}
        told={form.what}
        category={form.category}
        problem={problem('category')}
        onChoose={(category) => session.change({ category })}
      />
      <RecordingFlags flags={expected.flags} />
      <RepeatWarning
        repeats={repeats}
        isDecided={earlierIds.length > 0}
        onAdd={onAddToEarlier}
        onRecordAnyway={() => session.setEarlier(repeats.map(({ id }) => id))}
      />
      {isNetwork && (
        <FieldGroup label={t('urgency.label')} name="urgency" problem={problem('urgency')}>
          <Chips
            choices={pack.urgencies.map(({ id, name }) => ({ id, name: inLanguage(name, language) }))}
            chosen={form.urgency === null ? [] : [form.urgency]}
            onChoose={(urgency) => session.change({ urgency })}
          />
        </FieldGroup>
      )}
      <FieldGroup label={t('asks.label')} name="asks" problem={problem('asks')}>
        <Chips
          choices={asks.map((id) => ({ id, name: t(`vocabulary:ask.${id}`) }))}
          chosen={form.asks}
          onChoose={(ask) => session.change({ asks: form.asks.includes(ask) ? form.asks.filter((each) => each !== ask) : [...form.asks, ask] })}
        />
      </FieldGroup>
      <WhenField
        occurredAtMs={form.occurredAtMs}
        isResumed={isResumed}
        problem={problem('occurredAtMs')}
        onChange={(occurredAtMs) => session.change({ occurredAtMs })}
      />
      <PhotoField photos={session.photos} most={pack.limits.photos} onAdd={session.addPhotos} onRemove={session.removePhoto} />
    </section>
  );
}

const unknownRegion = 'unknown';

function PlaceFields({ session, reference: { pack, regions }, missing }: Props) {
  const { t } = useTranslation('recording');
  const language = useLanguage();
  const problem = useProblem(missing);
  const { form } = session.draft;
  const chosenRegion = form.homeRegion === undefined ? [] : [form.homeRegion ?? unknownRegion];
  return (
    <section className="form-section">
      <FieldGroup label={t('tier.label')} name="tier" problem={problem('tier')}>
        <Chips
          choices={pack.tiers.map(({ id, name }) => ({ id, name: inLanguage(name, language) }))}
          chosen={[form.tier]}
          onChoose={(tier) => session.change({ tier })}
        />
      </FieldGroup>
      <FieldGroup label={t('region.label')} name="homeRegion" problem={problem('homeRegion')}>
        <Chips
          choices={[...regions.map(({ code, name }) => ({ id: code, name: inLanguage(name, language) })), { id: unknownRegion, name: t('region.unknown') }]}
          chosen={chosenRegion}
          onChoose={(code) => session.change({ homeRegion: code === unknownRegion ? null : code })}
        />
      </FieldGroup>
      <Field label={t('address.label')}>
        {(ids) => (
          <input {...ids} autoComplete="off" maxLength={200} value={form.address} onChange={(event) => session.change({ address: event.target.value })} />
        )}
      </Field>
    </section>
  );
}
