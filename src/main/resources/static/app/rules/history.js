// What was done to the tables, to take it back and to do it again.
const MOST = 200;

export class History {
  #done = [];
  #undone = [];
  #changed;

  constructor(changed) {
    this.#changed = changed;
  }

  /** Remembers a step: its name for people, the grid it happened in, and the lines before and after it. */
  add(step) {
    this.#done.push(step);
    if (this.#done.length > MOST) {
      this.#done.shift();
    }
    this.#undone = [];
    this.#changed();
  }

  undo() {
    return this.#move(this.#done, this.#undone);
  }

  redo() {
    return this.#move(this.#undone, this.#done);
  }

  /** What undo would take back; empty where there is nothing. */
  get last() {
    return this.#done.at(-1)?.what ?? '';
  }

  get next() {
    return this.#undone.at(-1)?.what ?? '';
  }

  forget() {
    this.#done = [];
    this.#undone = [];
    this.#changed();
  }

  #move(from, to) {
    const step = from.pop();
    if (step) {
      to.push(step);
      this.#changed();
    }
    return step;
  }
}
