// Puts one person's lines onto those of another who saved first: row by row, and cell by cell where both changed a row.

/**
 * @param read the lines both began with
 * @param columns for the labels of what gave way
 * @returns the lines of both, and in words what could not be kept or was kept against the other's will
 */
export function merge(read, mine, theirs, columns) {
  const [was, own, other] = [read, mine, theirs].map(byName);
  const merged = new Map();
  const gave = [];
  for (const name of new Set([...other.keys(), ...own.keys()])) {
    const [old, ours, others] = [was.get(name), own.get(name), other.get(name)];
    if (ours && others) {
      both(name, old, ours, others);
    } else if (!old) {
      merged.set(name, ours ?? others);
    } else if (!same(ours ?? others, old)) {
      merged.set(name, ours ?? others);
      gave.push(`${name}: ${ours ? 'they deleted it and you changed it' : 'you deleted it and they changed it'}, so it stays`);
    }
  }

  function both(name, old, ours, others) {
    if (!old && !same(ours, others)) {
      merged.set(name, others);
      merged.set(`${name} (yours)`, ours);
      gave.push(`${name}: both of you added a row of this name; both are there, and yours needs another name`);
      return;
    }
    merged.set(name, others.map((cell, column) => {
      const yours = ours[column] ?? '';
      const before = old?.[column] ?? '';
      if (yours === before || yours === cell) {
        return cell;
      }
      if (cell !== before) {
        gave.push(`${name}, ${columns[column]?.label ?? column + 1}: theirs was ${cell || 'empty'}, yours is ${yours || 'empty'}`);
      }
      return yours;
    }));
  }

  // Who moved rows has a reason for the order; the other's rows keep their neighbours.
  const moved = !same([...own.keys()].filter(name => was.has(name)), [...was.keys()].filter(name => own.has(name)));
  const lines = order(...(moved ? [own, other] : [other, own]), merged);
  return { lines, gave };
}

function order(leading, following, merged) {
  const names = [...leading.keys()].filter(name => merged.has(name));
  let place = 0;
  for (const name of following.keys()) {
    if (merged.has(name) && !names.includes(name)) {
      names.splice(place, 0, name);
    }
    place = names.includes(name) ? names.indexOf(name) + 1 : place;
  }
  for (const name of merged.keys()) {
    if (!names.includes(name)) {
      names.push(name);
    }
  }
  return names.map(name => merged.get(name));
}

/** While they are typed, rows may have no name or the same. */
function byName(lines) {
  const named = new Map();
  for (const line of lines) {
    const typed = line[0] || 'A row without a name';
    let name = typed;
    for (let again = 2; named.has(name); again++) {
      name = `${typed} (${again})`;
    }
    named.set(name, line);
  }
  return named;
}

function same(one, other) {
  return one.length === other.length && one.every((cell, number) => cell === other[number]);
}
