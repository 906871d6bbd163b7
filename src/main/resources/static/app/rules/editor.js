// The page on which a manager changes a draft: its grids, its buttons, and what the server says of it.
import { Grid } from './grid.js';
import { History } from './history.js';
import { merge } from './merge.js';
import { Saving } from './saving.js';
import { showFaults, showRemarks } from './findings.js';

const page = document.getElementById('editor');
const draft = JSON.parse(page.dataset.draft);
const part = name => page.querySelector(`[data-part="${name}"]`);
// Ids that were ever taken, also by a row that was added and deleted on this page.
const taken = new Set(draft.taken);
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: page.dataset.zone });

const grids = [...draft.tables, draft.cases].map(table => new Grid(table, {
  changed(step) {
    history.add(step);
    saving.soon();
  },
  focused: grid => showCell(grid),
  undo: () => goTo(history.undo(), 'before', 'Undone'),
  redo: () => goTo(history.redo(), 'after', 'Done again'),
  tell: sentence => {
    part('told').textContent = sentence;
  },
  ids: () => [...taken, ...grids.slice(0, -1).flatMap(grid => grid.lines.map(line => line[0]))]
}));
const casesGrid = () => grids.at(-1);
let shown = null;
let sent = null;
// The lines as the server had them last: by these it is told who changed what.
let kept = grids.map(grid => grid.lines);

const history = new History(() => {
  button('undo').disabled = !history.last;
  button('redo').disabled = !history.next;
  button('undo').title = history.last ? `Undo ${history.last} (Ctrl+Z)` : 'Nothing to undo';
  button('redo').title = history.next ? `Do again: ${history.next} (Ctrl+Y)` : 'Nothing to do again';
});

const saving = new Saving(page.dataset.address, draft.revision, cells, { saved, arrived, overtaken, status });

/* The cells as they go to the server; kept beside it, to know which lines its answer is about. */
function cells() {
  sent = grids.map(grid => grid.lines);
  sent.slice(0, -1).forEach(lines => lines.forEach(line => taken.add(line[0])));
  return {
    tables: Object.fromEntries(grids.slice(0, -1).map(grid => [grid.table.name, grid.lines])),
    cases: casesGrid().lines
  };
}

function saved(answer) {
  kept = sent;
  part('revision').value = answer.revision;
  status('saved', `Saved ${time.format(new Date(answer.changedAt))}`);
  judged(answer);
  window.htmx?.trigger(part('proof'), 'saved');
}

/* Cells of this page that had arrived although no answer came. */
function arrived(ours) {
  kept = linesOf(ours);
  part('revision').value = ours.revision;
}

function linesOf(server) {
  return grids.map(grid => grid === casesGrid() ? server.cases : server.tables[grid.table.name]);
}

function judged(answer) {
  const problems = grid => answer.problems.filter(one => one.table === grid.table.name);
  grids.forEach((grid, number) => {
    grid.judged(sent[number], answer.sentences?.[grid.table.name], problems(grid));
    const count = tabs[number].querySelector('.badge');
    count.textContent = problems(grid).length;
    count.hidden = problems(grid).length === 0;
  });
  showFaults(part('faults'), answer.problems, { go, named });
  showRemarks(part('remarks'), answer.remarks, { goToRow, tryAt: page.dataset.tryAt, asked: draft.facts });
  const fresh = answer.remarks.filter(remark => !remark.known);
  const unchecked = answer.problems.some(problem => problem.table !== casesGrid().table.name);
  part('clear').hidden = answer.problems.length > 0 || answer.remarks.length > 0;
  part('nothing-new').hidden = unchecked || fresh.length > 0 || !part('clear').hidden;
  part('unchecked').hidden = !unchecked;
  if (shown) {
    showCell(shown);
  }
}

/** The line an answer speaks of may have moved since it was sent. */
function go(problem) {
  const number = grids.findIndex(grid => grid.table.name === problem.table);
  const line = sent[number][problem.row - 1];
  const row = grids[number].lines.indexOf(line);
  show(grids[number]);
  grids[number].move(row < 0 ? problem.row - 1 : row, Math.max(0, problem.column - 1));
}

function goToRow(table, id) {
  const grid = grids.find(one => one.table.name === table && one.lines.some(line => line[0] === id))
    ?? grids.find(one => one.lines.some(line => line[0] === id));
  if (grid) {
    show(grid);
    grid.move(grid.lines.findIndex(line => line[0] === id), 0);
  }
}

function named(problem) {
  const number = grids.findIndex(grid => grid.table.name === problem.table);
  const id = sent[number]?.[problem.row - 1]?.[0];
  return [id || (problem.row ? `Row ${problem.row}` : grids[number]?.table.title), problem.label].filter(Boolean).join(', ');
}

function status(kind, sentence) {
  const place = part('status');
  place.dataset.kind = kind;
  place.textContent = sentence;
}

/* Two at one draft */

let theirs = null;

function overtaken(other) {
  theirs = other;
  status('failed', 'Not saved: somebody else has changed this draft.');
  part('overtaken').hidden = false;
  part('overtaken-by').textContent =
    `${other.who} changed this draft at ${time.format(new Date(other.at))}. Your cells are still here and not saved.`;
  // The keys go on to the cell: taking the focus would let a typed space or Enter press a button and drop cells.
  part('overtaken').scrollIntoView({ block: 'nearest' });
}

function settle(mine) {
  part('overtaken').hidden = true;
  saving.goOnFrom(theirs.revision);
  const here = shown;
  const other = linesOf(theirs);
  const merged = grids.map((grid, number) =>
    mine ? merge(kept[number], grid.lines, other[number], grid.columns) : { lines: other[number], gave: [] });
  grids.forEach((grid, number) => grid.take(merged[number].lines, grid.at));
  kept = other;
  show(here);
  // A step back would take back what they changed as well.
  history.forget();
  if (mine) {
    showMerged(merged.flatMap(one => one.gave));
    saving.soon();
  } else {
    saving.settle();
    saving.now();
  }
}

/** Nothing of theirs is lost in silence. */
function showMerged(gave) {
  part('told').textContent = gave.length === 0 ? 'Your changes are now in theirs.' : '';
  part('merged').hidden = gave.length === 0;
  part('gave').replaceChildren(...gave.map(sentence => {
    const item = document.createElement('li');
    item.textContent = sentence;
    return item;
  }));
}

/* Tabs */

const tabs = grids.map((grid, number) => {
  const tab = document.createElement('button');
  tab.type = 'button';
  tab.className = 'nav-link';
  tab.id = `tab-${grid.table.name}`;
  tab.setAttribute('role', 'tab');
  tab.setAttribute('aria-controls', `sheet-${grid.table.name}`);
  const count = document.createElement('span');
  count.className = 'badge bg-red-lt ms-2';
  count.hidden = true;
  tab.append(grid.table.title, count);
  tab.addEventListener('click', () => show(grid));
  tab.addEventListener('keydown', event => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      const other = (number + step + grids.length) % grids.length;
      show(grids[other]);
      tabs[other].focus();
    }
  });
  part('tabs').append(tab);
  const sheet = document.createElement('div');
  sheet.className = 'pb-sheet table-responsive';
  sheet.id = `sheet-${grid.table.name}`;
  sheet.setAttribute('role', 'tabpanel');
  sheet.setAttribute('aria-labelledby', tab.id);
  sheet.append(grid.element);
  const none = document.createElement('p');
  none.id = `none-${grid.table.name}`;
  none.className = 'pb-none text-secondary';
  none.textContent = 'There is no row yet. “Add row” or a pasted block makes the first one.';
  none.addEventListener('click', () => grid.focus());
  sheet.append(none);
  part('sheets').append(sheet);
  return tab;
});

function show(grid) {
  shown = grid;
  grids.forEach((one, number) => {
    const here = one === grid;
    tabs[number].classList.toggle('active', here);
    tabs[number].setAttribute('aria-selected', here);
    tabs[number].tabIndex = here ? 0 : -1;
    document.getElementById(`sheet-${one.table.name}`).hidden = !here;
  });
  part('reading').textContent = grid.table.reading;
  showCell(grid);
}

/** What may stand in the chosen cell, and what is wrong with it. */
function showCell(grid) {
  const line = grid.lines[grid.at.row];
  const column = grid.columns[grid.at.column];
  const fault = line && grid.faults(line)
    .find(one => one.column === grid.at.column + 1 || (grid.at.column === 0 && one.column === 0));
  part('where').textContent = line ? `${line[0] || `Row ${grid.at.row + 1}`} · ${column.label}` : grid.table.title;
  part('hint').textContent = fault || !line ? '' : column.hint;
  part('fault').textContent = fault ? fault.sentence : '';
}

function goTo(step, side, word) {
  if (step) {
    show(step.grid);
    step.grid.take(step[side], step.at);
    part('told').textContent = `${word}: ${step.what}.`;
    saving.soon();
  }
}

/* Buttons */

function button(act) {
  return page.querySelector(`[data-act="${act}"]`);
}

const acts = {
  add: () => shown.addRow(),
  copy: () => shown.copyRows(),
  up: () => shown.moveRows(-1),
  down: () => shown.moveRows(1),
  remove: () => shown.removeRows(),
  undo: () => goTo(history.undo(), 'before', 'Undone'),
  redo: () => goTo(history.redo(), 'after', 'Done again'),
  theirs: () => settle(false),
  mine: () => settle(true),
  seen: () => {
    part('merged').hidden = true;
  }
};
page.addEventListener('click', event => acts[event.target.closest('[data-act]')?.dataset.act]?.());

cells();
show(grids[0]);
status('saved', draft.changedAt ? `Saved ${time.format(new Date(draft.changedAt))}` : 'Nothing changed yet');
judged(draft.checked);
history.forget();
page.querySelectorAll('[data-wait]').forEach(one => one.remove());
