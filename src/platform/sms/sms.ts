/** A short message to a telephone. */
export interface TextMessage {
  /** Number with its country, as `+628…`. */
  readonly to: string;
  /** Plain text, short enough for one message where it can be. */
  readonly text: string;
  /** Names the message, so that a gateway can tell one that is sent again from a second one. */
  readonly reference: string;
}

/** Whoever carries short messages. Another carrier is another implementation of this. */
export interface SmsGateway {
  /** Returns when the carrier has taken the message, and throws otherwise (`DeliveryRefused` where it will not take it): call it from a job. Errors name neither number nor text. */
  send(message: TextMessage): Promise<void>;
}
