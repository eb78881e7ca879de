/** @jsxImportSource preact */
import { render } from 'preact';

/** The least that can show a customer something: Preact, one request, the number and a line of text. */
const [endpoint, id] = location.hash.slice(1).split('|');
const response = await fetch(`${endpoint}/${id}`);
const { fields } = await response.json();
render(
  <main>
    <h1>{fields.number.stringValue}</h1>
    <p>{fields.answer.mapValue.fields.text.stringValue}</p>
  </main>,
  document.getElementById('root') as HTMLElement,
);
