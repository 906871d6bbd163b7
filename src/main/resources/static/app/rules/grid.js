// One table of the draft as a grid: what is shown, what is chosen, and every change to its lines.
// Lines are never changed in place: a line that is the same object is the same line, with its sentence and its faults.
import { editor, read, shown } from './cells.js';
import { blockOf, textOf } from './clipboard.js';
import { keys } from './keys.js';

const PARTS = { row: 'Row', when: 'When all of this holds', then: 'Then', because: 'Because', expected: 'Must come out', given: 'Given' };

export class Grid {
  at = { row: 0, column: 0 };
  from = { row: 0, column: 0 };
  leaving = false;
  // The column where a run of Tabs began, to which Enter goes back.
  began = null;
  #said = new WeakMap();
  #wrong = new WeakMap();
  #drawn = [];
  #body = document.createElement('tbody');
  #editing = null;
  #others;

  /**
   * @param table its name, title, columns, lines and the ids that were ever taken
   * @param others is told: changed(step), focused(grid), undo(), redo(), tell(sentence); knows ids()
   */
  constructor(table, others) {
    this.table = table;
    this.columns = table.columns;
    this.lines = table.lines;
    this.#others = others;
    this.element = this.#frame();
    this.#listen();
    this.draw();
  }

  /* What is shown */

  #frame() {
    const grid = document.createElement('table');
    grid.className = 'pb-grid';
    grid.setAttribute('role', 'grid');
    grid.setAttribute('aria-label', `${this.table.title}: arrow keys move, Enter edits, Escape then Tab leaves`);
    grid.setAttribute('aria-multiselectable', 'true');
    grid.setAttribute('aria-colcount', this.columns.length);
    const head = grid.createTHead();
    const parts = head.insertRow();
    parts.setAttribute('role', 'row');
    this.columns.forEach((column, number) => {
      const last = parts.lastElementChild;
      if (last && last.dataset.part === column.part) {
        last.colSpan += 1;
        return;
      }
      const part = document.createElement('th');
      part.dataset.part = column.part;
      part.scope = 'colgroup';
      part.setAttribute('role', 'columnheader');
      part.className = number === 0 ? 'pb-stays' : '';
      part.append(words('span', PARTS[column.part], number === 0 ? 'visually-hidden' : 'pb-part'));
      parts.append(part);
    });
    const labels = head.insertRow();
    labels.setAttribute('role', 'row');
    this.columns.forEach((column, number) => {
      const label = document.createElement('th');
      label.scope = 'col';
      label.setAttribute('role', 'columnheader');
      label.setAttribute('aria-colindex', number + 1);
      label.title = column.hint;
      label.className = `pb-${column.kind}${number === 0 ? ' pb-stays' : ''}${starts(this.columns, number)}`;
      label.textContent = column.label;
      labels.append(label);
    });
    grid.append(this.#body);
    return grid;
  }

  /** Draws what is not drawn yet; lines that stand where they stood are left alone. */
  draw() {
    if (this.#drawn.length !== this.lines.length) {
      this.#body.replaceChildren(...this.lines.flatMap((line, row) => this.#rows(line, row)));
    } else {
      this.lines.forEach((line, row) => {
        if (this.#drawn[row] !== line) {
          const [old, said] = this.#pair(row);
          const [fresh, sentence] = this.#rows(line, row);
          old.replaceWith(fresh);
          said.replaceWith(sentence);
        }
      });
    }
    this.#drawn = this.lines;
    this.element.setAttribute('aria-rowcount', this.lines.length + 2);
    this.#standWithoutCells();
    this.at = this.#within(this.at);
    this.from = this.#within(this.from);
    this.#choose();
  }

  /** Where there is no cell to stand on, the keys find the table itself. */
  #standWithoutCells() {
    if (this.lines.length === 0) {
      this.element.tabIndex = 0;
      this.element.setAttribute('aria-describedby', `none-${this.table.name}`);
    } else {
      this.element.removeAttribute('tabindex');
      this.element.removeAttribute('aria-describedby');
    }
  }

  #rows(line, row) {
    const cells = document.createElement('tr');
    cells.setAttribute('role', 'row');
    cells.setAttribute('aria-rowindex', row + 3);
    cells.dataset.row = row;
    this.columns.forEach((column, number) => cells.append(this.#cell(line, row, column, number)));
    const said = document.createElement('tr');
    said.className = 'pb-said';
    said.setAttribute('role', 'row');
    const cell = said.insertCell();
    cell.setAttribute('role', 'gridcell');
    cell.colSpan = this.columns.length;
    const sentence = this.#said.get(line);
    cell.append(words('div', sentence?.text ?? '', sentence?.old ? 'pb-old' : ''));
    said.hidden = !sentence?.text;
    return [cells, said];
  }

  #cell(line, row, column, number) {
    const cell = document.createElement(number === 0 ? 'th' : 'td');
    const value = line[number] ?? '';
    const fault = this.faults(line).find(one => one.column === number + 1 || (number === 0 && one.column === 0));
    cell.id = this.cellId(row, number);
    cell.tabIndex = -1;
    cell.setAttribute('role', number === 0 ? 'rowheader' : 'gridcell');
    cell.setAttribute('aria-colindex', number + 1);
    cell.dataset.column = number;
    cell.className = `pb-${column.kind}${number === 0 ? ' pb-stays' : ''}${starts(this.columns, number)}`;
    if (number === 0) {
      cell.scope = 'row';
    }
    cell.textContent = shown(column, value);
    if (fault) {
      cell.classList.add('pb-wrong');
      cell.setAttribute('aria-invalid', 'true');
      cell.title = fault.sentence;
    }
    return cell;
  }

  cellId(row, column) {
    return `cell-${this.table.name}-${row}-${column}`;
  }

  #pair(row) {
    const cells = this.#body.querySelector(`tr[data-row="${row}"]`);
    return [cells, cells?.nextElementSibling];
  }

  cellAt(row, column) {
    return this.#pair(row)[0]?.children[column];
  }

  faults(line) {
    return this.#wrong.get(line) ?? [];
  }

  /** What the server says of the lines it was sent: a sentence and the faults of each. */
  judged(sent, sentences, problems) {
    sent.forEach((line, row) => {
      this.#said.set(line, { text: sentences?.[row] ?? '' });
      this.#wrong.set(line, problems.filter(one => one.row === row + 1));
    });
    this.#drawn = this.#drawn.map(line => sent.includes(line) ? null : line);
    if (!this.#editing) {
      const holds = this.element.contains(document.activeElement);
      this.draw();
      if (holds) {
        this.focus();
      }
    }
  }

  /* What is chosen */

  #within({ row, column }) {
    if (this.lines.length === 0) {
      return { row: 0, column: 0 };
    }
    return {
      row: Math.max(0, Math.min(row, this.lines.length - 1)),
      column: Math.max(0, Math.min(column, this.columns.length - 1))
    };
  }

  /** The chosen block, both ends included. */
  get block() {
    const [a, b] = [this.at, this.from];
    return {
      top: Math.min(a.row, b.row), bottom: Math.max(a.row, b.row),
      left: Math.min(a.column, b.column), right: Math.max(a.column, b.column)
    };
  }

  move(row, column, extend = false) {
    this.at = this.#within({ row, column });
    if (!extend) {
      this.from = this.at;
    }
    this.leaving = false;
    this.began = null;
    this.#choose();
    this.focus();
  }

  chooseAll() {
    this.from = { row: 0, column: 0 };
    this.move(this.lines.length - 1, this.columns.length - 1, true);
  }

  focus() {
    const cell = this.cellAt(this.at.row, this.at.column);
    if (cell) {
      cell.focus({ preventScroll: true });
      this.#reveal(cell);
    } else {
      this.element.parentElement.scrollTo(0, 0);
      this.element.focus();
    }
    this.#others.focused(this);
  }

  /** The sticky column and headings must not hide the cell the person is at. */
  #reveal(cell) {
    const box = this.element.parentElement;
    const stays = this.at.column === 0 ? 0 : this.cellAt(this.at.row, 0).offsetWidth;
    const head = this.element.tHead.offsetHeight;
    const [seen, around] = [cell.getBoundingClientRect(), box.getBoundingClientRect()];
    if (seen.left < around.left + stays) {
      box.scrollLeft -= around.left + stays - seen.left;
    } else if (seen.right > around.right) {
      box.scrollLeft += Math.min(seen.right - around.right + 12, seen.left - around.left - stays);
    }
    if (seen.top < around.top + head) {
      box.scrollTop -= around.top + head - seen.top;
    } else if (seen.bottom > around.bottom) {
      box.scrollTop += seen.bottom - around.bottom + 12;
    }
    if (seen.top < 0 || seen.bottom > window.innerHeight) {
      cell.scrollIntoView({ block: 'nearest' });
    }
  }

  #choose() {
    this.#body.querySelectorAll('[aria-selected], [tabindex="0"]').forEach(cell => {
      cell.removeAttribute('aria-selected');
      cell.classList.remove('pb-picked');
      cell.tabIndex = -1;
    });
    const { top, bottom, left, right } = this.block;
    const several = top !== bottom || left !== right;
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        const cell = this.cellAt(row, column);
        cell?.setAttribute('aria-selected', 'true');
        cell?.classList.toggle('pb-picked', several);
      }
    }
    const here = this.cellAt(this.at.row, this.at.column);
    if (here) {
      here.tabIndex = 0;
      here.setAttribute('aria-describedby', 'cell-line');
    }
  }

  /* What is changed */

  #change(what, lines) {
    const before = this.lines;
    this.lines = lines;
    this.draw();
    this.#others.changed({ grid: this, what, before, after: lines, at: this.at });
  }

  /** Goes to a state of the past or back again. */
  take(lines, at) {
    this.lines = lines;
    this.draw();
    this.move(at.row, at.column);
  }

  /** A line with some cells otherwise; until the server has spoken, the old sentence stands greyed. */
  #with(line, cells) {
    const fresh = [...line];
    cells.forEach((value, column) => {
      fresh[column] = value;
    });
    const said = this.#said.get(line);
    if (said) {
      this.#said.set(fresh, { text: said.text, old: true });
    }
    this.#wrong.set(fresh, this.faults(line).filter(one => one.column > 0 && !cells.has(one.column - 1)));
    return fresh;
  }

  #write(what, block, top, left) {
    const lines = this.lines.map((line, row) => {
      const given = block[row - top];
      if (!given) {
        return line;
      }
      const cells = new Map(given.map((value, number) => [left + number, value]));
      const same = [...cells].every(([column, value]) => (line[column] ?? '') === value);
      return same ? line : this.#with(line, cells);
    });
    if (lines.some((line, row) => line !== this.lines[row])) {
      this.#change(what, lines);
    }
  }

  clear() {
    const { top, bottom, left, right } = this.block;
    const blank = Array.from({ length: bottom - top + 1 }, () => Array(right - left + 1).fill(''));
    this.#write('clearing', blank, top, left);
    this.focus();
  }

  #blank(near) {
    const line = this.columns.map(() => '');
    line[0] = this.#nextId(near?.[0] ?? '');
    return line;
  }

  /** The next number after all that were ever taken: a row that is gone lives on in the decisions it took part in. */
  #nextId(near, taken = this.#others.ids(this)) {
    if (this.columns[0].kind !== 'id') {
      return '';
    }
    const [, prefix, number] = /^(.*?)(\d+)$/.exec(near) ?? /^(.*?)(\d+)$/.exec(taken[0] ?? '') ?? ['', 'ROW-', '01'];
    const highest = taken.filter(id => id.startsWith(prefix) && /^\d+$/.test(id.slice(prefix.length)))
      .reduce((most, id) => Math.max(most, Number(id.slice(prefix.length))), 0);
    return prefix + String(highest + 1).padStart(number.length, '0');
  }

  addRow() {
    if (this.#full(1)) {
      return;
    }
    const below = this.lines.length === 0 ? 0 : this.block.bottom + 1;
    const fresh = this.#blank(this.lines[this.at.row]);
    this.#change('adding a row', [...this.lines.slice(0, below), fresh, ...this.lines.slice(below)]);
    this.move(below, Math.min(1, this.columns.length - 1));
    this.#others.tell(`Row ${fresh[0] || below + 1} added.`);
  }

  copyRows() {
    const { top, bottom } = this.block;
    if (this.lines.length === 0 || this.#full(bottom - top + 1)) {
      return;
    }
    const taken = this.#others.ids(this);
    const copies = this.lines.slice(top, bottom + 1).map(line => {
      const id = this.columns[0].kind === 'id' ? this.#nextId(line[0], taken) : `${line[0]} (copy)`;
      taken.push(id);
      return [id, ...line.slice(1)];
    });
    this.#change('copying rows', [...this.lines.slice(0, bottom + 1), ...copies, ...this.lines.slice(bottom + 1)]);
    this.move(bottom + 1, this.at.column);
    this.#others.tell(`Copied as ${copies.map(line => line[0]).join(', ')}.`);
  }

  removeRows() {
    const { top, bottom } = this.block;
    if (this.lines.length === 0) {
      return;
    }
    const gone = this.lines.slice(top, bottom + 1).map(line => line[0]).join(', ');
    this.#change('deleting rows', [...this.lines.slice(0, top), ...this.lines.slice(bottom + 1)]);
    this.move(top, this.at.column);
    this.#others.tell(`Deleted: ${gone}. Ctrl+Z brings it back.`);
  }

  moveRows(step) {
    const { top, bottom } = this.block;
    const target = top + step;
    if (target < 0 || bottom + step >= this.lines.length) {
      return;
    }
    const lines = [...this.lines];
    lines.splice(target, 0, ...lines.splice(top, bottom - top + 1));
    this.at = { ...this.at, row: this.at.row + step };
    this.from = { ...this.from, row: this.from.row + step };
    this.#change('moving rows', lines);
    this.focus();
    this.#others.tell(`Moved to place ${top + step + 1}.`);
  }

  #full(more) {
    const room = this.table.most - this.lines.length;
    const full = more > Math.max(0, room);
    if (full) {
      this.#others.tell(`A table may have at most ${this.table.most} rows: `
        + (room > 0 ? `there is room for ${room} more, and this needs ${more}.` : 'it is full.') + ' Nothing was changed.');
    }
    return full;
  }

  /* The clipboard */

  copied() {
    const { top, bottom, left, right } = this.block;
    return textOf(this.lines.slice(top, bottom + 1).map(line => line.slice(left, right + 1)));
  }

  paste(text) {
    const { top, bottom, left, right } = this.block;
    let block = this.#withoutLabels(blockOf(text), left);
    if (block.length === 1 && block[0].length === 1 && (top !== bottom || left !== right)) {
      block = Array.from({ length: bottom - top + 1 }, () => Array(right - left + 1).fill(block[0][0]));
    }
    // Whoever drags a line too far copies empty cells: they empty a row that is there, and make no new one.
    while (top + block.length > this.lines.length && block.at(-1)?.every(cell => cell.trim() === '')) {
      block.pop();
    }
    if (block.length === 0) {
      this.#others.tell('There is nothing to paste.');
      return;
    }
    const more = Math.max(0, top + block.length - this.lines.length);
    if (this.#full(more)) {
      return;
    }
    const widest = Math.max(...block.map(line => line.length));
    const room = this.columns.length - left;
    const taken = this.#others.ids(this);
    const lines = [...this.lines];
    block.forEach((given, number) => {
      const cells = new Map(given.slice(0, room)
        .map((cell, place) => [left + place, read(this.columns[left + place], cell)]));
      const row = top + number;
      if (row >= lines.length) {
        const id = this.#nextId(lines[row - 1]?.[0] ?? '', taken);
        lines.push([id, ...this.columns.slice(1).map(() => '')]);
      }
      lines[row] = this.#with(lines[row], cells);
      taken.push(lines[row][0]);
    });
    this.#change('pasting', lines);
    this.from = { row: top, column: left };
    this.move(top + block.length - 1, left + Math.min(widest, room) - 1, true);
    this.#others.tell(`Pasted ${block.length} × ${Math.min(widest, room)} cells.`
      + (more > 0 ? ` ${more === 1 ? 'One row was' : `${more} rows were`} added.` : '')
      + (widest > room ? ` ${widest - room} more to the right did not fit and were left out.` : ''));
  }

  #withoutLabels(block, left) {
    const labels = block.length > 1 && (block[0][0] === this.columns[0].label
      || block[0].every((cell, place) => cell === this.columns[left + place]?.label));
    return labels ? block.slice(1) : block;
  }

  /* Editing one cell */

  /** @param typed the letter that begins a new value; without it the old one is changed */
  edit(typed) {
    if (this.lines.length === 0 || this.#editing) {
      return;
    }
    const { row, column } = this.at;
    const cell = this.cellAt(row, column);
    const field = editor(this.columns[column], this.lines[row][column] ?? '', typed);
    this.from = this.at;
    this.#choose();
    this.#editing = { field, row, column, typing: typed !== undefined && !field.keepsArrows };
    cell.classList.add('pb-editing');
    cell.append(field.element);
    field.element.addEventListener('focusout', event => {
      if (this.#editing?.field === field && !field.element.contains(event.relatedTarget)) {
        this.finish(true, !event.relatedTarget);
      }
    });
    field.focus();
  }

  get editing() {
    return this.#editing !== null;
  }

  /** Whether a new value is written: arrows then keep it and go on, while in an old one they move the caret. */
  get typing() {
    return this.#editing.typing;
  }

  set typing(typing) {
    this.#editing.typing = typing && !this.#editing.field.keepsArrows;
  }

  /** Ends editing and keeps the value or forgets it. */
  finish(keep, stay = true) {
    const { field, row, column } = this.#editing;
    const value = field.value();
    this.#editing = null;
    this.#drawn = this.#drawn.map((line, number) => number === row ? null : line);
    if (keep && value !== (this.lines[row][column] ?? '')) {
      this.#write(`editing ${this.columns[column].label}`, [[value]], row, column);
    }
    this.draw();
    if (stay) {
      this.focus();
    }
  }

  #listen() {
    this.element.addEventListener('keydown', event => keys(this, this.#others, event));
    const cellOf = event => event.target.closest?.('[data-column]');
    const place = cell => [Number(cell.parentElement.dataset.row), Number(cell.dataset.column)];
    this.element.addEventListener('mousedown', event => {
      const cell = cellOf(event);
      if (this.#editing && event.target.closest('.pb-field')) {
        this.typing = false;
        return;
      }
      if (!cell || event.button !== 0) {
        return;
      }
      event.preventDefault();
      if (this.#editing) {
        this.finish(true);
      }
      const [row, column] = place(cell);
      const again = document.activeElement === this.cellAt(row, column) && !event.shiftKey;
      this.move(row, column, event.shiftKey);
      if (again) {
        this.edit();
      }
    });
    this.element.addEventListener('mouseover', event => {
      const cell = cellOf(event);
      if (cell && event.buttons === 1 && !this.#editing && this.element.contains(document.activeElement)) {
        this.move(...place(cell), true);
      }
    });
    this.element.addEventListener('focusin', event => {
      const cell = cellOf(event);
      if (cell && !this.#editing) {
        this.#others.focused(this);
      }
    });
    for (const kind of ['copy', 'cut', 'paste']) {
      this.element.addEventListener(kind, event => this.#clip(kind, event));
    }
  }

  #clip(kind, event) {
    if (this.#editing || (kind !== 'paste' && this.lines.length === 0)) {
      return;
    }
    event.preventDefault();
    if (kind === 'paste') {
      this.paste(event.clipboardData.getData('text/plain'));
      return;
    }
    event.clipboardData.setData('text/plain', this.copied());
    if (kind === 'cut') {
      this.clear();
    } else {
      this.#others.tell('Copied.');
    }
  }
}

function words(tag, text, kind) {
  const element = document.createElement(tag);
  element.textContent = text;
  if (kind) {
    element.className = kind;
  }
  return element;
}

/** The first column of a part is set off from the one before. */
function starts(columns, number) {
  return number > 0 && columns[number - 1].part !== columns[number].part ? ' pb-starts' : '';
}
