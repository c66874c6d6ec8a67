/** The work asked for is more than its limit; what it would have sped up is to be done the plain way. */
export class BudgetExceeded extends Error {
  override readonly name = 'BudgetExceeded';
}

/** Counts the steps of a computation that a hostile schema could make endless. */
export class StepBudget {
  readonly #most: number;
  #spent = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get spent(): number {
    return this.#spent;
  }

  /** Throws `BudgetExceeded`. */
  spend(steps: number): void {
    this.#spent += steps;
    this.demand(this.#spent <= this.#most);
  }

  /** Throws `BudgetExceeded`. */
  demand(holds: boolean): void {
    if (!holds) throw new BudgetExceeded();
  }
}
