import type { Complaint } from '../complaint/complaint.ts';
import { wallClockOf } from '../calendar/day.ts';
import type { OutreachRules } from '../policy/outreach-rules.ts';
import type { Pack } from '../policy/pack.ts';
import type { Message } from './message.ts';

/** UCS-2: what is longer than 70 characters goes in parts of 67, whose other three say where each belongs. */
const singleLength = 70;
const partLength = 67;

/** In how many parts a text goes, each of which is paid for. One Chinese character makes all of it UCS-2, and each of these has one. */
export function segmentsOf(text: string): number {
  return text.length <= singleLength ? 1 : Math.ceil(text.length / partLength);
}

/** What is put into the words of a message. */
export interface TextContext {
  complaint: Complaint;
  pack: Pack;
  /** Where customers' pages are, without a stroke at the end. */
  pagesUrl: string;
  /** The secret of the customer's link; null where there is none. */
  token: string | null;
}

/** A message as it is sent: the filed template with what goes into it, and all of it as one text. */
export interface MessageText {
  template: string;
  parameters: Record<string, string>;
  text: string;
  signature: string;
}

/** The words of a message. No name, no category and nothing that the customer or staff have told goes into it: whoever holds the phone reads it. */
export function textOf(message: Message, context: TextContext, rules: OutreachRules): MessageText {
  const { id: template, text } = rules.templates[message.kind];
  const known = parametersOf(message, context);
  const names = placeholdersOf(text);
  const parameters = Object.fromEntries(names.map((name) => [name, known[name] ?? '']));
  const body = names.reduce((written, name) => written.replaceAll(`{${name}}`, parameters[name] ?? ''), text);
  return { template, parameters, text: body, signature: rules.signature };
}

/** What stands before it and is counted with it. */
export function wholeText({ signature, text }: Pick<MessageText, 'signature' | 'text'>): string {
  return `【${signature}】${text}`;
}

/** The names in braces of a template. */
export function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{([A-Za-z]+)\}/g)].map(([, name = '']) => name))];
}

function parametersOf(message: Message, { complaint, pack, pagesUrl, token }: TextContext): Record<string, string> {
  const page = `${pagesUrl}/s`;
  const amountFen = complaint.refunds.find(({ refundId }) => refundId === message.refundId)?.amountFen ?? 0;
  return {
    number: complaint.number,
    due: minuteOf(complaint.clocks?.replyDueAtMs ?? message.aboutAtMs ?? 0),
    link: token === null ? page : `${page}#${token}`,
    page,
    hotline: pack.hotline,
    days: String(pack.windows.reopenDays),
    time: minuteOf(message.causeAtMs),
    next: minuteOf(message.aboutAtMs ?? 0),
    amount: (amountFen / 100).toFixed(2),
  };
}

function minuteOf(atMs: number): string {
  const [day = '', time = ''] = wallClockOf(atMs).split(' ');
  const [, month, date] = day.split('-').map(Number);
  return `${month}月${date}日${time.slice(0, 5)}`;
}
