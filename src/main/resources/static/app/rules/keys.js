// What every key does in a grid, as in the spreadsheets people know.

export function keys(grid, others, event) {
  const act = grid.editing ? editing(grid, event) : moving(grid, others, event);
  if (act) {
    event.preventDefault();
    event.stopPropagation();
    act();
  }
}

function editing(grid, event) {
  const { row, column } = grid.at;
  switch (event.key) {
    case 'Escape':
      return () => grid.finish(false);
    case 'Enter':
      return event.isComposing ? null : () => {
        grid.finish(true);
        grid.move(row + (event.shiftKey ? -1 : 1), column);
      };
    case 'Tab':
      return () => {
        grid.finish(true);
        next(grid, event.shiftKey ? -1 : 1)?.();
      };
    default:
      return null;
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
    case 'Enter':
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
      return event.key.length === 1 && !event.isComposing ? type(grid, event.key) : null;
  }
}

function withCtrl(grid, others, event, last) {
  const { row, column } = grid.at;
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
    case 'ArrowUp': return () => grid.move(0, column, extend);
    case 'ArrowDown': return () => grid.move(last.row, column, extend);
    case 'ArrowLeft': return () => grid.move(row, 0, extend);
    case 'ArrowRight': return () => grid.move(row, last.column, extend);
    default: return null;
  }
}

/** The next cell, over the end of a row; beyond the last one the key belongs to the page. */
function next(grid, step) {
  const width = grid.columns.length;
  const place = grid.at.row * width + grid.at.column + step;
  return place < 0 || place >= grid.lines.length * width
    ? null
    : () => grid.move(Math.floor(place / width), place % width);
}

/** Space turns yes into no; with Shift it chooses the whole row. */
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

/** A letter begins a new value; in a list it only opens it, and the list finds what begins so. */
function type(grid, key) {
  const { kind } = grid.columns[grid.at.column];
  const free = !['yesno', 'option', 'options'].includes(kind);
  return () => {
    grid.edit(free ? key : undefined);
    if (!free) {
      find(grid, key);
    }
  };
}

function find(grid, key) {
  const field = grid.element.querySelector('.pb-field');
  const wanted = option => option.text.toLowerCase().startsWith(key.toLowerCase());
  const found = field instanceof HTMLSelectElement ? [...field.options].find(one => one.value && wanted(one)) : null;
  if (found) {
    field.value = found.value;
  }
}
