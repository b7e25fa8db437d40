/** What passkeys are bound to: the host name and the origin of the service. */
export interface PasskeySite {
  readonly id: string;
  readonly origin: string;
}

/** The site of a public address. Changing its host name makes every passkey useless. */
export function passkeySite(publicUrl: string): PasskeySite {
  const { hostname, origin } = new URL(publicUrl);
  return { id: hostname, origin };
}
