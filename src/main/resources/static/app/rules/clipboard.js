// Blocks of cells as spreadsheets exchange them: lines of cells with tabs between, quoted where a cell holds either.

/** Reads what Excel, LibreOffice or Google Sheets put on the clipboard. */
export function blockOf(text) {
  const lines = [];
  let line = [];
  let cell = '';
  let at = 0;
  const end = () => {
    line.push(cell);
    cell = '';
  };
  while (at < text.length) {
    const c = text[at];
    if (c === '"' && cell === '') {
      const closed = closing(text, at + 1);
      if (closed < 0) {
        cell += c;
        at++;
      } else {
        cell = text.slice(at + 1, closed).replaceAll('""', '"');
        at = closed + 1;
      }
    } else if (c === '\t') {
      end();
      at++;
    } else if (c === '\r' || c === '\n') {
      end();
      lines.push(line);
      line = [];
      at += c === '\r' && text[at + 1] === '\n' ? 2 : 1;
    } else {
      cell += c;
      at++;
    }
  }
  if (cell !== '' || line.length > 0) {
    end();
    lines.push(line);
  }
  return lines;
}

/** The quotation mark that ends a cell: only then is it a quoted one, for a person may also begin a text with it. */
function closing(text, from) {
  let at = from;
  while ((at = text.indexOf('"', at)) >= 0) {
    if (text[at + 1] === '"') {
      at += 2;
    } else {
      return at + 1 === text.length || '\t\r\n'.includes(text[at + 1]) ? at : -1;
    }
  }
  return -1;
}

/** The same the other way round. */
export function textOf(block) {
  return block.map(line => line.map(quoted).join('\t')).join('\n');
}

function quoted(cell) {
  return /["\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
