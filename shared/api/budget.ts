/** What is really there to spend, what comes, what could be asked back, and what would be if. */
export const budgetContract = {};
