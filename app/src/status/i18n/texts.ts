import type { CustomerCommand } from '@shouwen/domain/complaint/command';
import type { Ask, ComplaintState, Stage } from '@shouwen/domain/complaint/complaint-values';
import type { ChecklistItem } from '@shouwen/domain/complaint/complaint';
import type { StatusView } from '@shouwen/domain/complaint/view/status-view';
import type { Failure } from '../view/load-view.ts';

interface Notice {
  title: string;
  text: string;
}

export type RatingReason = Extract<CustomerCommand, { type: 'rate' }>['reasons'][number];

/** The texts of a form that sends one free text. */
export interface MessageTexts {
  title: string;
  label: string;
  hint: string;
  missing: string;
  submit: string;
  arrived: string;
}

/** Every text of the page. A language that lacks one does not compile. */
export interface Texts {
  title: string;
  /** Leads to where complaints are made (REC-5), and names that page. */
  complain: string;
  /** Named in the other language, for those who cannot read this one. */
  switchLanguage: string;
  number: string;
  loading: Notice;
  failures: Record<Failure | 'brokenLink', Notice>;
  retry: string;
  refresh: string;
  stale: (time: string) => string;
  updated: (when: string) => string;
  privacy: string;
  zone: string;
  print: string;
  messages: string;
  largeType: string;
  plainType: string;
  /** Names what else can be done on the page. */
  desk: string;
  call: (phone: string) => string;
  lookUp: Record<
    | 'title'
    | 'text'
    | 'number'
    | 'numberHint'
    | 'numberWrong'
    | 'phone'
    | 'phoneHint'
    | 'phoneWrong'
    | 'submit'
    | 'busy'
    | 'proving'
    | 'unknown'
    | 'unreachable',
    string
  > & { throttled: (time: string) => string };
  states: Record<ComplaintState, Notice & { next: string }>;
  /** What happens next once nobody can disagree any more. */
  nextWhenFinal: string;
  promise: (when: string) => string;
  /** The time was agreed with the customer. */
  agreed: (when: string) => string;
  late: (when: string) => string;
  /** The clock waits for the customer. */
  paused: (until: string) => string;
  facts: Record<'title' | 'category' | 'asks' | 'what' | 'recorded' | 'holder' | 'handledBy' | 'next', string>;
  /** PST-2: what the offices along the way were asked. */
  hurried: Record<'asked' | 'done', (who: string) => string>;
  needed: { title: string };
  answer: { title: string; given: (when: string) => string; checklist: string };
  refunds: {
    title: string;
    /** Where one stands, with the moment since when. */
    standing: Record<StatusView['refunds'][number]['standing'], (when: string) => string>;
    form: Record<StatusView['refunds'][number]['form'], string>;
  };
  outOfScope: { reason: string; whereToTurn: string };
  timeline: { title: string };
  stages: Record<Stage, string>;
  asks: Record<Ask, string>;
  results: Record<ChecklistItem['result'], string>;
  rights: {
    title: string;
    later: (when: string, regulator: string, days: number) => string;
    now: (when: string, regulator: string) => string;
    disagreed: (when: string, regulator: string) => string;
    ifUnhappy: (regulator: string) => string;
    /** What the regulator does not take. */
    closed: string;
  };
  rating: Record<'title' | 'stars' | 'solved' | 'yes' | 'no' | 'reasons' | 'starsMissing' | 'solvedMissing' | 'submit' | 'reopen' | 'arrived', string> & {
    /** Said to staff by who has it taken up again, with the reasons chosen. */
    unsolved: (reasons: readonly string[]) => string;
    given: (stars: number, solved: boolean) => string;
    star: (stars: number) => string;
    reason: Record<RatingReason, string>;
  };
  information: MessageTexts;
  disagreement: MessageTexts & { until: (when: string) => string };
  linkNeeded: { title: string; text: string };
  sending: {
    busy: string;
    refused: string;
    askedTooOften: string;
    proofOver: string;
    linkNeeded: string;
    unknown: string;
    left: (count: number) => string;
    over: (count: number) => string;
  };
}
