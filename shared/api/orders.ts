/** Orders to take money from pay, homes the employer provides, and holiday that is carried over. */
export const ordersContract = {};
