// What every key does in a grid, as in the spreadsheets people know.

const MOVES = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End'];

export function keys(grid, others, event) {
  // Where letters are composed of several keys, those belong to the letter.
  if (event.isComposing) {
    return;
  }
  const act = grid.editing ? editing(grid, others, event) : moving(grid, others, event);
  if (act) {
    event.preventDefault();
    event.stopPropagation();
    act();
  }
}

function editing(grid, others, event) {
  switch (event.key) {
    case 'Escape':
      return () => grid.finish(false);
    case 'Enter':
      return event.altKey ? () => breakLine(event.target) : () => enter(grid, others, event);
    case 'Tab':
      return () => {
        grid.finish(true);
        next(grid, event.shiftKey ? -1 : 1)?.();
      };
    case 'F2':
      return () => {
        grid.typing = !grid.typing;
      };
    default:
      return grid.typing && MOVES.includes(event.key) && !event.altKey
        ? () => {
          grid.finish(true);
          moving(grid, others, event)?.();
        }
        : null;
  }
}

/** Keeps the value and goes down: after a run of Tabs to where that began, as in Excel; with Ctrl it stays. */
function enter(grid, others, event) {
  const { row, column } = grid.at;
  const { began } = grid;
  grid.finish(true);
  if (event.ctrlKey || event.metaKey) {
    return;
  }
  if (event.shiftKey) {
    grid.move(row - 1, column);
    return;
  }
  if (row === grid.lines.length - 1) {
    others.tell('This is the last row. Ctrl+Enter adds one.');
  } else {
    grid.move(row + 1, began ?? column);
  }
}

/** A cell holds one line; the second half of a text must not land in the cell below. */
function breakLine(field) {
  if (field.setRangeText) {
    field.setRangeText(' ', field.selectionStart, field.selectionEnd, 'end');
    field.dispatchEvent(new Event('input'));
  }
}

function moving(grid, others, event) {
  const { row, column } = grid.at;
  const last = { row: grid.lines.length - 1, column: grid.columns.length - 1 };
  const extend = event.shiftKey;
  const ctrl = event.ctrlKey || event.metaKey;
  if (ctrl && !event.altKey) {
    return withCtrl(grid, others, event, last);
  }
  if (event.altKey) {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    return step ? () => grid.moveRows(step) : null;
  }
  switch (event.key) {
    case 'ArrowUp': return () => grid.move(row - 1, column, extend);
    case 'ArrowDown': return () => grid.move(row + 1, column, extend);
    case 'ArrowLeft': return () => grid.move(row, column - 1, extend);
    case 'ArrowRight': return () => grid.move(row, column + 1, extend);
    case 'PageUp': return () => grid.move(row - 10, column, extend);
    case 'PageDown': return () => grid.move(row + 10, column, extend);
    case 'Home': return () => grid.move(row, 0, extend);
    case 'End': return () => grid.move(row, last.column, extend);
    case 'Tab': return grid.leaving ? null : next(grid, extend ? -1 : 1);
    case 'Enter': return extend ? () => grid.move(row - 1, column) : () => grid.edit();
    case 'F2': return () => grid.edit();
    case 'Delete':
    case 'Backspace': return () => grid.clear();
    case 'Escape': return () => {
      grid.move(row, column);
      grid.leaving = true;
      others.tell('Tab now leaves the table.');
    };
    case ' ': return space(grid, extend, last);
    default:
      return event.key.length === 1 ? () => grid.edit(event.key) : null;
  }
}

function withCtrl(grid, others, event, last) {
  const extend = event.shiftKey;
  switch (event.key) {
    case 'z': return () => others.undo();
    case 'Z':
    case 'y': return () => others.redo();
    case 'a': return () => grid.chooseAll();
    case 'd': return () => grid.copyRows();
    case 'Enter': return () => grid.addRow();
    case 'Delete':
    case 'Backspace': return () => grid.removeRows();
    case 'Home': return () => grid.move(0, 0, extend);
    case 'End': return () => grid.move(last.row, last.column, extend);
    case 'ArrowUp': return () => toTheEdge(grid, -1, 0, extend);
    case 'ArrowDown': return () => toTheEdge(grid, 1, 0, extend);
    case 'ArrowLeft': return () => toTheEdge(grid, 0, -1, extend);
    case 'ArrowRight': return () => toTheEdge(grid, 0, 1, extend);
    default: return null;
  }
}

/** As in Excel: to the end of what is filled without a gap, or over a gap to what is filled next. */
function toTheEdge(grid, down, right, extend) {
  let { row, column } = grid.at;
  const filled = () => (grid.lines[row]?.[column] ?? '') !== '';
  const step = () => {
    row += down;
    column += right;
  };
  const inside = () => row >= 0 && row < grid.lines.length && column >= 0 && column < grid.columns.length;
  const began = filled();
  step();
  const run = began && filled();
  while (inside() && filled() === run) {
    step();
  }
  if (run) {
    row -= down;
    column -= right;
  }
  grid.move(row, column, extend);
}

/** The next cell, over the end of a row; beyond the last one the key belongs to the page. */
function next(grid, step) {
  const width = grid.columns.length;
  const { row, column } = grid.at;
  const place = row * width + column + step;
  if (place < 0 || place >= grid.lines.length * width) {
    return null;
  }
  return () => {
    const began = grid.began ?? column;
    grid.move(Math.floor(place / width), place % width);
    grid.began = grid.at.row === row ? began : null;
  };
}

/** Space opens a list, and a text is written anew; with Shift it chooses the whole row. */
function space(grid, extend, last) {
  if (extend) {
    return () => {
      const { row } = grid.at;
      grid.move(row, 0);
      grid.move(row, last.column, true);
    };
  }
  return () => grid.edit(grid.columns[grid.at.column].kind === 'text' ? '' : undefined);
}
