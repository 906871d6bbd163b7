// Keeps the draft on the server: soon after every change, again after a failure, and never over somebody else's work.
const PAUSE = 600;
const PATIENCE = [2, 5, 10, 20, 30];

export class Saving {
  #address;
  #content;
  #told;
  #revision;
  #timer = null;
  #busy = false;
  #waiting = false;
  #failures = 0;
  #overtaken = false;
  #refused = false;
  // What was sent since the last answer: some of it may have arrived.
  #unanswered = [];

  /**
   * @param content gives the cells as they are now
   * @param told is told of what happens: saved(answer), arrived(ours), overtaken(theirs), status(kind, sentence)
   */
  constructor(address, revision, content, told) {
    this.#address = address;
    this.#revision = revision;
    this.#content = content;
    this.#told = told;
    window.addEventListener('beforeunload', event => {
      if (this.pending) {
        event.preventDefault();
      }
    });
    window.addEventListener('online', () => this.pending && this.now());
    // Who leaves or turns to another tab should not lose the last second.
    document.addEventListener('visibilitychange', () => document.hidden && this.pending && this.now());
  }

  get pending() {
    return this.#timer !== null || this.#busy || this.#waiting;
  }

  /** Something has changed. */
  soon() {
    this.#waiting = true;
    this.#refused = false;
    if (!this.#overtaken) {
      this.#after(PAUSE);
      this.#told.status('waiting', 'Saving…');
    }
  }

  /** Goes on from another revision: theirs, after a person has chosen. */
  goOnFrom(revision) {
    this.#revision = revision;
    this.#overtaken = false;
    this.#unanswered = [];
  }

  /** Nothing is left to save: the page shows what the server has. */
  settle() {
    clearTimeout(this.#timer);
    this.#timer = null;
    this.#waiting = false;
  }

  async now() {
    clearTimeout(this.#timer);
    this.#timer = null;
    if (this.#busy || this.#overtaken) {
      return;
    }
    this.#busy = true;
    this.#waiting = false;
    this.#told.status('saving', 'Saving…');
    try {
      await this.#answered(await this.#send(true));
    } catch (unreachable) {
      this.#again('the server cannot be reached');
    } finally {
      this.#busy = false;
    }
    if (this.#waiting && this.#timer === null && !this.#overtaken && !this.#refused) {
      this.#after(PAUSE);
    }
  }

  async #send(mayRenew) {
    const content = this.#content();
    this.#unanswered.push(content);
    const answer = await fetch(this.#address, {
      method: 'PUT',
      redirect: 'manual',
      headers: {
        'Content-Type': 'application/json',
        'Accept': 'application/json',
        'X-CSRF-TOKEN': document.querySelector('input[name=_csrf]').value
      },
      body: JSON.stringify({ revision: this.#revision, ...content })
    });
    return answer.status === 403 && mayRenew && await this.#renewed() ? this.#send(false) : answer;
  }

  /** After a new sign-in in another tab the page's token is an old one. */
  async #renewed() {
    const page = await fetch(location.href, { redirect: 'manual' });
    const fresh = page.ok && new DOMParser().parseFromString(await page.text(), 'text/html')
      .querySelector('input[name=_csrf]')?.value;
    document.querySelectorAll('input[name=_csrf]').forEach(field => {
      field.value = fresh || field.value;
    });
    return Boolean(fresh);
  }

  async #answered(answer) {
    if (answer.ok) {
      const saved = await answer.json();
      this.#failures = 0;
      this.#unanswered = [];
      this.#revision = saved.revision;
      this.#told.saved(saved);
    } else if (answer.status === 409) {
      await this.#differs(await answer.json());
    } else if (answer.status === 400) {
      // The same cells would be refused again: the next try is the person's next change.
      this.#refused = true;
      this.#waiting = true;
      this.#told.status('failed', `Not saved: ${(await answer.json()).sentence}`);
    } else if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) {
      this.#again('you are signed out. Sign in again in another tab; your cells stay here');
    } else {
      this.#again('the server could not do it');
    }
  }

  /** The server has other cells than those we began with: ours, where only the answer was lost, or somebody else's. */
  async #differs(server) {
    if (this.#unanswered.some(content => same(content, server))) {
      this.#unanswered = [];
      this.#revision = server.revision;
      this.#told.arrived(server);
      await this.#answered(await this.#send(true));
    } else {
      this.#overtaken = true;
      this.#waiting = true;
      this.#told.overtaken(server);
    }
  }

  #again(why) {
    const seconds = PATIENCE[Math.min(this.#failures++, PATIENCE.length - 1)];
    this.#waiting = true;
    this.#after(seconds * 1000);
    this.#told.status('failed', `Not saved: ${why}. Trying again in ${seconds} s.`);
  }

  #after(milliseconds) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.now(), milliseconds);
  }
}

function same(content, other) {
  const cells = ({ tables, cases }) => JSON.stringify([Object.keys(content.tables).map(name => tables[name]), cases]);
  return Object.keys(content.tables).length === Object.keys(other.tables).length && cells(content) === cells(other);
}
