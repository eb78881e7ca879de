import type { ComponentType, LazyExoticComponent } from 'react';
import { WorklistPage } from '../features/worklist/WorklistPage.tsx';
import { fetchedPage } from './missing-code.ts';

interface AppRoute {
  path: string;
  Page: ComponentType | LazyExoticComponent<ComponentType>;
  /** Everything but signing in needs someone who is, or was, signed in on this device. */
  open?: true;
}

/** Every address of the staff app. The worklist comes with the first load; a page that is opened later comes when it is. */
export const routes: readonly AppRoute[] = [
  { path: '/sign-in', Page: fetchedPage(async () => (await import('../features/sign-in/SignInPage.tsx')).SignInPage), open: true },
  { path: '/worklist', Page: WorklistPage },
  { path: '/workbench', Page: fetchedPage(async () => (await import('../features/workbench/WorkbenchPage.tsx')).WorkbenchPage) },
  { path: '/promises', Page: fetchedPage(async () => (await import('../features/promises/PromisesPage.tsx')).PromisesPage) },
  { path: '/untold', Page: fetchedPage(async () => (await import('../features/untold/UntoldPage.tsx')).UntoldPage) },
  { path: '/messages', Page: fetchedPage(async () => (await import('../features/messages/MessagesPage.tsx')).MessagesPage) },
  { path: '/record', Page: fetchedPage(async () => (await import('../features/recording/RecordingPage.tsx')).RecordingPage) },
  { path: '/record/:draftId', Page: fetchedPage(async () => (await import('../features/recording/RecordingPage.tsx')).RecordingPage) },
  { path: '/complaint/:id', Page: fetchedPage(async () => (await import('../features/complaint/ComplaintPage.tsx')).ComplaintPage) },
  { path: '/complaint/:id/work-order', Page: fetchedPage(async () => (await import('../features/work-order/WorkOrderPage.tsx')).WorkOrderPage) },
  {
    path: '/complaint/:id/refund',
    Page: fetchedPage(async () => (await import('../features/refund/request/RefundRequestPage.tsx')).RefundRequestPage),
  },
  { path: '/complaint/:id/assist', Page: fetchedPage(async () => (await import('../features/assist/AskAssistPage.tsx')).AskAssistPage) },
  { path: '/complaint/:id/speed-up', Page: fetchedPage(async () => (await import('../features/assist/SpeedUpPage.tsx')).SpeedUpPage) },
  { path: '/assists', Page: fetchedPage(async () => (await import('../features/assist/AssistsPage.tsx')).AssistsPage) },
  { path: '/assist/:id', Page: fetchedPage(async () => (await import('../features/assist/AssistPage.tsx')).AssistPage) },
  { path: '/refund/:id', Page: fetchedPage(async () => (await import('../features/refund/RefundPage.tsx')).RefundPage) },
  { path: '/refund/:id/order', Page: fetchedPage(async () => (await import('../features/refund/RefundOrderPage.tsx')).RefundOrderPage) },
  { path: '/approvals', Page: fetchedPage(async () => (await import('../features/approvals/ApprovalsPage.tsx')).ApprovalsPage) },
  { path: '/inbox', Page: fetchedPage(async () => (await import('../features/inbox/InboxPage.tsx')).InboxPage) },
  { path: '/outbox', Page: fetchedPage(async () => (await import('../features/outbox/OutboxPage.tsx')).OutboxPage) },
  { path: '/closures', Page: fetchedPage(async () => (await import('../features/closure/ClosuresPage.tsx')).ClosuresPage) },
  { path: '/closure/new', Page: fetchedPage(async () => (await import('../features/closure/NewClosurePage.tsx')).NewClosurePage) },
  { path: '/closure/:id', Page: fetchedPage(async () => (await import('../features/closure/ClosurePage.tsx')).ClosurePage) },
  { path: '/books', Page: fetchedPage(async () => (await import('../features/books/BooksPage.tsx')).BooksPage) },
  { path: '/board', Page: fetchedPage(async () => (await import('../features/board/BoardPage.tsx')).BoardPage) },
  { path: '/board/:unitId', Page: fetchedPage(async () => (await import('../features/board/BoardPage.tsx')).BoardPage) },
  { path: '/board/:unitId/:question', Page: fetchedPage(async () => (await import('../features/board/BoardListPage.tsx')).BoardListPage) },
  { path: '/schedule', Page: fetchedPage(async () => (await import('../features/board/SchedulePage.tsx')).SchedulePage) },
  { path: '/policy', Page: fetchedPage(async () => (await import('../features/policy/PolicyPage.tsx')).PolicyPage) },
  { path: '/changes', Page: fetchedPage(async () => (await import('../features/changes/ChangesPage.tsx')).ChangesPage) },
  { path: '/access', Page: fetchedPage(async () => (await import('../features/access/AccessPage.tsx')).AccessPage) },
  { path: '/me', Page: fetchedPage(async () => (await import('../features/me/MePage.tsx')).MePage) },
];
