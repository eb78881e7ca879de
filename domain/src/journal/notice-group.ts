/** What a person may want to be told by push or not. */
export const noticeGroups = ['assigned', 'handOver', 'overdue', 'money', 'customer', 'administration'] as const;
export type NoticeGroup = (typeof noticeGroups)[number];
