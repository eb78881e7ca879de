import { servedClosure } from './closure/served-closure.ts';
import { servedComplaint } from './complaint/served-complaint.ts';
import { servedRefund } from './refund/served-refund.ts';
import { aggregateTriggers } from './triggers/aggregate-triggers.ts';

export { administerStaff } from './callables/administer-staff.ts';
export { customerOfComplaint } from './callables/customer-of-complaint.ts';
export { exportStatement } from './callables/export-statement.ts';
export { findByPhone } from './callables/find-by-phone.ts';
export { importCalendar } from './callables/import-calendar.ts';
export { lookUpStatus } from './callables/look-up-status.ts';
export { nameDeputy } from './callables/name-deputy.ts';
export { openBoard } from './callables/open-board.ts';
export { previewPolicy } from './callables/preview-policy.ts';
export { previewSchedule } from './callables/preview-schedule.ts';
export { publishPolicy } from './callables/publish-policy.ts';
export { registerDevice } from './callables/register-device.ts';
export { removeDevice } from './callables/remove-device.ts';
export { setAvailability } from './callables/set-availability.ts';
export { setPreferences } from './callables/set-preferences.ts';
export { reconcileBooks } from './schedules/on-reconcile-books.ts';
export { sweep } from './schedules/on-sweep.ts';
export { onAttachmentCreated } from './triggers/on-attachment-created.ts';
export { onReplyCreated } from './triggers/on-reply-created.ts';
export { onStaffUpdated } from './triggers/on-staff-updated.ts';

export const { onCreated: onComplaintCreated, onEntryCreated: onJournalEntryCreated } = aggregateTriggers(servedComplaint);
export const { onCreated: onRefundCreated, onEntryCreated: onRefundEntryCreated } = aggregateTriggers(servedRefund);
export const { onCreated: onClosureCreated, onEntryCreated: onClosureEntryCreated } = aggregateTriggers(servedClosure);
