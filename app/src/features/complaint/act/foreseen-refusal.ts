import type { StaffCommand } from '@shouwen/domain/complaint/command';
import { type PredictContext, predict } from '@shouwen/domain/complaint/view/predict';
import type { Staff } from '@shouwen/domain/organisation/staff';
import { clockOffsetMs, phoneNowMs } from '../../../platform/device/clock.ts';
import type { ComplaintView } from '../complaint-view.ts';

/** The same with what is known of certain people at present: of others it is foreseen that they are there (ORG-4). */
export function seeing(view: ComplaintView, people: ReadonlyMap<string, Staff>): ComplaintView {
  const { predictContext } = view;
  if (!predictContext || people.size === 0) return view;
  const staff: PredictContext['staff'] = predictContext.staff.map((person) => people.get(person.uid) ?? person);
  return { ...view, predictContext: { ...predictContext, staff } };
}

/** For what the server will refuse this, as far as this phone can tell. */
export function foreseenRefusal({ complaint, predictContext }: Pick<ComplaintView, 'complaint' | 'predictContext'>, command: StaffCommand): string | null {
  if (!predictContext) return null;
  const entry = { id: 'typed', command, capturedAtMs: phoneNowMs(), clockOffsetMs: clockOffsetMs(), receivedAtMs: null };
  return predict(complaint, [entry], predictContext).refusals[0]?.refusal.code ?? null;
}
