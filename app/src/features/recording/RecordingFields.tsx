import { useTranslation } from 'react-i18next';
import { asks } from '@shouwen/domain/complaint/complaint-values';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { routeOf } from '@shouwen/domain/policy/category';
import type { Pack } from '@shouwen/domain/policy/pack';
import { dutyKindOf } from '@shouwen/domain/policy/service-duties';
import { nowMs } from '../../platform/device/clock.ts';
import { inLanguage, useLanguage } from '../../platform/device/language.ts';
import type { Reference } from '../../platform/reference/reference.ts';
import { CategoryField } from './CategoryField.tsx';
import { CustomerFields } from './customer/CustomerFields.tsx';
import { useFieldOf } from './use-field-of.ts';
import type { Expectations } from './expectations.ts';
import { ExpectationsCard, RecordingFlags } from './ExpectationsCard.tsx';
import type { Earlier } from './customer/find-repeats.ts';
import { MailItemFields } from './MailItemFields.tsx';
import { ConcernedFields } from '../../parts/concerned/ConcernedFields.tsx';
import { ParticularFields } from '../../parts/particulars/ParticularFields.tsx';
import { particularsOf } from '../../parts/particulars/typed-particulars.ts';
import { PhotoField } from './PhotoField.tsx';
import { RepeatWarning } from './customer/RepeatWarning.tsx';
import type { Acquaintance } from './customer/use-known-customer.ts';
import type { DraftSession } from './use-recording-draft.ts';
import { WhenField } from './WhenField.tsx';
import { Chips } from '../../ui/action/Chip.tsx';
import { FieldGroup } from '../../ui/field/Field.tsx';
import { TextArea, TextField } from '../../ui/field/TextField.tsx';
import { Card } from '../../ui/card/Card.tsx';
import type { RecordingPart } from './recording-form.ts';

interface Props {
  session: DraftSession;
  staff: Staff;
  reference: Reference;
  isResumed: boolean;
  missing: readonly RecordingPart[];
  expected: Expectations;
  acquaintance: Acquaintance | null;
  /** Of a known customer, to compare with what they say. */
  nameMasked: string | null;
  repeats: readonly Earlier[];
  onAddToEarlier: (earlier: Earlier) => void;
}

/** One page from the customer's number to the photo, in the order in which a conversation goes; nothing is hidden behind steps. */
export function RecordingFields(props: Props) {
  return (
    <>
      <CustomerFields {...props} />
      <MatterFields {...props} />
      <PlaceFields {...props} />
      <ExpectationsCard expected={props.expected} />
    </>
  );
}

function MatterFields({ session, reference: { pack }, isResumed, missing, expected, repeats, onAddToEarlier }: Props) {
  const { t } = useTranslation(['recording', 'vocabulary']);
  const language = useLanguage();
  const fieldOf = useFieldOf(missing);
  const { form, earlierIds } = session.draft;
  const isNetwork = routeOf(pack, form.category) === 'network';
  return (
    <Card>
      {pack.mailServices.length > 0 ? (
        <MailItemFields pack={pack} form={form} fieldOf={fieldOf} onChange={session.change} />
      ) : (
        <ConcernedFields
          said={form}
          occurredAtMs={form.occurredAtMs}
          nowMs={nowMs()}
          problems={{ concerned: fieldOf('concerned').problem, ownedUntilMs: fieldOf('ownedUntilMs').problem }}
          onChange={session.change}
        />
      )}
      <TextArea
        label={t('what.label')}
        {...fieldOf('what')}
        problem={form.what.trim() === '' ? fieldOf('what').problem : null}
        longest={2000}
        placeholder={t('what.placeholder')}
        value={form.what}
        onType={(what) => session.change({ what })}
      />
      <CategoryField
        pack={pack}
        told={form.what}
        category={form.category}
        problem={fieldOf('category').problem}
        onChoose={(category) => session.change({ category })}
      />
      <RecordingFlags flags={expected.flags} />
      <RepeatWarning
        repeats={repeats}
        isDecided={earlierIds.length > 0}
        onAdd={onAddToEarlier}
        onRecordAnyway={() => session.setEarlier(repeats.map(({ id }) => id))}
      />
      <DutyFields session={session} pack={pack} missing={missing} />
      {isNetwork && (
        <FieldGroup label={t('urgency.label')} {...fieldOf('urgency')}>
          <Chips
            choices={pack.urgencies.map(({ id, name }) => ({ id, name: inLanguage(name, language) }))}
            chosen={form.urgency === null ? [] : [form.urgency]}
            onChoose={(urgency) => session.change({ urgency })}
          />
        </FieldGroup>
      )}
      <FieldGroup label={t('asks.label')} {...fieldOf('asks')}>
        <Chips
          choices={asks.map((id) => ({ id, name: t(`vocabulary:ask.${id}`) }))}
          chosen={form.asks}
          onChoose={(ask) => session.change({ asks: form.asks.includes(ask) ? form.asks.filter((each) => each !== ask) : [...form.asks, ask] })}
        />
      </FieldGroup>
      <WhenField
        occurredAtMs={form.occurredAtMs}
        isResumed={isResumed}
        problem={fieldOf('occurredAtMs').problem}
        onChange={(occurredAtMs) => session.change({ occurredAtMs })}
      />
      <PhotoField photos={session.photos} most={pack.limits.photos} onAdd={session.addPhotos} onRemove={session.removePhoto} />
    </Card>
  );
}

/** Telecom Regulations 32–34: what a duty of law depends on, where the category has one. */
function DutyFields({ session, pack, missing }: Pick<Props, 'session' | 'missing'> & { pack: Pack }) {
  const { form } = session.draft;
  const kind = dutyKindOf(form.category, pack);
  const typed = form.particulars ?? {};
  const read = particularsOf(typed);
  const wrong = missing.includes('particulars') && !read.ok ? read.wrong : [];
  if (kind === null) return null;
  return (
    <div data-field="particulars">
      <ParticularFields
        kind={kind}
        typed={typed}
        wrong={wrong}
        nowMs={nowMs()}
        onChange={(name, value) => session.change({ particulars: { ...typed, [name]: value } })}
      />
    </div>
  );
}

const unknownRegion = 'unknown';

function PlaceFields({ session, reference: { pack, regions }, missing }: Props) {
  const { t } = useTranslation('recording');
  const language = useLanguage();
  const fieldOf = useFieldOf(missing);
  const { form } = session.draft;
  const chosenRegion = form.homeRegion === undefined ? [] : [form.homeRegion ?? unknownRegion];
  return (
    <Card>
      <FieldGroup label={t('tier.label')} {...fieldOf('tier')}>
        <Chips
          choices={pack.tiers.map(({ id, name }) => ({ id, name: inLanguage(name, language) }))}
          chosen={[form.tier]}
          onChoose={(tier) => session.change({ tier })}
        />
      </FieldGroup>
      <FieldGroup label={t('region.label')} {...fieldOf('homeRegion')}>
        <Chips
          choices={[...regions.map(({ code, name }) => ({ id: code, name: inLanguage(name, language) })), { id: unknownRegion, name: t('region.unknown') }]}
          chosen={chosenRegion}
          onChoose={(code) => session.change({ homeRegion: code === unknownRegion ? null : code })}
        />
      </FieldGroup>
      <TextField label={t('address.label')} autoComplete="off" longest={200} value={form.address} onType={(address) => session.change({ address })} />
    </Card>
  );
}
