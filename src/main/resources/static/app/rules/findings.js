// What the server finds wrong or odd in a draft, as lists that lead to the cells.

/** Every fault with a link to its cell. */
export function showFaults(place, problems, { go, named }) {
  place.hidden = problems.length === 0;
  const heading = line('strong', problems.length === 1 ? 'One thing needs mending:' : `${problems.length} things need mending:`);
  const list = document.createElement('ul');
  list.className = 'mb-0 ps-3';
  problems.forEach(problem => {
    const item = document.createElement('li');
    if (problem.row > 0) {
      item.append(link(named(problem), () => go(problem)), `: ${problem.sentence}`);
    } else {
      item.append(`${named(problem)}: ${problem.sentence}`);
    }
    list.append(item);
  });
  place.replaceChildren(heading, list);
}

/** What is wrong with the rows as a whole, or only odd; what the version in force has, too, is folded away. */
export function showRemarks(place, remarks, way) {
  const wasOpen = place.querySelector('details')?.open;
  const known = remarks.filter(remark => remark.known);
  place.replaceChildren(...remarks.filter(remark => !remark.known).map(remark => shown(remark, way)));
  if (known.length > 0) {
    const folded = document.createElement('details');
    folded.open = wasOpen ?? false;
    const list = document.createElement('ul');
    list.className = 'list-group list-group-flush mt-2';
    list.append(...known.map(remark => shown(remark, way)));
    folded.append(line('summary', `Also in the version in force: ${known.length}`, 'text-secondary'), list);
    const item = line('li', '', 'list-group-item');
    item.append(folded);
    place.append(item);
  }
}

/** One remark with an example that can be tried. */
function shown(remark, { goToRow, tryAt, asked }) {
  const item = line('li', '', 'list-group-item');
  const wrong = remark.severity === 'WRONG';
  const badge = line('span', wrong ? 'must be mended' : 'odd', `badge me-2 ${wrong ? 'bg-red-lt' : 'bg-yellow-lt'}`);
  item.append(badge, `${remark.sentence} `);
  remark.rows.forEach((row, number) => item.append(number > 0 ? ', ' : '', link(row, () => goToRow(remark.table, row))));
  const facts = Object.keys(remark.example ?? {});
  if (facts.length > 0) {
    const example = line('div', `For example: ${remark.exampleInWords}. `, 'small text-secondary');
    // What the facts work out is none of them, and what no cell can name is in no list.
    if (remark.tryable && facts.every(name => asked.includes(name))) {
      const go = document.createElement('a');
      go.href = `${tryAt}?${new URLSearchParams({ ...remark.example, what: 'draft' })}`;
      go.textContent = 'Try it';
      example.append(go);
    }
    item.append(example);
  }
  return item;
}

function link(text, act) {
  const button = line('button', text, 'btn btn-link p-0 pb-link');
  button.type = 'button';
  button.addEventListener('click', act);
  return button;
}

function line(tag, text, kind = '') {
  const element = document.createElement(tag);
  element.textContent = text;
  element.className = kind;
  return element;
}
