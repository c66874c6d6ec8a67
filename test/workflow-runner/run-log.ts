import { type Annotation, type LogCommand, parseLogCommand } from './log-commands.ts';

/** Values that no log may show. */
export class Masks {
  readonly #values: Set<string>;

  constructor(values: Iterable<string>) {
    this.#values = new Set();
    for (const value of values) this.add(value);
  }

  /** A value of several lines is masked line by line, too: that is how it would come to the log. */
  add(value: string): void {
    for (const text of [value, ...value.split(/\r?\n/)]) {
      if (text.trim() !== '') this.#values.add(text);
    }
  }

  apply(text: string): string {
    const longestFirst = [...this.#values].sort((a, b) => b.length - a.length);
    return longestFirst.reduce((masked, value) => masked.replaceAll(value, '***'), text);
  }

  hides(text: string): boolean {
    return this.apply(text) !== text;
  }
}

/** What a run of a workflow shows, of all its jobs. */
export class RunLog {
  readonly lines: string[] = [];
  readonly annotations: Annotation[] = [];
  readonly summaries: { readonly job: string; readonly step: string; readonly text: string }[] = [];
  /** `job / step: line` wherever a mask had to hide something, as the log shows it. */
  readonly masked: string[] = [];
  readonly #listeners = new Set<(line: string) => void>();

  write(job: string, line: string): void {
    this.lines.push(`${job} | ${line}`);
  }

  /** `listener` gets every line that a step writes, without a prefix. */
  listen(listener: (line: string) => void): void {
    this.#listeners.add(listener);
  }

  heard(line: string): void {
    for (const listener of this.#listeners) listener(line);
  }
}

/** Takes the lines that one step writes, obeys the commands in them and keeps the rest. */
export class StepLog {
  readonly #run: RunLog;
  readonly #masks: Masks;
  readonly #job: string;
  /** The step's name. */
  readonly step: string;
  /** The word that ends `stop-commands`; null while commands are obeyed. */
  #resume: string | null = null;
  /** A command that the runner has given up; the step fails, so that nothing begins to depend on one. */
  refused = false;

  constructor(run: RunLog, masks: Masks, job: string, step: string) {
    this.#run = run;
    this.#masks = masks;
    this.#job = job;
    this.step = step;
  }

  /** A line from the runner itself. */
  say(text: string): void {
    this.#run.write(this.#job, this.#masks.apply(text));
  }

  annotate(level: Annotation['level'], message: string, place: Partial<Annotation> = {}): void {
    const annotation = { level, ...place, message: this.#masks.apply(message) };
    this.#run.annotations.push({ ...annotation, job: this.#job, step: this.step });
    this.say(`##[${level}]${message}`);
  }

  summarize(text: string): void {
    if (text.trim() === '') return;
    const masked = this.#masks.apply(text);
    if (masked !== text) this.#run.masked.push(`${this.#job} / ${this.step}: summary`);
    this.#run.summaries.push({ job: this.#job, step: this.step, text: masked });
  }

  /** A line that the step's program wrote. */
  take(line: string): void {
    const command = parseLogCommand(line, this.#resume);
    if (command === null || (this.#resume !== null && command.name !== this.#resume)) {
      this.#print(line);
    } else if (this.#resume !== null) {
      this.#resume = null;
    } else {
      this.#obey(command);
    }
    this.#run.heard(line);
  }

  #print(line: string): void {
    const shown = this.#masks.apply(line);
    if (shown !== line) this.#run.masked.push(`${this.#job} / ${this.step}: ${shown}`);
    this.#run.write(this.#job, shown);
  }

  #obey({ name, properties, data }: LogCommand): void {
    switch (name.toLowerCase()) {
      case 'add-mask':
        this.#masks.add(data);
        break;
      case 'error':
      case 'warning':
      case 'notice':
        if (this.#masks.hides(data)) this.#run.masked.push(`${this.#job} / ${this.step}: ${name}`);
        this.annotate(name.toLowerCase() as Annotation['level'], data, placeOf(properties));
        break;
      case 'stop-commands':
        this.#resume = data;
        break;
      case 'group':
        this.#print(`##[group]${data}`);
        break;
      case 'set-output':
      case 'save-state':
      case 'set-env':
      case 'add-path':
        this.refused = true;
        this.annotate('error', `The command ${name} is not to be used: write to the file for it.`);
        break;
      default: // debug, endgroup, echo and matchers show nothing
    }
  }
}

function placeOf({ title, file, line }: LogCommand['properties']): Partial<Annotation> {
  return {
    ...(title === undefined ? {} : { title }),
    ...(file === undefined ? {} : { file }),
    ...(line === undefined ? {} : { line: Number(line) }),
  };
}
