/** A mail server or a carrier was reached and does not take the message; whoever could not be reached throws something else. */
export class DeliveryRefused extends Error {}
