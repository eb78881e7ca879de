import '../i18n/later-texts.ts';
import type { TFunction } from 'i18next';
import { assistStandings, outsideSchema } from '@shouwen/domain/complaint/assist-standing';
import { contactResults, staffCommandSchema } from '@shouwen/domain/complaint/command';
import { higherHandsReasons } from '@shouwen/domain/complaint/intake/higher-hands';
import { needs, refundStandings } from '@shouwen/domain/complaint/complaint-values';
import { linkReasons, links } from '@shouwen/domain/complaint/responsible-link';
import { particularsSchema } from '@shouwen/domain/complaint/particulars';
import { findCategory } from '@shouwen/domain/policy/category';
import { useTranslation } from 'react-i18next';
import { type Format, useFormat } from '../i18n/format.ts';
import { inLanguage, language } from '../platform/device/language.ts';
import { named } from '../platform/reference/named.ts';
import { type Reference, unitName, useReference } from '../platform/reference/reference.ts';
import { stepInEntry } from './step-in-entry.ts';
import { useStepWording } from './step-wording.ts';

/** A journal entry in words: what was done, and what was said about it. */
export interface EntryWording {
  title: string;
  details: string[];
}

interface Worded {
  type: string;
  payload: Record<string, unknown>;
}

/** Puts journal entries into the reader's words. Anything unknown gets a plain sentence: an old phone must show a new entry somehow. */
export function useEntryWording(): (entry: Worded) => EntryWording {
  const { t } = useTranslation(['complaint', 'assist', 'link', 'particulars', 'refund', 'vocabulary']);
  const format = useFormat();
  const reference = useReference();
  const stepWording = useStepWording();
  return (entry) => {
    const step = entry.type === 'takeStep' ? stepInEntry(entry.payload) : null;
    return step ? stepWording(step) : { title: titleOf(entry, t, format, reference), details: detailsOf(entry, t, format, reference) };
  };
}

const commandTypes = staffCommandSchema.options.map((option) => option.shape.type.value);

/** What was wanted and came to nothing: by its kind alone, because nobody has looked at what else it says. */
export function useRefusedTitle(): (type: string) => string {
  const { t } = useTranslation('complaint');
  return (type) => {
    const command = commandTypes.find((known) => known === type);
    return command ? t(`command.${command}`) : t('entry.unknown');
  };
}

type Texts = TFunction<['complaint', 'assist', 'link', 'particulars', 'refund', 'vocabulary']>;

const plainTitles = [
  'recorded',
  'accept',
  'return',
  'acceptHandOver',
  'declineHandOver',
  'note',
  'confirmCause',
  'awaitCustomer',
  'awaitAssists',
  'resume',
  'answer',
  'close',
  'outOfScope',
  'withdraw',
  'merge',
  'chase',
  'reopen',
  'addInformation',
  'disagree',
  'noteSeen',
  'releaseHandler',
  'agreeTime',
  'correct',
  'correctConcerned',
  'noteParticulars',
  'nameLink',
  'leadToManager',
  'receiveInPerson',
  'escalate',
] as const;

function titleOf({ type, payload }: Worded, t: Texts, format: Format, reference: Reference | null): string {
  const plain = plainTitles.find((candidate) => candidate === type);
  if (plain) return t(`entry.${plain}`);
  switch (type) {
    case 'assign':
      return assignmentTitle(payload, t, reference);
    case 'handOver':
      return t('entry.handOver', { to: receiverOf(payload, reference) });
    case 'contactAttempt': {
      const result = contactResults.find((candidate) => candidate === payload['result']);
      return t('entry.contactAttempt', { result: result ? t(`vocabulary:contactResult.${result}`) : '' });
    }
    case 'awaitOther':
      return t('entry.awaitOther', { whom: textOf(payload['whom']) });
    case 'rate':
      return t('entry.rate', { stars: Number(payload['stars']) });
    case 'noteRefund': {
      const standing = refundStandings.find((candidate) => candidate === payload['standing']);
      return standing ? t(`refund:noted.${standing}`, { amount: format.money(Number(payload['amountFen'])) }) : t('entry.unknown');
    }
    case 'noteAssist':
      return assistTitle(payload, t);
    case 'noteRepeats':
      return t(Array.isArray(payload['repeatOf']) && payload['repeatOf'].length > 0 ? 'entry.isRepeat' : 'entry.isNoRepeat');
    case 'noteMessage':
      return t(payload['outcome'] === 'accepted' ? 'entry.messageAccepted' : 'entry.messageFailed');
    case 'applyPolicy':
      return t('entry.applyPolicy', { version: textOf(payload['version']) });
    case 'moveOwnership':
      return t('entry.moveOwnership', { name: textOf(payload['toName']) });
    default:
      return t('entry.unknown');
  }
}

/** Whom it was asked of, and where it stands since (AST-1). */
function assistTitle(payload: Record<string, unknown>, t: Texts): string {
  const standing = assistStandings.find((candidate) => candidate === payload['standing']);
  const outside = outsideSchema.safeParse(payload['outside']).data;
  const party = outside ? t('assist:party', { name: outside.name, kind: t(`assist:outside.${outside.kind}`) }) : unitName(textOf(payload['toUnitId']));
  return standing ? t('assist:noted', { party, state: t(`assist:state.${standing}`) }) : t('entry.unknown');
}

/** Where the way that it went by says more than the unit. */
const assignmentTitles: Record<string, 'assignLevelUp' | 'assignDispatched' | 'assignCorrected'> = {
  levelUp: 'assignLevelUp',
  dispatched: 'assignDispatched',
  corrected: 'assignCorrected',
};

/** A head names a person; the product names a unit, and a person if there is one. */
function assignmentTitle(payload: Record<string, unknown>, t: Texts, reference: Reference | null): string {
  const unitId = textOf(payload['unitId']);
  const handlerName = textOf(payload['handlerName']);
  if (unitId === '') return t('entry.assign', { name: personName(textOf(payload['toUid']), reference) });
  const title = assignmentTitles[textOf(payload['route'])] ?? 'assignUnit';
  return handlerName === '' ? t('entry.assignPool', { unit: unitName(unitId) }) : t(`entry.${title}`, { unit: unitName(unitId), name: handlerName });
}

function receiverOf(payload: Record<string, unknown>, reference: Reference | null): string {
  const unit = unitName(textOf(payload['toUnitId']));
  const toUid = textOf(payload['toUid']);
  return toUid === '' ? unit : `${unit} ${personName(toUid, reference)}`;
}

function personName(uid: string, reference: Reference | null): string {
  return reference?.staff.find((person) => person.uid === uid)?.name ?? named('person', null, language());
}

function detailsOf({ type, payload }: Worded, t: Texts, format: Format, reference: Reference | null): string[] {
  const { reason, text, evidence, whereToTurn, nextSlotAtMs, untilAtMs } = payload;
  return [
    type === 'correctConcerned' ? t('entry.corrected', { facts: concernedOf(payload, t, format) }) : '',
    type === 'noteParticulars' ? particularsTold(payload, t, format) : '',
    type === 'nameLink' ? linkTold(payload, t) : '',
    type === 'correct' ? t('entry.corrected', { facts: correctedFacts(payload, t, reference) }) : '',
    textOf(reason),
    becauseOf(payload, t),
    textOf(text),
    textOf(evidence) === '' ? '' : t('entry.evidence', { evidence: textOf(evidence) }),
    textOf(whereToTurn) === '' ? '' : t('entry.whereToTurn', { where: textOf(whereToTurn) }),
    typeof nextSlotAtMs === 'number' ? t('entry.next', { moment: format.moment(nextSlotAtMs) }) : '',
    typeof untilAtMs === 'number' ? t(type === 'agreeTime' ? 'entry.agreedUntil' : 'entry.until', { moment: format.moment(untilAtMs) }) : '',
  ].filter((detail) => detail !== '');
}

/** REC-2: the number that it is about since then. */
function concernedOf({ concernedMasked }: Record<string, unknown>, t: Texts, format: Format): string {
  const { number, ownedUntilMs } = (concernedMasked ?? {}) as { number?: unknown; ownedUntilMs?: unknown };
  if (typeof number !== 'string') return t('concerned.own');
  return typeof ownedUntilMs === 'number' ? t('concerned.former', { number, day: format.day(ownedUntilMs) }) : number;
}

/** Telecom Regulations 32–34: what was told of place, payment and bills. */
function particularsTold(payload: Record<string, unknown>, t: Texts, format: Format): string {
  const told = particularsSchema.safeParse(payload).data;
  if (!told) return '';
  const parts = [
    told.place && t('particulars:told.place', { place: t(`particulars:place.${told.place}`) }),
    told.paidAtMs !== null && t('particulars:told.paid', { moment: format.moment(told.paidAtMs) }),
    told.billsFen && t('particulars:told.bills', { bills: told.billsFen.map((fen) => format.money(fen)).join(' · ') }),
  ].filter((part) => typeof part === 'string');
  return parts.length === 0 ? t('particulars:told.nothing') : parts.join(' · ');
}

/** PST-2: which link was named, and what the trace said. */
function linkTold({ link, cause, unitId, trace }: Record<string, unknown>, t: Texts): string {
  const [namedLink, namedCause] = [links.find((known) => known === link), linkReasons.find((known) => known === cause)];
  if (!namedLink || !namedCause) return '';
  const unit = textOf(unitId) === '' ? '' : ` · ${unitName(textOf(unitId))}`;
  const lines = textOf(trace) === '' ? '' : `\n${textOf(trace)}`;
  return `${t('link:named', { link: t(`link:of.${namedLink}`), cause: t(`link:causeOf.${namedCause}`) })}${unit}${lines}`;
}

/** ATT-4: why it went up. */
function becauseOf({ because }: Record<string, unknown>, t: Texts): string {
  const reasons = Array.isArray(because) ? higherHandsReasons.filter((reason) => because.includes(reason)) : [];
  return reasons.length === 0 ? '' : t('entry.because', { reasons: reasons.map((reason) => t(`entry.becauseOf.${reason}`)).join(' · ') });
}

/** What the recording says since, by the names that the rules in force have for it. */
function correctedFacts(payload: Record<string, unknown>, t: Texts, reference: Reference | null): string {
  const pack = reference?.pack;
  const [category, tier, urgency] = [textOf(payload['category']), textOf(payload['tier']), textOf(payload['urgency'])];
  const names = [
    pack && findCategory(pack, category)?.category.name,
    pack?.tiers.find(({ id }) => id === tier)?.name,
    pack?.urgencies.find(({ id }) => id === urgency)?.name,
  ].flatMap((name) => (name ? inLanguage(name, language()) : []));
  const need = needs.find((known) => known === payload['need']);
  return [...names, ...(need ? [t(`form.needOf.${need}`)] : [])].join(' · ');
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
