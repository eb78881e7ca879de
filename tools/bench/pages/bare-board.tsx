import { createRoot } from 'react-dom/client';

/** The least that can show a board: React, and the same numbers from a constant. */
const lines = Array.from({ length: 16 }, (_, index) => ({ name: `单位 ${index}`, counts: [3, 5, 2, 4, 96] }));

createRoot(document.getElementById('root') as HTMLElement).render(
  <div>
    <ul>
      {[48, 32, 80, 64, 40, 400].map((count) => (
        <li key={count} className="board-tile">
          <strong>{count}</strong>
        </li>
      ))}
    </ul>
    <table>
      {lines.map(({ name, counts }) => (
        <tbody key={name}>
          <tr>
            <th colSpan={5}>{name}</th>
          </tr>
          <tr>
            {counts.map((count) => (
              <td key={count}>{count}</td>
            ))}
          </tr>
        </tbody>
      ))}
    </table>
  </div>,
);
