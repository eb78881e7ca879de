import { createRoot } from 'react-dom/client';
import { Virtualizer } from 'virtua';

/** The least that can show ten thousand rows: React, the same virtual list, a line of text each. */
const rows = Array.from({ length: 10_000 }, (_, index) => ({ id: String(index), text: `第 ${index} 件` }));

createRoot(document.getElementById('root') as HTMLElement).render(
  <div style={{ height: '100vh', overflow: 'auto' }}>
    <Virtualizer data={rows} itemSize={124}>
      {(row) => (
        <div key={row.id} className="card" style={{ height: 124 }}>
          {row.text}
        </div>
      )}
    </Virtualizer>
  </div>,
);
