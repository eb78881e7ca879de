import type { ReactNode } from 'react';

/** One clock or what became of it, by name. */
export function Clock({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
