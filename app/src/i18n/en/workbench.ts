import type { workbench as original } from '../zh-CN/workbench.ts';
import type { Translation } from '../translation.ts';

export const workbench = {
  title: 'Workbench',
  all: 'All',
  asOf: 'As of {{moment}}',
  orMore: '{{number}}+',
  counting: 'Being counted',
  unknown: 'Number not known',
  failed: 'Some numbers could not be had.',
  offline: 'No connection: the numbers are those seen last.',
} satisfies Translation<typeof original>;
